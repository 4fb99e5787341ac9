"""The ground truth is only worth something while its words stand in the articles."""

from datetime import date, timedelta

import pytest

from reportedly.sample import world
from reportedly.sample.truth import TrueExpectation, TrueStory, truth
from reportedly.sample.world import LAST

PIECES = {site.url(piece): piece for site, piece in world.pieces()}
OWNERS = {site.url(piece): site.outlet.owner for site, piece in world.pieces()}

each_expectation = pytest.mark.parametrize("told", truth().expectations, ids=lambda told: told.name)
each_story = pytest.mark.parametrize("story", truth().stories, ids=lambda story: story.name)


def stood(url: str, day: date = LAST) -> str:
    version = PIECES[url].as_of(day)
    assert version is not None, f"{url} was not out on {day}"
    return version.text


def day_of(url: str) -> date:
    return PIECES[url].published.date()


@each_expectation
def test_an_announcement_stands_in_its_article(told: TrueExpectation) -> None:
    assert stood(told.url).count(told.words) == 1
    assert told.trigger in told.words


@each_expectation
def test_an_outcome_is_shown_by_an_article_of_its_day(told: TrueExpectation) -> None:
    if told.evidence is None:
        assert told.state in {"open", "silent"}
        return
    assert told.evidence_words is not None
    assert told.evidence_words in stood(told.evidence)
    assert told.on == day_of(told.evidence) > day_of(told.url)


@each_expectation
def test_further_announcements_come_after_the_first(told: TrueExpectation) -> None:
    assert all(day_of(url) >= day_of(told.url) for url in told.supports)


def test_silence_begins_when_the_window_is_over_and_nobody_wrote_of_the_matter_again() -> None:
    silent = {told.name: told for told in truth().expectations if told.state == "silent"}
    for told in silent.values():
        assert told.window is not None
        assert told.window.end is not None
        assert told.on == told.window.end + timedelta(days=1)
    later = [piece.text for piece in PIECES.values() if piece.published.date() > day_of(silent["river-talks"].url)]
    assert not any("Water experts" in text or "expert talks" in text for text in later)


def test_the_stream_holds_every_way_in_which_an_expectation_can_end() -> None:
    states = {told.state for told in truth().expectations}
    assert states == {"happened", "moved", "cancelled", "denied", "silent", "open"}


@each_story
def test_the_articles_of_a_story_exist_and_its_copies_are_close_to_what_they_copy(story: TrueStory) -> None:
    assert set(story.articles) <= set(PIECES)
    for copy in story.copies:
        ours, theirs = stood(copy.url).split("\n\n"), stood(copy.copy_of).split("\n\n")
        assert len(set(ours) & set(theirs)) >= len(theirs) / 2
        assert day_of(copy.url) == day_of(copy.copy_of)


@each_story
def test_independent_sources_are_originators_of_different_owners(story: TrueStory) -> None:
    copies = {copy.url for copy in story.copies}
    assert story.independent_sources == len({OWNERS[url] for url in story.articles if url not in copies})


def test_edits_change_the_words_on_their_day() -> None:
    for edit in truth().edits:
        assert edit.before in stood(edit.url, edit.on - timedelta(days=1))
        assert edit.after not in stood(edit.url, edit.on - timedelta(days=1))
        assert edit.after in stood(edit.url, edit.on)
        assert edit.before not in stood(edit.url, edit.on)


def test_the_parts_of_a_running_story_follow_each_other_and_are_no_one_story() -> None:
    held = {url: story.name for story in truth().stories for url in story.articles}
    for thread in truth().threads:
        assert [day_of(url) for url in thread.parts] == sorted({day_of(url) for url in thread.parts})
        assert len({held.get(url, url) for url in thread.parts}) == len(thread.parts)


def test_what_drifted_stands_in_the_articles_of_its_story() -> None:
    stories = {story.name: story for story in truth().stories}
    for drift in truth().drifts:
        assert {drift.before.url, drift.after.url} <= set(stories[drift.story].articles)
        assert drift.before.words in stood(drift.before.url)
        assert drift.after.words in stood(drift.after.url)


def test_a_withdrawn_page_is_gone_on_its_day() -> None:
    for page in truth().withdrawals:
        assert PIECES[page.url].as_of(page.on - timedelta(days=1))
        assert PIECES[page.url].as_of(page.on) is None


def test_figures_disagree_and_stand_in_their_articles() -> None:
    for figure in truth().figures:
        assert len({told.number for told in figure.told}) == len(figure.told) >= 2
        assert all(told.words in stood(told.url, day_of(told.url)) for told in figure.told)


def test_contested_names_denials_and_chains_stand_in_their_articles() -> None:
    for place in truth().places:
        assert all(name.name in stood(name.url) for name in place.names)
    for denial in truth().denials:
        assert denial.words in stood(denial.url)
    for chain in truth().chains:
        assert chain.words in stood(chain.url)
        assert chain.outer in chain.words
        assert chain.inner in chain.words


def test_long_quotes_open_and_close_in_different_paragraphs() -> None:
    for quote in truth().quotes:
        text = stood(quote.url)
        start, end = text.index(quote.opens), text.index(quote.closes)
        assert "\n\n“" in text[start:end]
        assert quote.speaker in text


def test_dead_ends_are_what_the_feeds_announce_and_the_feed_that_is_none() -> None:
    announced = {site.outlet.home.rstrip("/") + end.path for site in world.sites().values() for end in site.dead_ends}
    broken = {feed for site in world.sites().values() if site.build.feed == "moved" for feed in site.outlet.feeds}
    assert {end.url for end in truth().dead_ends} == announced | broken
