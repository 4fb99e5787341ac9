"""Days with moments on them, and moments that no year holds."""

from datetime import UTC, date, datetime

import pytest

from reportedly.dates import Dated

LAST, FIRST = datetime.fromisoformat("9999-12-31T23:59:59-05:00"), datetime.fromisoformat("0001-01-01T00:00:00+05:00")


def test_a_moment_with_its_zone_is_told_as_utc() -> None:
    clock = datetime.fromisoformat("2024-06-03T23:30:00-05:00")
    assert Dated(clock.date(), clock).at == datetime(2024, 6, 4, 4, 30, tzinfo=UTC)
    assert Dated(clock.date(), clock.replace(tzinfo=None)).at is None


@pytest.mark.parametrize("clock", [LAST, FIRST])
def test_a_moment_beyond_the_calendar_is_unknown_and_its_day_stays(clock: datetime) -> None:
    dated = Dated(clock.date(), clock)
    assert dated.at is None
    assert dated.after(Dated(date(2024, 6, 3))) == (clock.year > 2024)


def test_on_one_day_only_the_times_of_day_can_tell_which_is_later() -> None:
    morning, evening = (datetime(2024, 6, 3, hour) for hour in (8, 20))  # noqa: DTZ001  no zone is told
    assert Dated(evening.date(), evening).after(Dated(morning.date(), morning))
    assert not Dated(evening.date(), evening).after(Dated(morning.date()))
    assert not Dated(evening.date()).after(Dated(morning.date(), morning))
