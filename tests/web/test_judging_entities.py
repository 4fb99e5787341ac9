"""A person with names in several scripts on one page, and people who say who is one with whom."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.session import Session
from reportedly.settings import init_desk
from reportedly.web.app import create_app
from reportedly.web.judging import Judging
from tests.persons_of_news import BROTHER, LATIN, PERSIAN, file, own
from tests.web.conftest import serving
from tests.web.test_judging import TODAY, token

PAGE = f"/entities/{own(LATIN)}"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(init_desk(tmp_path / "desk").ledger_url) as opened:
        file(opened, LATIN, PERSIAN, BROTHER)
        yield opened


@pytest.fixture
def client(ledger: Ledger, tmp_path: Path) -> Iterator[httpx.Client]:
    desk = init_desk(tmp_path / "other")
    decide = partial(pipeline.judge, Session(desk, ledger, Archive(desk.archive)))
    now = standing_at(TODAY)
    app = create_app(
        ledger, name="Herald", now=now, sample=False, body_of=lambda _: b"", judging=Judging(decide), who="ilse"
    )
    with serving(app) as served, httpx.Client(base_url=served, trust_env=False) as opened:
        yield opened


def test_the_page_shows_its_names_by_language(client: httpx.Client) -> None:
    for name in (LATIN, PERSIAN):
        page = client.get(f"/entities/{own(name)}").text
        assert "Named in <a" in page
        assert "2 articles" in page
        assert f'<dd lang="fa" dir="rtl">{PERSIAN}</dd>' in page
    assert "Names by language" not in client.get(f"/entities/{own(BROTHER)}").text
    found = client.get("/search", params={"entity": PERSIAN}).text
    assert found.count('href="/articles/') >= 2


def test_a_name_is_parted_and_that_is_undone(ledger: Ledger, client: httpx.Client) -> None:
    sent = {"token": token(client, PAGE), "who": "Ilse", "note": "a cousin", "other": own(PERSIAN)}
    assert client.post(f"{PAGE}/split", data=sent).headers["location"] == PAGE
    page = client.get(PAGE).text
    assert "a cousin" in client.get(f"/entities/{own(PERSIAN)}").text
    assert "Names by language" not in page
    (made,) = ledger.judgements.all()
    assert PERSIAN in client.get("/decisions").text
    client.post("/decisions/undo", data={**sent, "decision": made.id})
    assert "Names by language" in client.get(PAGE).text


def test_two_names_are_joined_by_name(client: httpx.Client) -> None:
    sent = {"token": token(client, PAGE), "who": "Ilse", "other": BROTHER}
    assert client.post(f"{PAGE}/merge", data=sent).status_code == 303
    page = client.get(PAGE).text
    assert "3 articles" in page
    assert f"is one with <bdi>{BROTHER}</bdi>" in page


@pytest.mark.parametrize(
    ("step", "other", "status"), [("merge", "Nobody", 404), ("merge", own(PERSIAN), 400), ("split", own(BROTHER), 400)]
)
def test_what_cannot_be_decided_is_refused(client: httpx.Client, step: str, other: str, status: int) -> None:
    sent = {"token": token(client, PAGE), "who": "Ilse", "other": other}
    assert client.post(f"{PAGE}/{step}", data=sent).status_code == status
