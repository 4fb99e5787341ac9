"""What is new since somebody looked: a number for everything once, whatever is grouped again later."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Change, Story, StoryArticle, story_id
from tests import newsroom
from tests.newsroom import FERRY, STORIES, STORY
from tests.telling import tell

THEN = datetime(2024, 6, 6, 4, tzinfo=UTC)


@pytest.fixture
def filled(url: str) -> Iterator[Ledger]:
    with open_ledger(url, lambda: THEN) as opened:
        yield newsroom.fill(opened)


def test_all_stories_are_new_to_who_never_looked(filled: Ledger) -> None:
    new = filled.news.new_stories(0, limit=10)
    assert {story.story for story in new} == {story.id for story in STORIES}
    assert new[0].sources == max(story.independent_sources for story in STORIES)


def test_nothing_is_new_to_who_has_seen_all(filled: Ledger) -> None:
    last = filled.news.last()
    assert filled.news.new_stories(last, limit=10) == []
    assert filled.news.grown_stories(last, limit=10) == []
    assert filled.news.changes(last, limit=10) == []
    assert filled.news.denials(last, within=100, limit=10) == []


def test_news_are_numbered_in_the_order_of_filing(filled: Ledger) -> None:
    assert filled.news.upto(THEN) == filled.news.last()
    assert filled.news.upto(THEN - timedelta(seconds=1)) == 0
    assert filled.news.at(filled.news.last()) == THEN


def test_a_story_parted_and_joined_again_is_no_news(filled: Ledger) -> None:
    last, others = filled.news.last(), [story for story in STORIES if story.id != STORY.id]
    before = filled.news.new_stories(0, limit=10)
    tell(filled, [*others, *(_only(place) for place in STORY.articles)])
    assert filled.news.new_stories(last, limit=10) == []
    tell(filled, STORIES)
    assert filled.news.new_stories(0, limit=10) == before
    assert filled.news.last() == last


def test_a_story_grows_by_the_voice_that_comes_to_it(url: str) -> None:
    with open_ledger(url, lambda: THEN) as opened:
        newsroom.fill(opened)
        first = STORY.articles[0]
        voices = sorted({*STORY.voices.values()})
        assert len(voices) == STORY.independent_sources
        story = opened.news.of_stories([STORY.id])[STORY.id]
        assert len(story.voices) == story.sources
        assert story.heard(story.begun) >= 1
        assert story.heard(story.begun - 1) == 0
        assert opened.news.of_pages([first.url])[first.url][0] >= story.begun


def test_what_came_of_an_expectation_is_news_once(filled: Ledger) -> None:
    last = filled.news.last()
    filled.followups.put([FERRY])
    assert filled.news.changes(last, limit=10) == []
    filled.followups.put([replace(FERRY, history=(*FERRY.history, Change(newsroom.TODAY, "denied")))])
    (change,) = filled.news.changes(last, limit=10)
    assert (change.followup, change.state, change.on) == (FERRY.id, "denied", newsroom.TODAY)


def test_denials_are_told_with_their_story_but_not_those_of_copies(filled: Ledger) -> None:
    denied = filled.news.denials(0, within=100, limit=10)
    assert denied
    assert {one.article for one in denied}.isdisjoint(place.article for place in STORY.articles if place.copy_of)


def _only(place: StoryArticle) -> Story:
    return Story(story_id(place.url), "Alone", (replace(place, copy_of=None),), 1)
