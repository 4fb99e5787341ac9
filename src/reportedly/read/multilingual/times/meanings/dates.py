"""Days, months, seasons and years that are named: ``15 Ramadan``, ``5 March 2026``, ``2026/3/5``, feasts."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.read.days.calendar import LAST_MONTH, Days, day, months
from reportedly.read.days.nearest import bare_month, by_year
from reportedly.read.days.value import Here, Value, one_day, stretch, whole_unit
from reportedly.read.multilingual.times.meanings import stretches
from reportedly.read.multilingual.times.table import CALENDARS
from reportedly.read.multilingual.times.told import Told
from reportedly.read.multilingual.times.vocabulary import Month, Vocabulary
from reportedly.records import Grain

_STEPS = {"this": 0, "next": 1, "last": -1, "next_week": 1, "after_next": 2, "before_last": -2}
_NEAR = timedelta(days=183)
_BUDGET_MONTH = 7  # in which a fiscal year begins
_A_MONTH = 30  # days: a feast as long is a month
_TURN_OF_CALENDARS = 1500
_DAYS = range(1, 32)
_A_NUMBER = re.compile(r"(?<![\d.,:/-])(\d\d?) $")


class _Dates(NamedTuple):
    """Days of a month, or all of it."""

    month: Month
    first: int | None = None
    last: int | None = None


def named_day(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """A day, or days of one month: of the year told, else those that are meant."""
    month: Month = told["month"]
    first, last = told["day"], told["day2"]
    if not first or last == 0:
        return None
    days = _meant(told, here, words, _Dates(month, first, last))
    if days and month.calendar == "hijri" and told["weekday"] is not None:
        return one_day(_on_weekday(days, told["weekday"]))
    if days is None and told["year"] is None and not month.calendar:
        known = day(2000, month.number, first)
        return stretch(None, "day", f"XXXX-{month.number:02}-{first:02}" if known else None)
    return _dated(days, "day", vague=month.calendar == "hijri")


def _on_weekday(days: Days, weekday: int) -> date:
    """The day of a lunar date on its weekday, which leaves no doubt; its middle one where none of them is."""
    several = [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]
    return next((day for day in several if day.weekday() == weekday), several[len(several) // 2])


def days_over_months(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """From a day of one month to a day of another; an unnamed year is that of the first day."""
    month, other = told["month"], told["month2"]
    first, last = told["day"], told["day2"]
    if not first or not last or here.moved():
        return None
    begin = _meant(told, here, words, _Dates(month, first))
    if begin is None:
        return stretch(None, "day", None)
    ends = [found for n in (0, 1) for found in stretches.ways(other, last, None)(begin.first.year + n)]
    end = next((found for found in sorted(ends) if found.last > begin.first), None)
    return _dated(
        Days(begin.first, end.last) if end else None, "day", vague="hijri" in {month.calendar, other.calendar}
    )


def _meant(told: Told, here: Here, words: Vocabulary, dates: _Dates) -> Days | None:
    """The days of a month that are meant: of the year told, or by a word beside them, else by what is near."""
    month, first, last = dates
    year: int | None = told["year"]
    if year is not None:
        return stretches.of_month(month, year, first, last)
    of = _on_its_weekday(stretches.ways(month, first, last), told["weekday"], here.today)
    if told["which"] and here.today:
        return _beside(told, words, of, here.today)
    if first is None and month.calendar is None:
        return bare_month(month.number, here)
    if first is not None and first == (last or first) and month.calendar is None and here.ahead() <= 0:
        before = here.years.get((month.number, first))
        return stretches.of_month(month, before, first, last) if before else by_year(of, here)
    return by_year(of, here)


def _on_its_weekday(of: stretches.Ways, weekday: int | None, today: date | None) -> stretches.Ways:
    """Only those days that are on the weekday told beside them, where one within half a year of publication is."""
    if weekday is None or today is None:
        return of

    def on_it(ours: int) -> Iterable[Days]:
        return [days for days in of(ours) if days.first == days.last and days.first.weekday() == weekday]

    near = (days.first for n in (-1, 0, 1) for days in on_it(today.year + n))
    return on_it if any(abs(day - today) <= _NEAR for day in near) else of


def _beside(told: Told, words: Vocabulary, of: stretches.Ways, today: date) -> Days | None:
    """What a word beside it says: of next year, or the next one."""
    which = told["which"]
    if told["unit"] == "year":
        return _of_year(told, words, of, today)
    found = sorted(days for n in (-1, 0, 1) for days in of(today.year + n))
    if which in {"last", "before_last"}:
        return next((days for days in reversed(found) if days.last < today), None)
    if which == "this":
        return min(found, key=lambda days: abs((days.first - today).days), default=None)
    return next((days for days in found if days.first > today), None)


def _of_year(told: Told, words: Vocabulary, of: stretches.Ways, today: date) -> Days | None:
    """Those within the year before, at hand, or after."""
    year = stretches.whole(today, "year", words.table, _STEPS[told["which"]]).days
    if year is None:
        return None
    found = [days for n in (year.first.year, year.last.year) for days in of(n)]
    return next((days for days in found if year.first <= days.last and days.first <= year.last), None)


def _dated(days: Days | None, grain: Grain, *, vague: bool = False) -> Value:
    if days is None:
        return stretch(None, grain, None, vague=vague)
    if days.first == days.last:
        return one_day(days.first)
    ranged = grain == "day" and not vague
    return stretch(days, grain, None, kind="window" if ranged else "point", vague=vague)


def named_month(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """A month, of the year told or the one meant; no day at all beside a number that is no day of it."""
    month: Month = told["month"]
    beside = _A_NUMBER.search(here.before)
    if beside and int(beside[1]) not in _DAYS:
        return stretch(None, "day", None)
    days = _meant(told, here, words, _Dates(month))
    if month.calendar is None:
        return whole_unit(days.first, "month") if days else stretch(None, "month", f"XXXX-{month.number:02}")
    return stretch(days, "month", None, vague=month.calendar == "hijri")


def named_year(told: Told, _here: Here, words: Vocabulary) -> Value | None:
    """``the year 2026``, ``1405``."""
    return stretches.year_of(told["year"], words.table, moon=told["calendar"] == "hijri")


def fiscal(told: Told, here: Here, _words: Vocabulary) -> Value | None:
    """``the current fiscal year``: from July to June, as in Pakistan; elsewhere it differs, hence vague."""
    if here.today is None:
        return stretch(None, "year", None, vague=True)
    first = here.today.year - (here.today.month < _BUDGET_MONTH) + _STEPS[told["which"]]
    return stretch(months(first, _BUDGET_MONTH, LAST_MONTH), "year", f"{first}", vague=True)


def numeric(told: Told, _here: Here, words: Vocabulary) -> Value | None:
    """``2026/3/5``, ``۱۴۰۴/۱۲/۱۴``; where the day may stand first it does."""
    year, month, number = (int(told.match[name]) for name in ("year", "middle", "day"))
    if not 1 <= month <= 12 or not 1 <= number <= 31:  # noqa: PLR2004
        return None
    own = words.table.months.own
    calendar = CALENDARS[own if own == "jalali" else "hijri"] if year < _TURN_OF_CALENDARS else None
    days = stretches.of_month(Month(month, calendar), year, number, None)
    return _dated(days, "day", vague=calendar == "hijri") if days else None


def season(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """``summer 2026``, ``this autumn``: vague, for nobody counts its days."""
    year, which, today = told["year"], told["which"], here.today
    if which and today:
        near = stretches.season(told["season"], None, here._replace(ahead=lambda: 0), words.table)
        return stretch(_stepped_season(told, words, near, today), "quarter", None, vague=True)
    days = stretches.season(told["season"], year, here, words.table)
    return stretch(days, "quarter", None, vague=True)


def _stepped_season(told: Told, words: Vocabulary, near: Days | None, today: date) -> Days | None:
    """The one at hand or nearest; with a word for it the first ahead, the last behind."""
    if told["which"] == "this" or near is None:
        return near
    way = 1 if told["which"] in {"next", "next_week"} else -1

    def beyond(days: Days) -> bool:
        return days.first > today if way > 0 else days.last < today

    if beyond(near):
        return near
    return stretches.season(told["season"], None, _on(near.first + timedelta(days=365 * way)), words.table)


def _on(today: date) -> Here:
    """A place in a text of that day about which nothing else is known."""
    return Here(today, None, lambda: 0, lambda _: None, {}, "", "", lambda: False, lambda: False)


def feast(told: Told, here: Here, words: Vocabulary) -> Value | None:
    """A feast, of the year told or the one meant; a bare Eid is two."""
    meant = [each for each in words.table.feasts if each.spelled == told["feast"].spelled]

    def of(ours: int) -> Iterable[Days]:
        for each in meant:
            month = Month(each.month, CALENDARS[each.calendar])
            yield from stretches.ways(month, each.day, each.day + each.days - 1)(ours)

    year: int | None = told["year"]
    moon = meant[0].calendar == "hijri"
    if told["which"] and here.today:
        days = _beside(told, words, of, here.today)
    elif year is not None and year < _TURN_OF_CALENDARS:
        month = Month(meant[0].month, "hijri" if moon else "jalali")
        days = stretches.of_month(month, year, meant[0].day, meant[0].day + meant[0].days - 1)
    else:
        days = next(iter(of(year)), None) if year else by_year(of, here)
    grain: Grain = "month" if meant[0].days == _A_MONTH else "day"
    return stretch(days, grain, None, vague=moon)
