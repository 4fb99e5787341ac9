"""The page that tells what became of an article's page."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from reportedly.clock import standing_at
from reportedly.edits import compare
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, Capture, Gist, Outcome, Reading, content_id
from reportedly.web.app import create_app
from tests.revised import NOON, URL, article, reading, said
from tests.web.conftest import serving

EARLY = article("Fire on the quay\n\nThe fire may have killed 14 people, a nurse said.\n\nIt began at <night>.")
LATE = article("Fire on the quay\n\nThe fire killed nine people, the hospital said.\n\nIt began at <night>.")
READ = {
    EARLY.id: reading(
        EARLY, said(EARLY.text, "The fire may have killed 14 people", "said", "a nurse", certainty="possible")
    ),
    LATE.id: reading(LATE, said(LATE.text, "The fire killed nine people", "said", "the hospital")),
}


def show(ledger: Ledger, hours: float, shown: Article) -> None:
    at = NOON + timedelta(hours=hours)
    own = Capture(content_id("c", URL, at), URL, at, 200, "text/html", "0" * 64, 9, "reportedly-00001.warc.gz", 0)
    ledger.captures.put(own)
    ledger.articles.file(replace(shown, capture=own.id))
    ledger.captures.mark_extracted(own.id, None, shown.id)


def gist(of: Reading) -> Gist:
    return Gist(of.article.id, URL, "quay", None, None, None, b"", (), (), ())


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A desk that saw a page edited after a day and gone after a week."""
    folder: Path = tmp_path_factory.mktemp("history")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
        show(ledger, 0, EARLY)
        show(ledger, 24, LATE)
        ledger.outcomes.put(Outcome(URL, NOON + timedelta(days=7), "gone", "quay.example answered 410 Gone"))
        for one in READ.values():
            ledger.readings.file(one, gist(one), ())
        for pair in ledger.edits.to_compare():
            ledger.edits.file(pair, compare(EARLY, LATE, READ[EARLY.id], READ[LATE.id]))
        app = create_app(ledger, name="Quay", now=standing_at(NOON), sample=False, body_of=lambda _: b"")
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as opened:
            yield opened


def test_the_words_struck_and_added_stand_side_by_side(client: httpx.Client) -> None:
    page = client.get(f"/articles/{LATE.id}/history").text
    assert "<del>may have</del> killed <del>14</del>" in page
    assert "killed <ins>nine</ins> people, <ins>the hospital</ins>" in page
    assert "&lt;night&gt;" in page


def test_the_statements_that_changed_lead_to_their_words(client: httpx.Client) -> None:
    page = client.get(f"/articles/{LATE.id}/history").text
    assert "certainty, source and wording" in page
    for article_id, read in READ.items():
        link = f"/articles/{article_id}#w-{read.statements[0].id}"
        assert link in page
        assert f'id="w-{read.statements[0].id}"' in client.get(f"/articles/{article_id}").text


def test_a_page_that_is_gone_is_said_on_the_article_and_told_in_its_history(client: httpx.Client) -> None:
    article_page = client.get(f"/articles/{LATE.id}").text
    assert "Page gone 2031-05-27 12:00 UTC: quay.example answered 410 Gone" in article_page
    assert f'href="/articles/{LATE.id}/history"' in article_page
    assert "page gone" in client.get(f"/articles/{EARLY.id}/history").text


def test_an_edit_can_be_asked_for_and_only_one_that_there_is(client: httpx.Client) -> None:
    assert "<del>" in client.get(f"/articles/{LATE.id}/history?edit=1").text
    for wrong in ("0", "7", "x", "99999999999999999999"):
        assert client.get(f"/articles/{LATE.id}/history?edit={wrong}").status_code == 404
    assert client.get("/articles/a0/history").status_code == 404


def test_the_events_can_be_had_as_json(client: httpx.Client) -> None:
    events = client.get(f"/api/articles/{LATE.id}/history").json()
    assert [event["kind"] for event in events] == ["seen", "edited", "gone"]
    assert events[1]["edit"]["statements"][0]["what"] == ["certainty", "source", "wording"]
    assert client.get("/api/articles/a0/history").status_code == 404
