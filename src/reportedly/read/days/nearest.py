"""Which year, month or weekday is meant when a text leaves it out: the clause's direction decides, else nearness."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from reportedly.read.days.calendar import WEEK, Days, add_months, around, day, months, season_of
from reportedly.read.days.value import Here

# News about a day without a year is mostly about a near one: within this many days nearness beats the verb's tense,
# so "was scheduled for June 18" looks ahead. Chosen by hand: a third of a year.
_NEAR = 120


def _distance(days: Days, today: date) -> int:
    if days.first <= today <= days.last:
        return 0
    return min(abs((days.first - today).days), abs((days.last - today).days))


def _pick(choices: Iterable[Days], here: Here) -> Days | None:
    today = here.today
    if today is None:
        return None
    ranked = sorted(choices, key=lambda days: (_distance(days, today), days.first))
    if here.ended:
        ranked = [days for days in ranked if days.first <= today] or ranked
    if not ranked or _distance(ranked[0], today) <= _NEAR:
        return ranked[0] if ranked else None
    direction = here.ahead()
    fitting = [d for d in ranked if (d.last >= today if direction > 0 else d.first <= today)] if direction else ranked
    return (fitting or ranked)[0]


def by_year(make: Callable[[int], Iterable[Days]], here: Here) -> Days | None:
    """The stretch meant among those of the years around publication (a feast, a day of a month)."""
    if here.today is None:
        return None
    years = range(max(here.today.year - 2, 1), here.today.year + 3)
    return _pick((days for year in years for days in make(year)), here)


def day_of_month(month: int, first: int, last: int, here: Here) -> Days | None:
    """``June 3`` or ``June 3-5`` without a year."""

    def make(year: int) -> Iterable[Days]:
        begin, end = day(year, month, first), day(year, month, last)
        return (Days(begin, end),) if begin and end and begin <= end else ()

    return by_year(make, here)


_SAME_STORY = 62  # days between publication and a time named before that a bare "the 15th" may follow; chosen by hand


def day_with_number(number: int, here: Here) -> date | None:
    """``on the 15th``: the next one of a clause that looks ahead, the last one where it looks back, else the nearest.

    After a day or month named before (``began on 20 February and ended on the 3rd``) the first one that follows it.
    """
    today, way = here.today, here.ahead()
    if today is None:
        return None
    begun = (add_months(around(today, "month").first, count) for count in range(-3, 4))
    choices = [when for first in begun if (when := day(first.year, first.month, number))]
    fitting = [when for when in choices if not way or (when >= today if way > 0 else when <= today)]
    named = here.named.days.first if here.named and here.named.days else None
    if named and abs((named - today).days) <= _SAME_STORY:
        following = [when for when in fitting if named <= when < add_months(named, 1)]
        fitting = following or fitting
    return min(fitting, key=lambda when: abs((when - today).days), default=None)


def season(name: str, here: Here) -> Days | None:
    """``in late summer``: the next one of a clause that looks ahead, the last one of one that looks back."""
    today, way = here.today, here.ahead()
    if today is None or not way:
        return by_year(lambda year: (season_of(year, name),), here)
    seasons = [season_of(year, name) for year in range(today.year - 2, today.year + 2)]
    if way > 0:
        return next(days for days in seasons if days.last >= today)
    return next(days for days in reversed(seasons) if days.first <= today)


_HALF_A_QUARTER = 45  # days


def bare_quarter(number: int, here: Here) -> Days | None:
    """``in the first quarter``: the nearest one, but the last begun where the clause looks back.

    One that begins within half a quarter is meant nevertheless: what it will bring is announced just before.
    """
    nearest = by_year(lambda year: (months(year, 3 * number - 2, 3),), here)
    if nearest is None or here.today is None or (nearest.first - here.today).days < _HALF_A_QUARTER:
        return nearest
    return months(nearest.first.year - 1, nearest.first.month, 3) if here.ahead() < 0 else nearest


_AT_FIRST = re.compile(r"\b(?:originally|initially|previously) (?:\w+ ){1,2}$")


def bare_month(month: int, here: Here) -> Days | None:
    """``in June``: of a clause that looks ahead the next one, else the last one; the present month counts as both.

    Of what was at first planned for a month nobody knows whether that has passed: then the nearest.
    """
    today = here.today
    if today is None:
        return None
    direction = 0 if _AT_FIRST.search(here.before) else here.ahead()
    if direction > 0:
        return months(today.year + (month < today.month), month)
    if direction < 0:
        return months(today.year - (month > today.month), month)
    return by_year(lambda year: (months(year, month),), here)


def bare_weekday(number: int, here: Here) -> date | None:
    """``on Monday``: the next one of a clause that looks ahead, else the last one; publication's own day counts."""
    today = here.today
    if today is None:
        return None
    if here.ahead() > 0:
        return today + timedelta(days=(number - today.weekday()) % WEEK)
    return today - timedelta(days=(today.weekday() - number) % WEEK)
