"""Days, months, seasons and years of the solar calendar of Iran and Afghanistan, as stretches of days of ours."""

from datetime import date, timedelta

from reportedly.dates.calendars import gregorian
from reportedly.read.days.calendar import LAST_MONTH, Days

_TURN = 621  # a solar year begins in March of the year that is so many higher
_SEASON = 3  # months; a season is a quarter of the year


def days(year: int, month: int, first: int, last: int) -> Days | None:
    """Days of one month; None where it has no such days, or the year is out of reach."""
    begin, end = (gregorian("jalali", year, month, day) for day in (first, last))
    return Days(begin, end) if begin and end and begin <= end else None


def months(year: int, month: int, count: int = 1) -> Days | None:
    """So many whole months, from that one on; the number of the month may be beyond the year's."""
    begin, after = (_first_of(year, month + step) for step in (0, count))
    return Days(begin, after - timedelta(days=1)) if begin and after else None


def _first_of(year: int, month: int) -> date | None:
    years, before = divmod(month - 1, LAST_MONTH)
    return gregorian("jalali", year + years, before + 1, 1)


def years_near(ours: int) -> tuple[int, int]:
    """The two solar years of which days fall into a year of ours."""
    return ours - _TURN - 1, ours - _TURN


def month_of(when: date) -> tuple[int, int] | None:
    """Year and month of a day; None where the calendar does not reach it."""
    for year in reversed(years_near(when.year)):
        begin = gregorian("jalali", year, 1, 1)
        if begin is not None and begin <= when:
            past = (when - begin).days
            return year, past // 31 + 1 if past < 31 * 6 else min((past - 31 * 6) // 30 + 7, LAST_MONTH)
    return None


def around(when: date, unit: str, steps: int = 0) -> Days | None:
    """The whole month, quarter or year that holds a day, or the one so many steps from it."""
    told = month_of(when)
    if told is None:
        return None
    year, month = told
    if unit == "year":
        return months(year + steps, 1, LAST_MONTH)
    if unit == "quarter":
        return months(year, (month - 1) // _SEASON * _SEASON + 1 + _SEASON * steps, _SEASON)
    return months(year, month + steps)
