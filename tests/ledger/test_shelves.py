"""Shelves told by an index are those that each expectation tells of itself, on any day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import SETTLED, SOON, Change, FollowUp, Shelf, State, Window, spells
from tests.ledger.conftest import Another

FIRST = date(2026, 3, 1)
DAYS = st.integers(0, 40).map(lambda days: FIRST + timedelta(days))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
    return Window(min(start, end), max(start, end)) if start and end else Window(start, end)


@st.composite
def lives(draw: st.DrawFn) -> FollowUp:
    told: list[State] = draw(st.lists(st.sampled_from(["moved", "happened", "cancelled", "denied"]), max_size=4))
    history = [Change(day, state) for day, state in zip(sorted(draw(DAYS) for _ in told), told, strict=True)]
    moved = tuple(
        Change(one.on, one.state, window=draw(st.none() | windows())) if one.state == "moved" else one
        for one in history
    )
    return FollowUp("f1", "MEET", (), draw(st.none() | DAYS), draw(st.none() | windows()), "certain", history=moved)


@pytest.fixture(scope="module")
def ledger(another: Another) -> Iterator[Ledger]:
    with another() as url, open_ledger(url) as opened:
        yield opened


def shelf(followup: FollowUp, day: date) -> Shelf | None:
    """The shelf by what the expectation tells of itself."""
    if not followup.is_known_by(day):
        return None
    standing = followup.as_of(day)
    window = standing.window
    if standing.state in SETTLED:
        return "settled"
    if standing.state == "silent":
        return "silent"
    if window is None or not (window.start or window.end):
        return "untimed"
    return "week" if (window.start or window.end or day) <= day + SOON else "later"


@settings(max_examples=25)
@given(st.lists(lives(), min_size=1, max_size=5), DAYS)
def test_each_lies_on_its_shelf_on_any_day(ledger: Ledger, given_lives: list[FollowUp], day: date) -> None:
    known = [
        FollowUp(f"f{n}", one.type, (), one.announced, one.window, one.certainty, history=one.history)
        for n, one in enumerate(given_lives)
    ]
    for n in range(5):
        ledger.followups.put([FollowUp(f"f{n}", "MEET", (), date.max, None, "certain")])
    ledger.followups.put(known)
    for name in get_args(Shelf):
        wanted = {one.id for one in known if shelf(one, day) == name}
        others = {"f8", "f9"}  # of the tests below
        assert set(ledger.shelves.on(name, day, limit=9)) - others == wanted
        assert 0 <= ledger.shelves.count(name, day, 9) - len(wanted) <= len(others)


@given(lives())
def test_spells_follow_each_other_without_a_gap(followup: FollowUp) -> None:
    told = [*spells(followup)]
    assert [one.since for one in told[1:]] == [one.until for one in told[:-1]]
    assert all(one.since < one.until for one in told)


def test_what_was_moved_is_known_at_both_places(ledger: Ledger) -> None:
    was, now = Window(date(2031, 5, 4), date(2031, 5, 4)), Window(date(2031, 5, 20), date(2031, 5, 21))
    moved = Change(date(2031, 5, 2), "moved", window=now)
    ledger.followups.put([FollowUp("f9", "MEET", (), date(2031, 4, 1), was, "certain", history=(moved,))])
    held = ledger.shelves.between(date(2031, 5, 1), date(2031, 5, 31), date(2031, 5, 3), limit=9)
    assert [(one.opens, one.closes, one.left) for one in held] == [
        (now.start, now.end, False),
        (was.start, was.end, True),
    ]
    before = ledger.shelves.between(date(2031, 5, 1), date(2031, 5, 31), date(2031, 4, 30), limit=9)
    assert [(one.opens, one.left) for one in before] == [(was.start, False)]


def test_a_shelf_is_narrowed_down_by_what_was_told_last(ledger: Ledger) -> None:
    off = FollowUp("f8", "MEET", (), FIRST, None, "certain", history=(Change(FIRST, "cancelled"),))
    ledger.followups.put([off])
    assert "f8" in ledger.shelves.on("settled", FIRST, state="cancelled", limit=9)
    assert "f8" not in ledger.shelves.on("settled", FIRST, state="happened", limit=9)
