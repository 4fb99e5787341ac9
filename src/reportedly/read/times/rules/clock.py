"""Clock times: ``3 pm``, ``11:00 AM``, ``16:15 UTC``, ``noon``."""

import re
from datetime import datetime

from reportedly.read.days.value import Here, Rule, Value, one_day

_HOURS, _MINUTES, _NOON = 24, 60, 12


def _clock(m: re.Match[str], here: Here) -> Value | None:
    """An hour of the day named in the same breath, else of the day last named, else of publication."""
    hour, minute, half = int(m["hour"]), int(m["minute"] or 0), m.groupdict().get("half") or ""
    if half.startswith("p") and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return _at(m, here, hour, minute, "Z" if m["zone"] in {"utc", "gmt"} else "")


def _named_hour(m: re.Match[str], here: Here) -> Value | None:
    return _at(m, here, 0 if m["hour"] == "midnight" else _NOON)


def _at(m: re.Match[str], here: Here, hour: int, minute: int = 0, zone: str = "") -> Value:
    beside = re.compile(r",? (?:on |of )?").match(m.string, m.end())
    day = here.inner(beside.end()) if beside else None
    named, when, reach = here.named, one_day(here.today).start, 0
    if beside and day and day.grain == "day" and day.kind == "point" and day.start:
        when, reach = day.start, day.reach if beside[0] == " " else 0
    elif named and named.grain in {"day", "minute"} and named.start and named.one_day:
        when = named.start
    told = f"T{hour:02}:{minute:02}{zone}"
    if when is None:
        return Value("point", None, None, "minute", told)
    at = datetime(when.year, when.month, when.day, hour, minute)  # noqa: DTZ001 - local to the outlet
    return Value("point", at, at, "minute", f"{at:%Y-%m-%d}{told}", reach=reach)


_HALF = r" ?(?P<half>[ap])\.?m\.?(?![a-z])"
_ZONE = r" ?(?P<zone>utc|gmt|est|edt|pst|pkt|ist|irst|bst|cet|cest|local time)(?!\w)"

RULES = (
    Rule("clock_half", rf"(?P<hour>[01]?\d)(?:[:.](?P<minute>\d\d))?{_HALF}(?:{_ZONE})?", _clock),
    Rule("clock_zone", rf"(?P<hour>[0-2]?\d)[:.]?(?P<minute>\d\d)(?: hours| hrs)?{_ZONE}", _clock),
    Rule("named_hour", r"(?P<hour>noon|midday|midnight)(?!\w)", _named_hour),
)
