"""How long and how often: ``three-day``, ``for two hours``, ``decades-long``, ``every Monday``, ``annually``."""

import re

from reportedly.read.days.calendar import period
from reportedly.read.days.value import Here, Rule, Value, grain_of, length, recurring
from reportedly.read.times.vocabulary import (
    COUPLE,
    FULL_MONTH,
    MONTHS,
    NUMBER,
    NUMBER_HEADS,
    SOME,
    UNIT,
    WEEKDAY,
    number,
    unit,
    weekday,
)

_AGE = re.compile(r"[ -](?:old|of age|younger|older)\b")
_HOLDS = re.compile(r"\b(?:for|in|over|after|within|during|of|take|takes|took|last|lasted|than|least|spent|two|by) $")


def _length(m: re.Match[str], here: Here) -> Value | None:
    """A counted length; ages and the ordinal "a second" are none."""
    name = unit(m["unit"])
    if _AGE.match(here.after) or (name == "night" and m["number"] in {"a", "an"}) or here.before.endswith("aged "):
        return None
    if m["number"] in {"a", "an"} and name in {"minute", "hour", "day"} and here.after.startswith((" of ", " when ")):
        return None
    amount = 2 if m["number"] in COUPLE else number(m["number"])
    if amount is not None and m["half"]:
        amount += 0.5
    return length(period(amount, name), grain_of(name))


def _uncounted(m: re.Match[str], here: Here) -> Value | None:
    name = unit(m["unit"])
    if not _HOLDS.search(here.before):
        return None
    return length(period(None, name), grain_of(name))


def _long(m: re.Match[str], _here: Here) -> Value:
    name = unit(m["unit"])
    return length(period(1 if name == m["unit"] else None, name), grain_of(name))


_ADVERBS = {
    **dict.fromkeys(("daily", "nightly"), (1, "day")),
    **dict.fromkeys(("weekly",), (1, "week")),
    **dict.fromkeys(("monthly",), (1, "month")),
    **dict.fromkeys(("half-yearly", "biannual"), (6, "month")),
    **dict.fromkeys(("annual", "annually", "yearly"), (1, "year")),
}


def _adverb(m: re.Match[str], _here: Here) -> Value:
    amount, name = _ADVERBS[m["lower"]]
    return recurring(period(amount, name), grain_of(name))


def _every(m: re.Match[str], _here: Here) -> Value:
    if m["weekday"]:
        return recurring(f"XXXX-WXX-{weekday(m['weekday']) + 1}", "day")
    if m["named"]:
        return recurring(f"XXXX-{MONTHS[m['named']]:02}", "month")
    if m["part"]:
        return recurring("P1D", "day")
    name = unit(m["unit"])
    return recurring(period(number(m["number"] or "a") or 1, name), grain_of(name))


RULES = (
    Rule(
        "every",
        rf"(?:every|each) (?:(?P<number>{NUMBER}|other|few) )?"
        rf"(?:(?P<unit>{UNIT}|quarter|weekend)|(?P<weekday>{WEEKDAY})|(?P<named>{FULL_MONTH})"
        r"|(?P<part>morning|afternoon|evening|night))(?!\w)",
        _every,
    ),
    Rule("adverb", rf"(?P<lower>{'|'.join(_ADVERBS)})(?!\w)", _adverb),
    Rule("long", rf"(?P<unit>{UNIT})[ -]long(?!\w)", _long),
    Rule(
        "length",
        rf"(?P<number>{NUMBER}|{SOME}|an?|single)[ -]"
        r"(?:straight |consecutive |whole |full |entire |more |long |additional |working )?"
        rf"(?P<unit>{UNIT})(?!\w)(?P<half> and a half(?!\w))?(?:[ -]long(?!\w))?",
        _length,
        heads=f"{NUMBER_HEADS} single",
    ),
    Rule("uncounted", r"(?P<unit>decades|years|months|weeks|days|hours|centuries)(?!\w)", _uncounted),
)
