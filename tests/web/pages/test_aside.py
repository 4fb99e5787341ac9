"""Pages about articles whose readings were set aside: they say so, and how to bring them back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.web.app import create_app
from tests import newsroom
from tests.web.conftest import serving

NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)


@pytest.fixture
def slim(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as ledger:
        newsroom.fill(ledger)
        assert ledger.upkeep.set_aside(newsroom.TODAY + timedelta(days=1), NOW, lambda _done, _total: None)
        yield ledger


@pytest.fixture
def pages(slim: Ledger) -> Iterator[httpx.Client]:
    app = create_app(slim, name="River Desk", now=standing_at(NOW), sample=False, body_of=lambda _: newsroom.PAGE)
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
        yield client


def test_an_article_is_shown_with_its_text_and_how_to_read_it_again(slim: Ledger, pages: httpx.Client) -> None:
    line = next(line for line in slim.articles.lines() if slim.readings.set_aside([line.article]))
    (aside,) = slim.readings.set_aside([line.article])
    page = pages.get(f"/articles/{line.article}")
    assert page.status_code == 200
    assert "What was found in this article was set aside to make room." in page.text
    assert f"<code>reportedly ledger restore --since {aside.day} --until {aside.day}</code>" in page.text
    assert "Nobody has read this article yet" not in page.text
    answer = pages.get(f"/api/articles/{line.article}/reading")
    assert answer.status_code == 404
    assert "set aside" in answer.json()["detail"]


def test_a_story_a_brief_and_names_say_what_they_do_not_count(slim: Ledger, pages: httpx.Client) -> None:
    story = next(
        story.id for story in slim.stories.all() if slim.readings.set_aside(place.article for place in story.articles)
    )
    for path in (
        f"/stories/{story}",
        "/brief?start=2024-06-01&end=2024-06-06",
        "/names?since=2024-06-01",
        "/names?q=bridge",
    ):
        page = pages.get(path)
        assert page.status_code == 200
        assert "set aside to make room and is missing here." in page.text, path
        assert "<code>reportedly ledger restore" in page.text


def test_other_pages_say_nothing_of_it(pages: httpx.Client) -> None:
    for path in ("/", "/stories", "/expectations", "/outlets", "/coverage", "/names?since=2024-01-01&until=2024-01-02"):
        assert "set aside" not in pages.get(path).text
