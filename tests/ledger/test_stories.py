from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from reportedly.ledger import Ledger, StoryLine
from reportedly.records import Article, Story, StoryArticle, content_id, page_id
from tests.telling import tell

Write = Callable[..., Article]


def story(own: str, *articles: Article) -> Story:
    first = articles[0].url
    members = tuple(StoryArticle(a.id, a.url, None if a.url == first else first, first) for a in articles)
    return Story(own, f"Story {own}", members, 1)


@pytest.fixture
def shelf(ledger: Ledger, article: Write) -> list[Article]:
    """Four articles of two outlets, on 1, 3 and 5 May, and undated."""
    days = (date(2031, 5, 1), date(2031, 5, 3), date(2031, 5, 5), None)
    given = [
        article(url=f"https://x.example/{n}", day=day, outlet=("wire", "herald")[n % 2]) for n, day in enumerate(days)
    ]
    for one in given:
        ledger.articles.file(one)
    return given


def test_stories_come_back_whole(ledger: Ledger, shelf: list[Article]) -> None:
    told = story("y1", shelf[1], shelf[0])
    tell(ledger, [told])
    assert ledger.stories.get("y1") == told
    assert list(ledger.stories.all()) == [told]
    assert [ledger.stories.of_article(one.id) for one in shelf] == ["y1", "y1", None, None]
    assert ledger.stories.get("y9") is None


def test_an_id_of_a_story_leads_to_its_article_even_when_that_is_part_of_another(
    ledger: Ledger, shelf: list[Article]
) -> None:
    tell(ledger, [story("y1", *shelf[:2])])
    own = {content_id("s", one.url): one.id for one in shelf}
    assert ledger.placings.articles_named(own) == dict(list(own.items())[:2])
    assert ledger.placings.articles_named([]) == {}


def test_a_story_line_sums_up_its_articles(ledger: Ledger, shelf: list[Article]) -> None:
    tell(ledger, [story("y1", *shelf)])
    first, last = date(2031, 5, 1), date(2031, 5, 5)
    assert ledger.stories.lines() == [StoryLine("y1", "Story y1", first, last, 4, ("herald", "wire"), 1)]


def test_the_newest_story_comes_first_and_undated_ones_last(ledger: Ledger, shelf: list[Article]) -> None:
    tell(ledger, [story(f"y{n}", one) for n, one in enumerate(shelf)])
    assert [line.id for line in ledger.stories.lines()] == ["y2", "y1", "y0", "y3"]
    assert [told.id for told in ledger.stories.all()] == ["y2", "y1", "y0", "y3"]
    assert [line.id for line in ledger.stories.lines(limit=2, offset=1)] == ["y1", "y0"]


def test_the_parts_of_a_running_story_come_in_order(ledger: Ledger, shelf: list[Article]) -> None:
    first, later, other = (story(f"y{n}", shelf[n]) for n in (0, 2, 1))
    tell(ledger, [replace(later, thread="y0"), replace(first, thread="y0"), other])
    assert [line.id for line in ledger.stories.of_thread("y0")] == ["y0", "y2"]
    assert ledger.stories.of_thread("y1") == []


def test_stories_of_some_days(ledger: Ledger, shelf: list[Article]) -> None:
    tell(ledger, [story("y1", shelf[0], shelf[2]), story("y2", shelf[1]), story("y3", shelf[3])])
    assert [line.id for line in ledger.stories.lines(since=date(2031, 5, 4))] == ["y1"]
    assert [line.id for line in ledger.stories.lines(until=date(2031, 5, 2))] == ["y1"]
    assert [line.id for line in ledger.stories.lines(since=date(2031, 5, 3), until=date(2031, 5, 3))] == ["y1", "y2"]


def test_stories_grouped_anew_replace_the_old_ones(ledger: Ledger, shelf: list[Article]) -> None:
    kept, old, changed = story("y1", shelf[0]), story("y2", shelf[1]), story("y3", shelf[2])
    tell(ledger, [kept, old, changed])
    after = [kept, replace(changed, title="Other", articles=story("y3", shelf[2], shelf[1]).articles)]
    for _ in range(2):
        tell(ledger, after)
        assert sorted(ledger.stories.all(), key=lambda told: told.id) == after
    tell(ledger, [])
    assert ledger.stories.lines() == []
    assert ledger.stories.of_article(shelf[0].id) is None


def test_a_story_that_falls_apart_is_told_in_two_turns(ledger: Ledger, shelf: list[Article]) -> None:
    """The first part keeps the id, by which the second was known too: telling that one leaves the first alone."""
    tell(ledger, [story("y1", *shelf[:2])])
    first, second = story("y1", shelf[0]), story("y2", shelf[1])
    for part in (first, second):
        ledger.stories.tell([page_id(place.url) for place in part.articles], [part])
    assert {told.id: told for told in ledger.stories.all()} == {"y1": first, "y2": second}


def test_a_story_of_an_unknown_article_leaves_the_old_stories(
    ledger: Ledger, shelf: list[Article], article: Write
) -> None:
    tell(ledger, [story("y1", shelf[0])])
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        tell(ledger, [story("y2", article(url="https://x.example/unknown"))])
    assert [line.id for line in ledger.stories.lines()] == ["y1"]
