"""What a brief cites, on pages that were edited and taken down since."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportedly.brief.since import fewer, since
from reportedly.edits import compare
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Capture, Citation, DispatchSection, Outcome, Outlet, Story, StoryArticle, content_id
from tests.revised import NOON, URL, article, at, reading, said
from tests.telling import tell

EARLY = article("Fire on the quay. It may have killed 14 people, a nurse said. Boats left.")
LATE = article("Fire on the quay. It killed nine people, the hospital said. Boats left.")
STRUCK, STILL, FRESH = (
    Citation.of(of, at(of.text, words), "Quay Post")
    for of, words in ((EARLY, "It may have killed 14 people"), (EARLY, "Boats left"), (LATE, "It killed nine people"))
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A page seen on 20 May and edited on the 21st."""
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        opened.outlets.put([Outlet("quay", "Quay Post", "https://quay.example/")])
        for days, shown in enumerate((EARLY, LATE)):
            moment = NOON + timedelta(days=days)
            own = Capture(content_id("c", moment), URL, moment, 200, "text/html", "0" * 64, 9, "a.warc.gz", days)
            opened.captures.put(own)
            opened.articles.file(replace(shown, capture=own.id))
            opened.captures.mark_extracted(own.id, None, shown.id)
        (pair,) = opened.edits.to_compare()
        old = reading(EARLY, said(EARLY.text, "It may have killed 14 people", "said", "a nurse", certainty="possible"))
        new = reading(LATE, said(LATE.text, "It killed nine people", "said", "the hospital"))
        opened.edits.file(pair, compare(EARLY, LATE, old, new))
        yield opened


def test_words_that_were_edited_out_are_told_from_those_that_still_stand(ledger: Ledger) -> None:
    flags = since(ledger, [STRUCK, STILL, FRESH])
    assert {place: (flag.kind, flag.link) for place, flag in flags.items()} == {
        (EARLY.id, STRUCK.span): ("changed", f"/articles/{EARLY.id}/history"),
        (EARLY.id, STILL.span): ("changed", f"/articles/{EARLY.id}/history"),
    }
    assert flags[EARLY.id, STRUCK.span].reason.endswith("the words cited no longer stand there.")
    assert flags[EARLY.id, STILL.span].reason.endswith("the words cited still stand there.")
    assert "2031-05-21 12:00 UTC" in flags[EARLY.id, STILL.span].reason


def test_a_page_that_is_gone_is_gone_for_all_its_words(ledger: Ledger) -> None:
    ledger.outcomes.put(Outcome(URL, NOON + timedelta(days=7), "gone", "410 Gone"))
    assert [flag.kind for flag in since(ledger, [STRUCK, FRESH]).values()] == ["gone", "gone"]


def test_a_page_put_back_to_what_is_cited_is_no_other(ledger: Ledger) -> None:
    moment = NOON + timedelta(days=3)
    own = Capture(content_id("c", moment), URL, moment, 200, "text/html", "1" * 64, 9, "a.warc.gz", 9)
    ledger.captures.put(own)
    ledger.captures.mark_extracted(own.id, None, EARLY.id)
    assert since(ledger, [STRUCK]) == {}


def test_nothing_is_told_of_what_the_ledger_does_not_know(ledger: Ledger) -> None:
    assert since(ledger, []) == {}
    assert since(ledger, [replace(STRUCK, article="a" + "0" * 16)]) == {}


def test_a_story_that_lost_sources_since_is_told_with_both_counts(ledger: Ledger) -> None:
    place = StoryArticle(LATE.id, URL, None, URL)
    tell(ledger, [Story("s00000000000000aa", "Fire", (place,), 1)])
    sections = [
        DispatchSection("Fire", (), story="s00000000000000aa", sources=3),
        DispatchSection("Same", (), story="s00000000000000aa"),
        DispatchSection("Gone", (), story="s00000000000000bb", sources=2),
    ]
    flags = fewer(ledger, sections)
    assert flags["s00000000000000aa"].reason == "1 independent source now, 3 when this was written."
    assert flags["s00000000000000bb"].reason == "This story stands no longer."
    assert fewer(ledger, [DispatchSection("Fire", (), story="s00000000000000aa", sources=1)]) == {}
