from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.people import throttle
from reportedly.people.throttle import Lane, Throttle

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)
LANE = Lane(("of", "oda", "192.0.2.1"), 5, 60)


def seconds(*values: float) -> list[timedelta]:
    return [timedelta(seconds=value) for value in values]


def test_some_failures_are_free_then_each_wait_is_twice_the_last() -> None:
    tries, at, waits = Throttle(), NOON, []
    for _ in range(15):
        wait = tries.attempt([LANE], at)
        if wait:
            waits.append(wait)
            at += wait
            assert not tries.attempt([LANE], at)
    assert waits == seconds(1, 2, 4, 8, 16, 32, 60, 60, 60)


def test_a_success_makes_the_way_free() -> None:
    tries = Throttle()
    for _ in range(6):
        tries.attempt([LANE], NOON)
    assert tries.attempt([LANE], NOON) == timedelta(seconds=1)
    tries.succeeded([LANE])
    assert not tries.attempt([LANE], NOON)


def test_failures_are_forgotten_after_half_an_hour() -> None:
    tries = Throttle()
    for _ in range(6):
        tries.attempt([LANE], NOON)
    assert not tries.attempt([LANE], NOON + throttle.FORGOTTEN)
    assert not tries.attempt([LANE], NOON + throttle.FORGOTTEN)


def test_the_strictest_lane_counts_and_a_refused_try_is_none() -> None:
    tries, other = Throttle(), Lane(("from", "192.0.2.1"), 1, 60)
    tries.attempt([LANE, other], NOON)
    assert not tries.attempt([LANE, other], NOON)
    assert tries.attempt([LANE, other], NOON) == timedelta(seconds=1)
    assert not tries.attempt([LANE], NOON)


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 4000)), max_size=60))
def test_nobody_ever_waits_longer_than_a_minute(steps: list[tuple[int, float]]) -> None:
    tries, at = Throttle(), NOON
    for lane, passed in steps:
        at += timedelta(seconds=passed)
        assert timedelta() <= tries.attempt([Lane((str(lane),), lane, 60)], at) <= timedelta(minutes=1)


def test_only_so_many_lanes_are_remembered() -> None:
    tries = Throttle()
    for n in range(throttle.MOST + 5):
        tries.attempt([Lane((str(n),), 0, 60)], NOON)
    assert not tries.attempt([Lane(("0",), 0, 60)], NOON)
    assert tries.attempt([Lane((str(throttle.MOST),), 0, 60)], NOON)
