from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates.calendars import HIJRI_MONTHS, JALALI_MONTHS, Calendar, gregorian


@pytest.mark.parametrize(
    ("calendar", "parts", "day"),
    [
        ("jalali", (1399, 1, 1), date(2020, 3, 20)),
        ("jalali", (1400, 1, 1), date(2021, 3, 21)),
        ("jalali", (1403, 12, 30), date(2025, 3, 20)),  # a leap year
        ("jalali", (1357, 11, 22), date(1979, 2, 11)),
        ("jalali", (1402, 6, 31), date(2023, 9, 22)),
        ("jalali", (1402, 7, 1), date(2023, 9, 23)),
        ("hijri", (1445, 9, 1), date(2024, 3, 11)),
        ("hijri", (1400, 1, 1), date(1979, 11, 20)),
    ],
)
def test_a_day_of_another_calendar(calendar: Calendar, parts: tuple[int, int, int], day: date) -> None:
    assert gregorian(calendar, *parts) == day


@pytest.mark.parametrize(
    ("calendar", "parts"),
    [
        ("jalali", (1404, 12, 30)),  # no leap year
        ("jalali", (1404, 7, 31)),
        ("jalali", (1404, 13, 1)),
        ("jalali", (1404, 0, 1)),
        ("jalali", (1404, 1, 0)),
        ("jalali", (2024, 1, 1)),
        ("hijri", (1445, 9, 31)),
        ("hijri", (2024, 1, 1)),
        ("hijri", (10**12, 1, 1)),
    ],
)
def test_a_day_that_there_is_not(calendar: Calendar, parts: tuple[int, int, int]) -> None:
    assert gregorian(calendar, *parts) is None


@given(st.integers(1277, 1501))
def test_a_jalali_year_ends_where_the_next_begins(year: int) -> None:
    first, following = gregorian("jalali", year, 1, 1), gregorian("jalali", year + 1, 1, 1)
    assert first
    assert following
    assert following - first in {timedelta(365), timedelta(366)}
    last = gregorian("jalali", year, 12, 30) or gregorian("jalali", year, 12, 29)
    assert last == following - timedelta(1)


def test_every_month_has_a_name() -> None:
    assert set(JALALI_MONTHS.values()) == set(HIJRI_MONTHS.values()) == set(range(1, 13))
