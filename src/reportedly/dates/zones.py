"""Time zones by the names that mails, feeds and programs print. A name that means several zones is none."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Hours east of Greenwich. The American names are those of RFC 5322. Left out are AST (Halifax, Riyadh), IST (Delhi,
# Jerusalem, Dublin), SST and the like: they mean several, and the time of day stays unknown.
_BY_HOURS: Final = """
0 z ut utc gmt wet zulu
1 cet mez west wat
2 cest mesz eet cat sast
3 eest msk eat trt idt
3.5 irst
4 gst azt
4.5 irdt aft
5 pkt uzt
5.75 npt
7 ict wib
8 hkt sgt myt awst wita
9 jst kst wit
9.5 acst
10 aest
10.5 acdt
11 aedt
12 nzst
13 nzdt
-2 brst
-2.5 ndt
-3 brt adt clst
-3.5 nst
-4 edt clt
-5 est cdt cot pet
-6 cst mdt
-7 mst pdt
-8 pst akdt
-9 akst
-10 hst
"""
HOURS: Final[Mapping[str, float]] = {
    name: float(hours) for hours, *names in map(str.split, _BY_HOURS.strip().splitlines()) for name in names
}
PLACES: Final[Mapping[str, str]] = {  # names that stand for summer and winter time
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "bst": "Europe/London",
}
_LONG: Final = (  # as programs write them out
    (re.compile(r"\b([ecmp])(?:astern|entral|ountain|acific) (s|d)(?:tandard|aylight) time\b"), r"\1\2t"),
    (re.compile(r"\b([ecmp])(?:astern|entral|ountain|acific) time\b|\b([ecmp])st\d[ecmp]dt\b"), r"\1\2t"),
    (re.compile(r"\b(?:greenwich mean|coordinated universal) time\b|z?\[(?:utc|gmt|z)\]"), " gmt"),
    (re.compile(r"\b(c|e)(?:entral|astern) european (?:standard )?time\b"), r"\1et"),
    (re.compile(r"\b(c|e)(?:entral|astern) european summer time\b"), r"\1est"),
    (re.compile(r"\bbritish summer time\b"), "bst"),
    (re.compile(r"\b([jk])(?:apan|orean?) standard time\b"), r"\1st"),
    (re.compile(r"\bindian? standard time\b"), "+0530"),
    (re.compile(r"\bpakistan standard time\b"), "pkt"),
    (re.compile(r"\b(gmt|utc)(?: \1)+\b"), r"\1"),
)
AREA: Final = re.compile(r"\b[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+){1,2}(?:[+-]\d{1,2})?(?![\w/])")
_FARTHEST: Final = timedelta(hours=14)


def named(name: str, moment: datetime) -> tzinfo | None:
    """The zone of a name in small letters at that ``moment`` by the clock there; None where it is not certain."""
    if name in HOURS:
        return timezone(timedelta(hours=HOURS[name]))
    zone = in_area(PLACES[name]) if name in PLACES else None
    # In winter BST is Dhaka's, not London's.
    return None if name == "bst" and zone and not zone.utcoffset(moment) else zone


def short(words: str) -> str:
    """The words of a date in small letters, with zones that are written out by their short names."""
    for pattern, instead in _LONG:
        words = pattern.sub(instead, words)
    return words


def in_area(name: str) -> tzinfo | None:
    """The zone of a name such as ``Asia/Karachi``; None where there is no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def offset(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    """The zone so far from Greenwich; None where no place on earth is."""
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-away if sign == "-" else away) if away <= _FARTHEST else None
