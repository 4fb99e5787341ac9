"""The page on coverage."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.records import FeedItem
from reportedly.web.app import create_app
from tests import pass_news
from tests.pass_news import CLASH, DAY, RAIN, SOUTH
from tests.web.conftest import serving

NOW = standing_at(DAY + timedelta(days=6))()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder: Path = tmp_path_factory.mktemp("pass")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
        pass_news.fill(ledger)
        seen = (FeedItem(f"{SOUTH.home}{n}", SOUTH.id, seen_at=NOW - timedelta(days=n)) for n in range(6, 10))
        ledger.feeds.put_items(seen)
        app = create_app(ledger, name="Pass", now=standing_at(NOW), sample=False, body_of=lambda _: b"")
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
            yield client


def test_without_sides_there_is_a_form_and_who_is_silent(desk: httpx.Client) -> None:
    page = desk.get("/coverage").text
    assert '<option value="XN">country</option>' in page
    assert '<option value="Lamp Group">owner</option>' in page
    assert '<option value="south">South Agency</option>' in page
    assert "Silent for 3 days or longer" in page
    assert 'href="/outlets/south"' in page
    assert "usually every day" in page
    assert 'Such as <a href="/coverage?a=XN&amp;b=XS">XN and XS</a>' in page
    assert 'href="/outlets/south"' not in desk.get("/coverage?quiet=7").text


def test_two_sides_are_compared(desk: httpx.Client) -> None:
    page = desk.get("/coverage", params={"a": "XN", "b": "south", "since": "2031-05-14"}).text
    alone, other, both = (page.index(f'<h2 id="{shelf}">') for shelf in ("first", "second", "both"))
    assert alone < page.index(f"/stories/{RAIN.id}") < other < both < page.index(f"/stories/{CLASH.id}")
    assert 'Only South Agency <span class="count">0</span>' in page
    assert '1 independent source: <a href="/outlets/north"><bdi>North Post</bdi></a>' in page


def test_a_side_alone_asks_for_the_other(desk: httpx.Client) -> None:
    assert "Give two sides" in desk.get("/coverage?a=XN").text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("a=XQ&b=XN", "is no side"),
        ("a=XN&b=north", "stands on both sides"),
        ("quiet=0", "is no number of days"),
        ("quiet=x", "is no number of days"),
        ("since=2031-05-20&until=2031-05-01", "give the earlier day first"),
    ],
)
def test_what_cannot_be_is_said(desk: httpx.Client, asked: str, said: str) -> None:
    answer = desk.get(f"/coverage?{asked}")
    assert answer.status_code == 400
    assert said in answer.text
