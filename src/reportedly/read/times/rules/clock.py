"""Clock times: ``3 pm``, ``11:00 AM``, ``16:15 UTC``, ``noon``, ``10 o'clock``, ``1500 hours``."""

import re

from reportedly.read.times.rules.anaphora import moment
from reportedly.read.times.value import Here, Rule, Value, one_day

_HOURS, _MINUTES, _NOON = 24, 60, 12


def _clock(m: re.Match[str], here: Here) -> Value | None:
    """An hour of the day named in the same breath, else of the day last named, else of publication."""
    groups = m.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").replace(".", "").strip()
    if half.startswith("p") and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return _at(m, here, hour, minute, "Z" if (groups.get("zone") or "").strip() in {"utc", "gmt"} else "")


def _named_hour(m: re.Match[str], here: Here) -> Value | None:
    return _at(m, here, 12 if m["hour"] == "noon" or m["hour"] == "midday" else 0, 0, "")


def _at(m: re.Match[str], here: Here, hour: int, minute: int, zone: str) -> Value:
    told = f"T{hour:02}:{minute:02}{zone}"
    beside = re.compile(r",? (?:on |of )?").match(m.string, m.end())
    day = here.inner(beside.end()) if beside else None
    if day and day.grain == "day" and day.kind == "point" and day.start:
        joined = beside is not None and beside[0] == " "
        value = moment(day, hour, minute)
        return value._replace(timex=f"{day.start:%Y-%m-%d}{told}", reach=day.reach if joined else 0)
    named = here.named
    if (
        named
        and named.grain in {"day", "minute"}
        and named.start
        and named.days
        and named.days.first == named.days.last
    ):
        return moment(named, hour, minute)._replace(kind="point", timex=f"{named.start:%Y-%m-%d}{told}", reach=0)
    value = moment(one_day(here.today), hour, minute)
    return value._replace(timex=f"{here.today:%Y-%m-%d}{told}" if here.today else told, grain="minute")


_HALF = r" ?(?P<half>[ap]\.?m\.?)(?![a-z])"
_ZONE = r"(?P<zone> ?(?:utc|gmt|est|edt|pst|pkt|ist|irst|bst|cet|cest|local time))(?!\w)"
_WORDS = "at by from until till around about to before after"
_BEFORE = "(?:" + "|".join(rf"(?<={word} )" for word in _WORDS.split()) + ")"

RULES = (
    Rule("clock_half", rf"(?P<hour>[01]?\d)(?:[:.](?P<minute>\d\d))?{_HALF}(?:{_ZONE})?", _clock),
    Rule("clock_zone", rf"(?P<hour>[0-2]?\d)[:.]?(?P<minute>\d\d)(?: hours| hrs)?{_ZONE}", _clock),
    Rule("clock_hours", r"(?P<hour>[0-2]\d)[:.]?(?P<minute>[0-5]\d) ?(?:hours|hrs)(?!\w)", _clock),
    Rule("clock_bare", rf"{_BEFORE}(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?![\w:]|-\d)", _clock),
    Rule("oclock", r"(?P<hour>\d{1,2}) o'clock", _clock),
    Rule("named_hour", r"(?P<hour>noon|midday|midnight)(?!\w)", _named_hour),
)
