"""What a time rule is, what it is told about the place where the words stand, and what it answers with."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from reportedly.read.days.calendar import UNITS, Days, around, unit_name
from reportedly.records import Grain, Time, TimeKind, content_id
from reportedly.text import Span

DAY_END = time(23, 59, 59)


class Value(NamedTuple):
    """The meaning of a time expression: a stretch (inclusive, None where it cannot be known) and its TIMEX3 value.

    ``reach`` is the offset where the words end, where that is beyond the pattern's own match. What is said in
    ``passing`` dates no event: "they will now meet" does not say that they meet today.
    """

    kind: TimeKind
    start: datetime | None
    end: datetime | None
    grain: Grain
    timex: str | None = None
    vague: bool = False
    reach: int = 0
    passing: bool = False

    @property
    def days(self) -> Days | None:
        """The stretch in whole days, where both ends are known."""
        return Days(self.start.date(), self.end.date()) if self.start and self.end else None

    @property
    def one_day(self) -> date | None:
        """The day, where the stretch lies within one."""
        days = self.days
        return days.first if days and days.first == days.last else None


class Here(NamedTuple):
    """Where an expression stands.

    ``today`` is the day it was published (None: unknown), ``named`` the time last named before it in the text.
    ``ahead()`` tells the direction its clause looks (-1 back, 1 ahead, 0 unclear), ``inner(offset)`` the meaning
    of the time that begins there. ``years`` holds the years of the days (month, day) named before in the text.
    ``before`` and ``after`` are its neighbours in lower case, ``outdone()`` whether a superlative stands just before
    (the lowest level in six years), ``moved()`` whether something is moved from or to it: two days, and no stretch.
    ``quarter`` is the quarter under report: the latest one named before that is over. ``ended``: something ended then
    ("the year ended January 31"), so it lies behind however near the next one is.
    """

    today: date | None
    named: Value | None
    ahead: Callable[[], int]
    inner: Callable[[int], Value | None]
    years: Mapping[tuple[int, int], int]
    before: str
    after: str
    outdone: Callable[[], bool]
    moved: Callable[[], bool]
    quarter: Days | None = None
    ended: bool = False


class Rule(NamedTuple):
    """A pattern over the lower-case text and what its words mean; None means that they are no time at all.

    ``article`` says that a "the" just before belongs to it. ``heads`` are the words with which it can begin ("0" is any
    digit, "ram*" any word that begins so), where the pattern does not begin with a word or a plain choice of words.
    """

    name: str
    pattern: str
    resolve: Callable[[re.Match[str], Here], Value | None]
    article: bool = False
    heads: str = ""


def stretch(
    days: Days | None, grain: Grain, timex: str | None, *, kind: TimeKind = "point", vague: bool = False
) -> Value:
    """Whole days, from the first midnight to the last second of the last day."""
    if days is None:
        return Value(kind, None, None, grain, timex, vague)
    start, end = datetime.combine(days.first, time.min), datetime.combine(days.last, DAY_END)
    return Value(kind, start, end, grain, timex, vague)


def one_day(when: date | None, timex: str | None = None) -> Value:
    """A single day; its TIMEX3 value is the date unless told otherwise."""
    if when is None:
        return stretch(None, "day", timex)
    return stretch(Days(when, when), "day", timex or when.isoformat())


def whole_unit(when: date | None, name: str) -> Value:
    """The week, month, year ... of the calendar that holds a day (a day itself, for smaller units)."""
    days = around(when, name) if when else None
    return stretch(days, grain_of(name), unit_name(days, name) if days else None)


def recurring(timex: str, grain: Grain) -> Value:
    """What comes again and again: every Monday, twice a year."""
    return Value("set", None, None, grain, timex)


def length(timex: str, grain: Grain) -> Value:
    """A duration that hangs on no calendar day."""
    return Value("duration", None, None, grain, timex)


def grain_of(unit: str) -> Grain:
    """The grain that fits a unit of time."""
    return UNITS[unit].grain


def record(article: str, span: Span, value: Value) -> Time:
    """The words at ``span`` of an article, by its id, as a time."""
    return Time(
        id=content_id("t", article, "time", *span),
        span=span,
        kind=value.kind,
        start=value.start,
        end=value.end,
        grain=value.grain,
        vague=value.vague,
        timex=value.timex,
    )
