from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from reportedly.ledger import Ledger, StoryLine
from reportedly.records import Article, Story, StoryArticle

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
    ledger.replace_stories([told])
    assert ledger.story("y1") == told
    assert list(ledger.all_stories()) == [told]
    assert [ledger.story_of(one.id) for one in shelf] == ["y1", "y1", None, None]
    assert ledger.story("y9") is None


def test_a_story_line_sums_up_its_articles(ledger: Ledger, shelf: list[Article]) -> None:
    ledger.replace_stories([story("y1", *shelf)])
    first, last = date(2031, 5, 1), date(2031, 5, 5)
    assert ledger.stories() == [StoryLine("y1", "Story y1", first, last, 4, ("herald", "wire"), 1)]


def test_the_newest_story_comes_first_and_undated_ones_last(ledger: Ledger, shelf: list[Article]) -> None:
    ledger.replace_stories([story(f"y{n}", one) for n, one in enumerate(shelf)])
    assert [line.id for line in ledger.stories()] == ["y2", "y1", "y0", "y3"]
    assert [told.id for told in ledger.all_stories()] == ["y2", "y1", "y0", "y3"]
    assert [line.id for line in ledger.stories(limit=2, offset=1)] == ["y1", "y0"]


def test_stories_of_some_days(ledger: Ledger, shelf: list[Article]) -> None:
    ledger.replace_stories([story("y1", shelf[0], shelf[2]), story("y2", shelf[1]), story("y3", shelf[3])])
    assert [line.id for line in ledger.stories(since=date(2031, 5, 4))] == ["y1"]
    assert [line.id for line in ledger.stories(until=date(2031, 5, 2))] == ["y1"]
    assert [line.id for line in ledger.stories(since=date(2031, 5, 3), until=date(2031, 5, 3))] == ["y1", "y2"]


def test_stories_grouped_anew_replace_the_old_ones(ledger: Ledger, shelf: list[Article]) -> None:
    kept, old, changed = story("y1", shelf[0]), story("y2", shelf[1]), story("y3", shelf[2])
    ledger.replace_stories([kept, old, changed])
    after = [kept, replace(changed, title="Other", articles=story("y3", shelf[2], shelf[1]).articles)]
    for _ in range(2):
        ledger.replace_stories(after)
        assert sorted(ledger.all_stories(), key=lambda told: told.id) == after
    ledger.replace_stories([])
    assert ledger.stories() == []
    assert ledger.story_of(shelf[0].id) is None


def test_a_story_of_an_unknown_article_leaves_the_old_stories(
    ledger: Ledger, shelf: list[Article], article: Write
) -> None:
    ledger.replace_stories([story("y1", shelf[0])])
    with pytest.raises(Exception, match="FOREIGN KEY"):
        ledger.replace_stories([story("y2", article(url="https://x.example/unknown"))])
    assert [line.id for line in ledger.stories()] == ["y1"]
