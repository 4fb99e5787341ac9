"""The solar calendar as stretches of days: whole months and years, and the way back from a day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.days import solar
from reportedly.read.days.calendar import Days


def test_a_year_and_its_parts() -> None:
    assert solar.months(1405, 1, 12) == Days(date(2026, 3, 21), date(2027, 3, 20))
    assert solar.months(1404, 12) == Days(date(2026, 2, 20), date(2026, 3, 20))
    assert solar.around(date(2026, 3, 10), "quarter", 1) == Days(date(2026, 3, 21), date(2026, 6, 21))
    assert solar.days(1404, 12, 30, 30) is None


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_each_day_lies_in_its_month_and_the_next_month_follows(day: date) -> None:
    told = solar.month_of(day)
    assert told is not None
    days = solar.months(*told)
    assert days is not None
    assert days.first <= day <= days.last
    after = solar.around(day, "month", 1)
    assert after is not None
    assert after.first == days.last + timedelta(days=1)
