"""A month of a calendar laid out: weeks from Monday on, in each of them bars in lanes, none over another."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from reportedly.ledger import Planned

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7
WIDE: Final = timedelta(days=31)
"""A window that is wider says nothing of a month; it is told beside the calendar and not drawn in it."""


class Bar(NamedTuple):
    """The days of one week on which something may happen: ``column`` counts from Monday as 1, ``days`` are its length.

    ``begins`` and ``ends`` are False where its window runs on over the week's edge.
    """

    planned: Planned
    column: int
    days: int
    begins: bool
    ends: bool


class Week(NamedTuple):
    """Seven days from Monday on, and lanes of bars from the top down."""

    days: tuple[date, ...]
    lanes: tuple[tuple[Bar, ...], ...]


class Month(NamedTuple):
    """The weeks that touch a month, and what is too wide to be drawn in them."""

    first: date
    last: date
    weeks: tuple[Week, ...]
    wide: tuple[Planned, ...]

    @property
    def before(self) -> date:
        """A day of the month before."""
        return self.first - _DAY

    @property
    def after(self) -> date:
        """The first day of the month after."""
        return self.last + _DAY


def ends_of(day: date) -> tuple[date, date]:
    """The first and last day of a day's month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def laid_out(day: date, planned: Iterable[Planned]) -> Month:
    """The month of ``day`` with what may happen in it."""
    first, last = ends_of(day)
    known = sorted(planned, key=_order)
    wide = tuple(one for one in known if _is_wide(one))
    narrow = [one for one in known if not _is_wide(one)]
    mondays = [first - _DAY * first.weekday()]
    while mondays[-1] + _DAY * _WEEK <= last:
        mondays.append(mondays[-1] + _DAY * _WEEK)
    return Month(first, last, tuple(_week(monday, narrow) for monday in mondays), wide)


def _order(planned: Planned) -> tuple[bool, date, int, str]:
    """Spans before single days, early ones first, of those the longer: so bars that run on keep their lane."""
    length = (planned.closes - planned.opens).days if planned.closes else 0
    return length == 0, planned.opens, -length, planned.followup


def _is_wide(planned: Planned) -> bool:
    return planned.closes is None or planned.closes - planned.opens >= WIDE


def _week(monday: date, planned: Sequence[Planned]) -> Week:
    sunday = monday + _DAY * (_WEEK - 1)
    lanes: list[list[Bar]] = []
    for one in planned:
        closes = one.closes or one.opens
        if one.opens <= sunday and closes >= monday:
            start, end = max(one.opens, monday), min(closes, sunday)
            own = Bar(one, start.weekday() + 1, (end - start).days + 1, start == one.opens, end == closes)
            free = next((lane for lane in lanes if lane[-1].column + lane[-1].days <= own.column), None)
            if free is None:
                lanes.append([own])
            else:
                free.append(own)
    return Week(tuple(monday + _DAY * n for n in range(_WEEK)), tuple(map(tuple, lanes)))
