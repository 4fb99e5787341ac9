"""Weeks, months, quarters, seasons and years as a language counts them: by its own calendar and its own week."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from reportedly.dates.calendars import gregorian
from reportedly.read.days import calendar, solar
from reportedly.read.days.calendar import WEEK, Days, day, shift, unit_name
from reportedly.read.days.hijri import islamic_days
from reportedly.read.days.nearest import by_year
from reportedly.read.days.value import Here, Value, grain_of, stretch
from reportedly.read.multilingual.times.table import Table
from reportedly.read.multilingual.times.vocabulary import Month

_DOUBT = timedelta(days=1)  # by where the moon is seen, a lunar day comes one sooner or later
_MOON = 30  # days of a lunar month, at most
_SOLAR_SEASONS = {"spring": 1, "summer": 4, "autumn": 7, "winter": 10}
_TURN_OF_CALENDARS = 1500  # years below it are of another calendar than ours

Ways = Callable[[int], Iterable[Days]]


def whole(when: date | None, unit: str, table: Table, steps: int = 0, *, own: bool = True) -> Value:
    """The unit that holds a day, or the one so many steps from it, by the language's own calendar or by ours."""
    if when is None:
        return stretch(None, grain_of(unit), None)
    if own and unit in {"month", "quarter", "year"} and table.months.own == "jalali":
        return stretch(solar.around(when, unit, steps), grain_of(unit), None)
    moved = shift(when, steps, unit)
    days = _around(moved, unit, table) if moved else None
    return stretch(days, grain_of(unit), unit_name(days, unit) if days else None)


def _around(when: date, unit: str, table: Table) -> Days:
    if unit == "weekend":
        first, last = table.week.weekend
        begin = week_of(when, table).first
        return Days(*(begin + timedelta(days=(number - table.week.begins) % WEEK) for number in (first, last)))
    return week_of(when, table) if unit in {"week", "fortnight"} else calendar.around(when, unit)


def week_of(when: date, table: Table) -> Days:
    """The week that holds a day, from the day with which the language begins it."""
    first = when - timedelta(days=(when.weekday() - table.week.begins) % WEEK)
    return Days(first, first + timedelta(days=WEEK - 1))


def of_month(month: Month, year: int, first: int | None, last: int | None) -> Days | None:
    """Days of a month of that year of its own calendar, or all of it; lunar ones with their day of doubt."""
    if month.calendar == "jalali":
        return solar.days(year, month.number, first, last or first) if first else solar.months(year, month.number)
    if month.calendar == "hijri":
        return in_moon_year(year, month.number, first or 1, (last or first or 0) - first + 1 if first else _MOON)
    if not first:
        return calendar.months(year, month.number)
    begin, end = (day(year, month.number, number) for number in (first, last or first))
    return Days(begin, end) if begin and end and begin <= end else None


def in_moon_year(year: int, month: int, first: int, count: int) -> Days | None:
    """So many days of a lunar month of that lunar year, a day sooner or later."""
    begun = gregorian("hijri", year, month, first)
    return Days(begun - _DOUBT, begun + timedelta(days=count - 1) + _DOUBT) if begun else None


def ways(month: Month, first: int | None, last: int | None) -> Ways:
    """For a year of ours, all days that such days of a month without a year can be in it."""

    def of(ours: int) -> Iterable[Days]:
        if month.calendar == "hijri":
            return islamic_days(ours, month.number, first or 1, (last or first or 0) - first + 1 if first else _MOON)
        years = solar.years_near(ours) if month.calendar == "jalali" else (ours,)
        return [found for year in years if (found := of_month(month, year, first, last))]

    return of


def season(name: str, year: int | None, here: Here, table: Table) -> Days | None:
    """A season of that year, or the one meant; by the solar calendar where the language counts by it."""

    def of(number: int) -> Iterable[Days]:
        if table.months.own == "jalali":
            return [found for n in solar.years_near(number) if (found := solar.months(n, _SOLAR_SEASONS[name], 3))]
        return (calendar.season_of(number, name),)

    if year is None:
        return by_year(of, here)
    if year < _TURN_OF_CALENDARS:
        return solar.months(year, _SOLAR_SEASONS[name], 3)
    return calendar.season_of(year, name)


def year_of(year: int, table: Table, *, moon: bool = False) -> Value:
    """A whole year, by its number in the calendar that the number belongs to."""
    if year >= _TURN_OF_CALENDARS:
        return stretch(calendar.months(year, 1, calendar.LAST_MONTH), "year", str(year))
    if table.months.own == "jalali" and not moon:
        return stretch(solar.months(year, 1, calendar.LAST_MONTH), "year", None)
    first, after = gregorian("hijri", year, 1, 1), gregorian("hijri", year + 1, 1, 1)
    days = Days(first - _DOUBT, after) if first and after else None
    return stretch(days, "year", None, vague=True)
