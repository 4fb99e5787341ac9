"""The one reader of dates: words as printed, and the day and moment they tell, or why they tell none.

The gate stands in it, so that no date goes by: a day before there was news of its kind, or later than the day after
it was seen, is a mistake of whoever printed it, and stays unknown.
"""

import html
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from reportedly.dates import clocks
from reportedly.dates.calendars import Calendar, gregorian
from reportedly.dates.dated import Dated
from reportedly.dates.eras import of_buddhists
from reportedly.dates.numbers import counted
from reportedly.dates.printed import LONGEST, Numbers, Printed, printed
from reportedly.dates.spelling import plain

ONLINE: Final = date(1990, 1, 1)
"""Before that there were no news pages to fetch."""
ON_PAPER: Final = date(1605, 1, 1)
"""Before that there were no newspapers."""
ONE_DAY: Final = timedelta(days=1)
"""The date line: where it was seen it may still be the day before."""
_OTHER_CALENDARS: Final = range(1300, 1500)  # years that are now, in one of them
_NO_DAYS: Final = frozenset(  # what spreadsheets, databases and programs make of an empty date
    {date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1), date(1969, 12, 31), date(1970, 1, 1)}
)
_ISO: Final = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?:[T ][01]\d:\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)  # nearly all
_HEAD: Final = re.compile(r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?=[ t,])")
_MORE: Final = re.compile(r"\d{4}|\d[/-]\d")
_BETWEEN: Final = re.compile(
    r" [|/–—-] |[،;]|(?<=[هھ]) (?=\d)|\b(?:الموافق|المصادف|مطابق(?: با)?|برابر(?: با)?|corresponding to)\b"
)
_STAMP: Final = re.compile(r"<time\b[^<>]{0,200}\bdatetime\s*=\s*[\"']([^\"'<>]{4,80})[\"']", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]*>")
_SHOWN: Final = 60  # characters of words quoted in a note


class WhenTold(NamedTuple):
    """What words tell of a day; ``note`` says in plain words why none, or how it was come by where that matters."""

    dated: Dated | None = None
    note: str | None = None


def told(given: object, seen: datetime, floor: date = ONLINE) -> WhenTold:
    """The day and moment that ``given`` tells, as far as it is certain and can be meant; nothing where it is empty.

    ``given`` is what stands there, words or a number. ``seen`` is when (aware), ``floor`` the first day believed.
    """
    words = "" if given is None else str(given)[: 2 * LONGEST].strip()
    if not plain(words):
        return WhenTold()
    read = _read(_unmarked(words), seen)
    why = _not_meant(read.dated, seen, floor) if read.dated else None
    shown = repr(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…")
    if why or read.note:
        return WhenTold(None if why else read.dated, f"{shown} {why or read.note}")
    return read


def _unmarked(words: str) -> str:
    """The words without HTML: some feeds put a whole ``<time datetime=...>`` where a date belongs."""
    if "&" in words:
        words = html.unescape(words)
    stamp = _STAMP.search(words) if "<" in words else None
    return stamp[1] if stamp else _TAG.sub(" ", words) if "<" in words else words


def believed(dated: Dated | None, seen: datetime, floor: date = ONLINE) -> WhenTold:
    """A day that was read before, where it can be meant."""
    why = _not_meant(dated, seen, floor) if dated else None
    return WhenTold(None, f"{dated.day} {why}") if dated and why else WhenTold(dated)


def _not_meant(dated: Dated, seen: datetime, floor: date) -> str | None:
    latest = seen.astimezone(UTC) + ONE_DAY
    if dated.after(Dated(latest.date(), latest)):
        return f"is later than the day it was seen, {seen:%Y-%m-%d}"
    if dated.day in _NO_DAYS:
        return "is what programs write where no day is known"
    return f"is before {floor.year}: no article can be so old" if dated.day < floor else None


def _read(words: str, seen: datetime) -> WhenTold:
    if _ISO.fullmatch(words):
        return _iso(words)
    since = counted(plain(words))
    if since:
        return WhenTold(Dated(since.date(), since))
    says = printed(words) or _at_head(words) or _one_of_two(words)
    read = set(_days(says, seen)) if says else set()
    if len(read) > 1:
        return WhenTold(None, "can be two days")
    only = next(iter(read), WhenTold(None, "is no date that can be told"))
    if says is None or only.dated is None or says.clock is None:
        return only
    day = only.dated.day
    return WhenTold(Dated(day, clocks.moment(day, says.clock, says.zone, says.area)), only.note)


def _iso(words: str) -> WhenTold:
    try:
        clock = datetime.fromisoformat(words)
    except ValueError:
        return WhenTold(None, "is no day that there is")
    return WhenTold(Dated(clock.date(), clock if len(words) > len("2024-06-03") else None))


def _days(says: Printed, seen: datetime) -> Iterator[WhenTold]:
    """The days that may be meant: on the weekday that stands there, and of several years not to come, where one is."""
    read = [_day(numbers, says.calendar, seen) for numbers in says.days]
    found = [one for one in read if one.dated]
    fitting = [one for one in found if one.dated and one.dated.day.weekday() == says.weekday]
    several = len({year for year, _, _ in says.days}) > 1
    meant = [one for one in fitting or found if one.dated and several and not _not_meant(one.dated, seen, ON_PAPER)]
    yield from meant or fitting or found or read[:1]


def _day(numbers: Numbers, calendar: str | None, seen: datetime) -> WhenTold:
    year, month, day = numbers
    if calendar in {"jalali", "hijri"} or (calendar is None and year in _OTHER_CALENDARS):
        return _of_another(numbers, calendar, seen)
    ours = of_buddhists(year)
    try:
        then = date(ours or year, month, day)
        note = f"is taken for a day of the Buddhist era, {then}" if ours else None
        return WhenTold(Dated(then), note)
    except ValueError:
        return WhenTold(None, "tells no year" if not year and month and day else "is no day that there is")


def _of_another(numbers: Numbers, named: str | None, seen: datetime) -> WhenTold:
    """A day of the Jalali or Hijri calendar; where only its year tells that, one alone may name a day of ours."""
    jalali, hijri = (_meant(calendar, numbers, named, seen) for calendar in ("jalali", "hijri"))
    if jalali and not hijri:
        note = None if named else f"is taken for a day of the Jalali calendar, {jalali}"
        return WhenTold(Dated(jalali), note)
    if hijri and not jalali:
        return WhenTold(
            None, f"is a day of the Hijri calendar, about {hijri}: which one depends on where the moon was seen"
        )
    return WhenTold(None, "can be a day of the Jalali or the Hijri calendar" if jalali else "is no day that there is")


def _meant(calendar: Calendar, numbers: Numbers, named: str | None, seen: datetime) -> date | None:
    day = gregorian(calendar, *numbers) if named in {calendar, None} else None
    return day if day and (named or not _not_meant(Dated(day), seen, ONLINE)) else None


def _at_head(words: str) -> Printed | None:
    """The day that words begin with, where no other follows: programs hang much behind it."""
    head = _HEAD.match(plain(words))
    return printed(head[0]) if head and not _MORE.search(plain(words)[head.end() :]) else None


def _one_of_two(words: str) -> Printed | None:
    """The only day of our calendar among several dates on a line: Arab papers print two beside each other."""
    read = [says for part in _BETWEEN.split(words[:LONGEST]) if (says := printed(part))]
    ours = [says for says in read if says.calendar in {"gregorian", None} and says.days[0][0] not in _OTHER_CALENDARS]
    return ours[0] if len(ours) == 1 else None
