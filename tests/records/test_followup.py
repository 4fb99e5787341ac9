from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import (
    Change,
    Evidence,
    FollowUp,
    Window,
)
from reportedly.text import Span

VISIT = Evidence("a1", "https://gazette.example/visit", Span(10, 15), "The envoy will visit Marrow on 10 May.")
ARRIVAL = Evidence("a2", "https://gazette.example/arrival", Span(0, 7), "The envoy arrived in Marrow.")
MAY_10_TO_12 = Window(date(2031, 5, 10), date(2031, 5, 12))
JUNE_1 = Window(date(2031, 6, 1), date(2031, 6, 1))


def followup(*history: Change, window: Window | None = MAY_10_TO_12) -> FollowUp:
    announced = date(2031, 5, 1)
    return FollowUp("f1", "CONSULT", (VISIT,), announced, window, "certain", ("the envoy",), history)


def test_before_its_window_an_expectation_is_open() -> None:
    assert followup().as_of(date(2031, 5, 9)).state == "open"


def test_it_is_due_from_the_first_day_of_its_window_to_the_last() -> None:
    first, last = followup().as_of(date(2031, 5, 10)), followup().as_of(date(2031, 5, 12))
    assert (first.state, last.state) == ("due", "due")
    assert first.history[-1].on == date(2031, 5, 10)


def test_when_the_window_is_over_and_nothing_was_heard_it_is_silent_from_its_last_day_on() -> None:
    after = followup().as_of(date(2031, 5, 13))
    assert after.state == "silent"
    assert after.history == (Change(on=date(2031, 5, 12), state="silent", window=MAY_10_TO_12),)


def test_without_a_window_it_stays_open() -> None:
    assert followup(window=None).as_of(date(2040, 1, 1)).state == "open"


def test_a_window_without_an_end_is_never_over() -> None:
    assert followup(window=Window(date(2031, 5, 10), None)).as_of(date(2040, 1, 1)).state == "open"


def test_what_happened_stays_happened() -> None:
    done = followup(Change(date(2031, 5, 11), "happened", (ARRIVAL,)))
    assert done.as_of(date(2031, 12, 31)).state == "happened"
    assert done.as_of(date(2031, 5, 10)).state == "due"


@pytest.mark.parametrize("state", ["cancelled", "denied"])
def test_what_was_called_off_does_not_fall_silent(state: str) -> None:
    gone = followup(msgspec.convert({"on": "2031-05-05", "state": state}, Change))
    assert gone.as_of(date(2031, 12, 31)).state == state


def test_moved_to_another_day_it_waits_for_that_day() -> None:
    moved = followup(Change(date(2031, 5, 9), "moved", (ARRIVAL,), JUNE_1))
    assert moved.as_of(date(2031, 5, 20)).state == "moved"
    assert moved.as_of(date(2031, 5, 20)).window == JUNE_1
    assert moved.as_of(date(2031, 6, 1)).state == "due"
    assert moved.as_of(date(2031, 6, 2)).state == "silent"


def test_before_the_move_was_known_the_old_window_counts() -> None:
    moved = followup(Change(date(2031, 5, 11), "moved", (ARRIVAL,), JUNE_1))
    assert moved.as_of(date(2031, 5, 10)).window == MAY_10_TO_12


def test_moved_without_a_new_date_it_stays_moved() -> None:
    moved = followup(Change(date(2031, 5, 9), "moved", (ARRIVAL,), None))
    late = moved.as_of(date(2040, 1, 1))
    assert late.state == "moved"
    assert late.window is None


days = st.dates(date(2031, 4, 1), date(2031, 8, 1))


@given(days, days, st.sampled_from(["happened", "moved", "cancelled", "denied"]))
def test_looking_from_a_day_shows_nothing_later(on: date, day: date, state: str) -> None:
    change = msgspec.convert({"on": on, "state": state}, Change)
    assert all(seen.on <= day for seen in followup(change).as_of(day).history)


def test_an_expectation_rests_on_its_announcements_and_on_what_became_of_it() -> None:
    assert followup(Change(date(2031, 5, 11), "happened", (ARRIVAL,))).evidence == (VISIT, ARRIVAL)
