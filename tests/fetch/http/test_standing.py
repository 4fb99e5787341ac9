from datetime import UTC, datetime, timedelta

import pytest

from reportedly.fetch.http.failures import NoPage
from reportedly.fetch.http.standing import Standings, backoff
from reportedly.records import HostState

NOW = datetime(2024, 6, 3, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Watch:
    """A clock that goes when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def standings(watch: Watch, *known: HostState) -> Standings:
    return Standings(known, 3, watch, lambda: 0.5)


def test_a_host_is_put_off_after_three_failures_on_end() -> None:
    hosts = standings(Watch())
    for _ in range(2):
        hosts.unreached("herald.example", "nothing listens there")
        hosts.check("herald.example")
    hosts.unreached("herald.example", "nothing listens there")
    with pytest.raises(NoPage, match=r"3 times on end \(nothing listens there\); put off until 2024-06-03 12:15 UTC"):
        hosts.check("herald.example")
    hosts.check("wire.example")


def test_an_answer_between_failures_starts_the_count_again() -> None:
    hosts = standings(Watch())
    for _ in range(5):
        hosts.unreached("herald.example", "x")
        hosts.unreached("herald.example", "x")
        hosts.answered("herald.example")
    assert hosts.changed() == (HostState("herald.example", 0, None, ""),)


def test_each_failure_after_a_rest_doubles_it_up_to_a_day() -> None:
    watch = Watch()
    hosts = standings(watch)
    waits = []
    for _ in range(11):
        hosts.unreached("herald.example", "x")
        (state,) = hosts.changed()
        if state.not_before:
            waits.append((state.not_before - watch.now) / MINUTE)
            watch.now = state.not_before
            assert not hosts.resting("herald.example")
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]


def test_what_an_earlier_run_learned_is_known() -> None:
    watch = Watch()
    hosts = standings(watch, HostState("herald.example", 4, NOW + 30 * MINUTE, "herald.example is down"))
    assert hosts.resting("Herald.Example.")
    watch.now += 31 * MINUTE
    assert not hosts.resting("herald.example")
    hosts.unreached("herald.example", "x")
    assert hosts.changed()[0].failures == 5


def test_waits_are_spread_to_either_side() -> None:
    assert backoff(1, 10 * MINUTE, 60 * MINUTE, lambda: 0.0) == 8 * MINUTE
    assert backoff(1, 10 * MINUTE, 60 * MINUTE, lambda: 1.0) == 12 * MINUTE
    assert backoff(99, 10 * MINUTE, 60 * MINUTE, lambda: 0.5) == 60 * MINUTE


def test_a_wish_to_be_left_alone_is_granted_for_a_day_at_most() -> None:
    hosts = standings(Watch())
    hosts.rest("herald.example", 1e9)
    (state,) = hosts.changed()
    assert state.not_before == NOW + timedelta(days=1)
    assert hosts.changed() == ()
