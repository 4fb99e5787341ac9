"""Days, weeks, months, quarters, seasons and years as stretches of whole days; the arithmetic under all time rules.

Weeks run Monday to Sunday (ISO 8601). Nothing here raises for a date that does not exist: the answer is None.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

WEEK = 7
LAST_MONTH = 12
YEARS = range(1000, 3000)  # of news and of the dates in it; beyond them no arithmetic is tried


class Days(NamedTuple):
    """First and last day of a stretch, both inclusive."""

    first: date
    last: date


def day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Days:
    """The whole month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """The whole calendar year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def quarter_of(year: int, quarter: int) -> Days:
    """The calendar quarter, 1 to 4."""
    return Days(date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter).last)


def week_of(when: date) -> Days:
    """Monday to Sunday of the week that holds ``when``."""
    monday = date.fromordinal(max(1, when.toordinal() - when.weekday()))
    return Days(monday, date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal())))


def weekend_of(when: date) -> Days:
    """Saturday and Sunday of the week that holds ``when``."""
    sunday = week_of(when).last
    return Days(sunday - timedelta(days=1), sunday)


_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def season_of(year: int, name: str) -> Days:
    """Meteorological season of the northern half of the world; a winter begins in December of ``year``."""
    first, last = _SEASONS[name]
    return Days(date(year, first, 1), month_of(year + (last < first), last).last)


def add_months(when: date, number: int) -> date:
    """The same day ``number`` months on, or the last day of a shorter month."""
    years, month = divmod(when.year * LAST_MONTH + when.month - 1 + number, LAST_MONTH)
    return date(years, month + 1, min(when.day, monthrange(years, month + 1)[1]))


_IN_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_IN_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def shift(when: date, number: float, unit: str) -> date | None:
    """``when`` moved by so many units (negative: back); None beyond the calendar. Hours and less stay on the day."""
    try:
        if unit in _IN_MONTHS:
            months = number * _IN_MONTHS[unit]
            rest = round((months - int(months)) * 30)
            return add_months(when, int(months)) + timedelta(days=rest)
        if unit in _IN_DAYS:
            return when + timedelta(days=round(number * _IN_DAYS[unit]))
        return when + timedelta(days=int(number / 24)) if unit == "hour" else when
    except (ValueError, OverflowError):
        return None


def around(when: date, unit: str) -> Days:
    """The whole week, month, quarter, year or decade that holds ``when``; the day itself for smaller units."""
    decade = when.year // 10 * 10
    wholes = {
        "week": week_of(when),
        "fortnight": week_of(when),
        "weekend": weekend_of(when),
        "month": month_of(when.year, when.month),
        "quarter": quarter_of(when.year, (when.month + 2) // 3),
        "year": year_of(when.year),
    }
    if unit == "decade" and decade:
        return Days(date(decade, 1, 1), date(decade + 9, 12, 31))
    return wholes.get(unit) or Days(when, when)


def unit_name(days: Days, unit: str) -> str:
    """A whole calendar unit as TIMEX3 writes it: ``2025-06``, ``2025-W23``, ``2025-W23-WE``, ``2025-Q2``, ``2025``."""
    first, year = days.first, days.first.year
    names = {
        "week": week_name(first),
        "fortnight": week_name(first),
        "weekend": f"{week_name(first)}-WE",
        "month": f"{first:%Y-%m}",
        "quarter": f"{year}-Q{(first.month + 2) // 3}",
        "year": f"{year}",
        "decade": f"{year // 10}",
        "century": f"{year // 100:02}",
    }
    return names.get(unit) or first.isoformat()


def week_name(when: date) -> str:
    """The ISO week as TIMEX3 writes it: ``2025-W23``."""
    year, week, _ = when.isocalendar()
    return f"{year:04}-W{week:02}"
