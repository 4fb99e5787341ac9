"""The time of day in the words of a date, and what they say of its zone."""

import re
from datetime import date, datetime, time, tzinfo
from typing import Final, NamedTuple

from reportedly.dates import zones

_HALF: Final = r"(?:[ap]\.? ?m\b\.?|م(?!\w)|مساء|ص(?!\w)|صباحا|[بق]\.ظ|(?:بعد|قبل) از ظهر)"
_CLOCK: Final = re.compile(
    r"(?:(?<=\d)t ?|\b(?:at|um|kl\.?) )?(?<![\d:+.])(\d{1,2}) ?[:h] ?(\d\d)(?:[:m](\d\d)(?:[.,:]\d{1,9})?)?(?![\d:])"
    rf"(?: ?(?:uhr|o'clock)\b| ?({_HALF}))?"
    rf"|(?:\bat )?(?<![\d:+.])(\d{{1,2}})(?:\.(\d\d))? ?(?:uhr\b|({_HALF}))"
    r"|(?<=[ ,])([01]\d|2[0-3])\.([0-5]\d)(?= ?(?:[a-z]{2,5})?$)"
)
_LATE: Final = ("p", "م", "ب", "بعد")
_OFFSET: Final = re.compile(
    r"(?:^ ?|[ \[])?(?:\b(?:gmt|utc?|z) ?)?(?<![\d./-])([+-]) ?(\d{1,2})(?::?([0-5]\d))?(?::?00)?(?![\d:./-])"
)


class Clock(NamedTuple):
    """A time of day: None for hour 24, by which some mean the day's end and some its beginning; its zone where told."""

    time: time | None
    offset: tzinfo | None = None


class Cut(NamedTuple):
    """The words before a time of day and those after it and its offset; all are ``before`` where no time is told."""

    before: str
    after: str = ""
    clock: Clock | None = None


def cut(words: str) -> Cut | None:
    """The words of a date, as ``spelling.plain`` writes them, cut at the time of day; None where it cannot be one."""
    match = _CLOCK.search(words)
    if match is None:
        return Cut(words)
    told = _time(match)
    rest, zone = words[match.end() :], None
    away = _OFFSET.search(rest)
    if away:
        zone = zones.offset(away[1], away[2], away[3])
        rest = f"{rest[: away.start()]} {rest[away.end() :]}"
    if not told or (away and not zone):
        return None
    return Cut(words[: match.start()], rest, Clock(told[0], zone))


def _time(match: re.Match[str]) -> tuple[time | None] | None:
    hour, minute, second = (
        int(part or 0) for part in (match[1] or match[5] or match[8], match[2] or match[6] or match[9], match[3])
    )
    half = match[4] or match[7]
    if half and hour <= 12:  # noqa: PLR2004
        hour = hour % 12 + (12 if half.startswith(_LATE) else 0)
    if hour > 24 or minute > 59 or second > 60:  # noqa: PLR2004  a leap second is one
        return None
    return (time(hour, minute, min(second, 59)) if hour < 24 else None,)  # noqa: PLR2004


def moment(day: date, clock: Clock, named: str | None, area: str | None) -> datetime | None:
    """The time of ``clock`` on that day, with its zone where one is told.

    ``named`` is a word that stands for a zone, ``area`` a name such as ``Asia/Karachi``. None where the word does not
    tell which zone it is, or no time is told.
    """
    if clock.time is None:
        return None
    there = datetime.combine(day, clock.time)
    zone = clock.offset or (zones.in_area(area) if area else None)
    if named and not zone:
        zone = zones.named(named, there)
        return there.replace(tzinfo=zone) if zone else None
    return there.replace(tzinfo=zone)
