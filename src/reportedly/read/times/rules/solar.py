"""Days of the solar calendar of Iran and Afghanistan: ``18 Esfand 1404``, ``1 Farvardin``, ``in Mordad 1403``.

They are certain days of ours. A month whose name is also a person's or an agency's needs a day or a year beside it.
"""

import re
from collections.abc import Callable

from reportedly.dates.calendars import JALALI_MONTHS
from reportedly.read.days import solar
from reportedly.read.days.calendar import Days
from reportedly.read.days.nearest import by_year
from reportedly.read.days.value import Here, Rule, Value, one_day, stretch
from reportedly.read.times.vocabulary import DAY
from reportedly.records import Grain

_DATED = re.compile(r"(?:\b(?:on|by|from|to|until|till|of|before|after|since|between|the|for)|[,(]) ?$")
_IN_MONTH = re.compile(r"\b(?:in|of|since|until|till|by|during|early|late|mid)[ -]$")
_DISTINCT = frozenset({"farvardin", "farwardin", "ordibehesht", "khordad", "mordad", "shahrivar", "esfand", "isfand"})


def _day(m: re.Match[str], here: Here) -> Value | None:
    """A day, or days of one month; without a year those nearest to publication."""
    year, month = m["year"], JALALI_MONTHS[m["named"]]
    if m.start("named") == m.start() and not year and not _DATED.search(here.before):
        return None  # "Bahman 22" is also a player and his number
    first = int(re.sub(r"\D", "", m["day"]))
    last = int(re.sub(r"\D", "", m["last"] or m["day"]))
    return _found(year, here, lambda number: solar.days(number, month, first, last), "day")


def _whole_month(m: re.Match[str], here: Here) -> Value | None:
    year, month = m["year"], JALALI_MONTHS[m["named"]]
    if not year and not (m["named"] in _DISTINCT and _IN_MONTH.search(here.before)):
        return None
    return _found(year, here, lambda number: solar.months(number, month), "month")


def _found(year: str | None, here: Here, of: Callable[[int], Days | None], grain: Grain) -> Value | None:
    days = of(int(year)) if year else by_year(lambda ours: [d for n in solar.years_near(ours) if (d := of(n))], here)
    if year and days is None and grain == "month":
        return None  # a year that the calendar does not reach; of a day that it does not have no day is known
    if days and days.first == days.last:
        return one_day(days.first)
    return stretch(days, grain, None, kind="window" if grain == "day" and days else "point")


_NAMED = f"(?P<named>{'|'.join(sorted(JALALI_MONTHS, key=len, reverse=True))})"
_DAYS = rf"(?P<day>{DAY})(?: ?(?:-|to|and) ?(?P<last>{DAY}))?"
_YEAR = r"(?:,? (?P<year>1[2-5]\d\d)(?![\w%]|[.,]\d))"
_HEADS = " ".join(JALALI_MONTHS)

RULES = (
    Rule("day_of_solar_month", rf"{_DAYS}(?: of)?[ -]{_NAMED}(?!\w){_YEAR}?", _day, heads="0"),
    Rule("solar_month_day", rf"{_NAMED} {_DAYS}{_YEAR}?", _day, heads=_HEADS),
    Rule("solar_month", rf"{_NAMED}(?!\w){_YEAR}?", _whole_month, heads=_HEADS),
)
