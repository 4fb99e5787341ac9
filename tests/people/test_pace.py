from datetime import UTC, datetime, timedelta

from reportedly.people import Pace
from reportedly.people.pace import MOST

NOON = datetime(2031, 5, 20, 12, tzinfo=UTC)


def test_a_burst_is_granted_and_then_so_many_a_minute() -> None:
    pace = Pace(60)
    assert [pace.take("oda", NOON) for _ in range(60)] == [0.0] * 60
    assert pace.take("oda", NOON) == 1.0
    assert pace.take("tam", NOON) == 0.0
    assert pace.take("oda", NOON + timedelta(seconds=1)) == 0.0
    assert 0 < pace.take("oda", NOON + timedelta(seconds=1.5)) <= 0.5


def test_only_so_many_askers_are_remembered() -> None:
    pace = Pace(1)
    assert pace.take("first", NOON) == 0.0
    assert pace.take("first", NOON) > 0
    for n in range(MOST):
        pace.take(str(n), NOON)
    assert pace.take("first", NOON) == 0.0
