from datetime import UTC, date, datetime, timedelta, timezone

from reportedly import clock


def test_the_machines_clock_gives_aware_utc() -> None:
    assert clock.system().tzinfo is UTC


def test_a_bare_day_stands_at_its_noon() -> None:
    assert clock.standing_at(date(2031, 5, 3))() == datetime(2031, 5, 3, 22, tzinfo=UTC)


def test_a_moment_without_a_zone_counts_as_utc() -> None:
    assert clock.standing_at(datetime(2031, 5, 3, 7, 30))() == datetime(2031, 5, 3, 7, 30, tzinfo=UTC)  # noqa: DTZ001


def test_a_moment_with_a_zone_stays_that_moment() -> None:
    moment = datetime(2031, 5, 3, 7, 30, tzinfo=timezone(timedelta(hours=3, minutes=30)))
    stopped = clock.standing_at(moment)
    assert stopped() == stopped() == moment
