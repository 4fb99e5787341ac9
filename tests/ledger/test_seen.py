"""What somebody has seen: one number, and exceptions from it. No mark takes anything out of a list."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Mark, Seen, Story, is_read
from tests import newsroom
from tests.ledger.conftest import Another
from tests.newsroom import STORIES, STORY

NOW = datetime(2024, 6, 6, 6, tzinfo=UTC)


def test_a_look_is_ones_own_and_can_be_taken_back(ledger: Ledger) -> None:
    assert ledger.seen.last("ada") is None
    ledger.seen.look("ada", NOW, 7)
    ledger.seen.look("ada", NOW + timedelta(hours=1), 9)
    last = ledger.seen.last("ada")
    assert last == Seen(NOW + timedelta(hours=1), 9, last.number if last else 0)
    assert last
    assert ledger.seen.last("bea") is None
    assert not ledger.seen.unlook("bea", last.number)
    assert ledger.seen.unlook("ada", last.number)
    assert not ledger.seen.unlook("ada", last.number)
    before = ledger.seen.last("ada")
    assert before
    assert before.upto == 7


def test_the_looks_of_a_month_are_kept(ledger: Ledger) -> None:
    for hour in range(40):
        ledger.seen.look("ada", NOW + timedelta(hours=hour), hour)
    taken = 0
    while last := ledger.seen.last("ada"):
        taken += ledger.seen.unlook("ada", last.number)
    assert taken == 30


def test_reading_and_starring_do_not_touch_each_other(ledger: Ledger) -> None:
    ledger.seen.star("ada", "story", "s1", NOW)
    ledger.seen.read("ada", "story", "s1", upto=4)
    assert ledger.seen.marks("ada", "story", ["s1", "s2"]) == {
        "s1": Mark("story", "s1", read=True, upto=4, starred=NOW)
    }
    ledger.seen.read("ada", "story", "s1", upto=None)
    ledger.seen.star("ada", "story", "s1", None)
    assert ledger.seen.marks("ada", "story", ["s1"]) == {"s1": Mark("story", "s1", read=False)}
    assert ledger.seen.marks("ada", "article", ["s1"]) == {}


def test_what_was_starred_stands_last_first(ledger: Ledger) -> None:
    for hour, own in enumerate(("s1", "s2", "s3")):
        ledger.seen.star("ada", "story", own, NOW + timedelta(hours=hour))
    assert [mark.about for mark in ledger.seen.starred("ada", limit=2)] == ["s3", "s2"]
    assert [mark.about for mark in ledger.seen.starred("ada", limit=2, offset=2)] == ["s1"]


@pytest.mark.parametrize(
    ("mark", "touched", "upto", "read"),
    [
        (None, 5, 5, True),
        (None, 6, 5, False),
        (Mark("story", "s", read=True, upto=6), 6, 5, True),
        (Mark("story", "s", read=True, upto=6), 7, 5, False),
        (Mark("story", "s", read=False), 3, 5, False),
        (Mark("story", "s", starred=NOW), 3, 5, True),
    ],
)
def test_what_is_said_of_one_comes_before_what_is_said_of_all(
    mark: Mark | None, touched: int, upto: int, *, read: bool
) -> None:
    assert is_read(mark, touched, upto) is read


ACTS = st.lists(
    st.tuples(st.sampled_from(["look", "unlook", "read", "unread", "star", "unstar"]), st.sampled_from(STORIES)),
    max_size=12,
)


@pytest.fixture(scope="module")
def filled(another: Another) -> Iterator[Ledger]:
    with another() as url, open_ledger(url) as ledger:
        yield newsroom.fill(ledger)


@given(acts=ACTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mark_makes_anything_disappear(filled: Ledger, acts: list[tuple[str, Story]]) -> None:
    before = filled.stories.lines(), filled.articles.lines(), filled.news.new_stories(0, limit=50)
    for act, story in acts:
        _do(filled, act, story.id)
    assert (filled.stories.lines(), filled.articles.lines(), filled.news.new_stories(0, limit=50)) == before
    assert filled.stories.get(STORY.id) == STORY


def _do(ledger: Ledger, act: str, story: str) -> None:
    seen = ledger.seen
    match act:
        case "look":
            seen.look("ada", NOW, ledger.news.last())
        case "unlook":
            last = seen.last("ada")
            seen.unlook("ada", last.number if last else 0)
        case "read" | "unread":
            seen.read("ada", "story", story, upto=ledger.news.last() if act == "read" else None)
        case _:
            seen.star("ada", "story", story, NOW if act == "star" else None)
