"""Days, weeks, months, quarters, seasons and years as stretches of whole days; the arithmetic under all time rules.

Weeks run Monday to Sunday (ISO 8601). Nothing here raises for a date that does not exist: the answer is None.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.records import Grain

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


def months(year: int, month: int, count: int = 1) -> Days:
    """So many whole months, from that one on."""
    last_year, last = divmod(year * LAST_MONTH + month + count - 2, LAST_MONTH)
    return Days(date(year, month, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1]))


def week_of(when: date) -> Days:
    """Monday to Sunday of the week that holds ``when``."""
    monday = date.fromordinal(max(1, when.toordinal() - when.weekday()))
    return Days(monday, date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal())))


def weekend_of(when: date) -> Days:
    """Saturday and Sunday of the week that holds ``when``."""
    sunday = week_of(when).last
    return Days(sunday - timedelta(days=1), sunday)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season_of(year: int, name: str) -> Days:
    """Meteorological season of the northern half of the world; a winter begins in December of ``year``."""
    return months(year, _SEASONS[name], 3)


def add_months(when: date, number: int) -> date:
    """The same day ``number`` months on, or the last day of a shorter month."""
    years, month = divmod(when.year * LAST_MONTH + when.month - 1 + number, LAST_MONTH)
    return date(years, month + 1, min(when.day, monthrange(years, month + 1)[1]))


class Unit(NamedTuple):
    """A unit of time: its grain, its letter in TIMEX3 and how many of those it is, its length in days or months."""

    grain: Grain
    letter: str
    times: int = 1
    days: int = 0
    months: int = 0


UNITS = {
    "second": Unit("minute", "TS"),
    "minute": Unit("minute", "TM"),
    "hour": Unit("hour", "TH"),
    "day": Unit("day", "D", days=1),
    "night": Unit("day", "D", days=1),
    "week": Unit("week", "W", days=7),
    "weekend": Unit("day", "W", days=7),
    "fortnight": Unit("week", "W", 2, days=14),
    "month": Unit("month", "M", months=1),
    "quarter": Unit("quarter", "Q", months=3),
    "year": Unit("year", "Y", months=12),
    "decade": Unit("decade", "Y", 10, months=120),
    "century": Unit("decade", "Y", 100, months=1200),
}


def shift(when: date, number: float, unit: str) -> date | None:
    """``when`` moved by so many units (negative: back); None beyond the calendar. Hours and less stay on the day."""
    count, step = number * UNITS[unit].months, number * UNITS[unit].days
    try:
        if unit == "hour":
            return when + timedelta(days=int(number / 24))
        return add_months(when, int(count)) + timedelta(days=round((count - int(count)) * 30) + round(step))
    except (ValueError, OverflowError):
        return None


def around(when: date, unit: str) -> Days:
    """The whole week, month, quarter, year or decade that holds ``when``; the day itself for smaller units."""
    count = UNITS[unit].months
    if count:
        year, month = divmod(max((when.year * LAST_MONTH + when.month - 1) // count * count, LAST_MONTH), LAST_MONTH)
        return months(year, month + 1, count)
    if unit == "weekend":
        return weekend_of(when)
    return week_of(when) if UNITS[unit].letter == "W" else Days(when, when)


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


def period(amount: float | None, name: str) -> str:
    """A length as TIMEX3 writes it: ``P3D``, ``PT30M``, ``P10Y``, ``PXY`` where the number is not told."""
    letter, times = UNITS[name].letter, UNITS[name].times
    if amount is None:
        return f"P{letter[:-1]}X{letter[-1]}"
    whole, smaller = int(amount), _PARTS.get(name)
    if smaller and amount % 1 and (parts := (amount - whole) * smaller[0]) == int(parts):
        return f"P{letter[:-1]}{f'{whole}{letter[-1]}' if whole else ''}{parts:g}{smaller[1]}"
    return f"P{letter[:-1]}{amount * times:g}{letter[-1]}"


_PARTS = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}  # of how many smaller ones a unit is made
