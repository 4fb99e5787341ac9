"""How long and how often: ``three-day``, ``for two hours``, ``decades-long``, ``every Monday``, ``annually``."""

import re

from reportedly.read.times.calendar import Days, shift
from reportedly.read.times.value import Here, Rule, Value, grain_of, length, stretch
from reportedly.read.times.vocabulary import (
    FULL_MONTH,
    MONTHS,
    NUMBER,
    SOME,
    UNIT,
    WEEKDAY,
    number,
    period,
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
    amount = number(m["number"])
    return _until_now(amount, name, here) or length(period(amount, name), grain_of(name))


def _until_now(amount: float | None, name: str, here: Here) -> Value | None:
    """``for two years now``: the stretch that ends with publication."""
    if amount is None or here.today is None or not re.match(r" now\b", here.after):
        return None
    begun = shift(here.today, -amount, name)
    return stretch(Days(begun, here.today), grain_of(name), period(amount, name), kind="window") if begun else None


def _uncounted(m: re.Match[str], here: Here) -> Value | None:
    name = unit(m["unit"])
    if not _HOLDS.search(here.before):
        return None
    return length(period(None, name), grain_of(name))


def _long(m: re.Match[str], _here: Here) -> Value:
    name = unit(m["unit"])
    return length(period(1 if name == m["unit"] else None, name), grain_of(name))


_ADVERBS = {
    "half-yearly": ("month", 6.0),
    "hourly": ("hour", 1.0),
    "daily": ("day", 1.0),
    "nightly": ("day", 1.0),
    "weekly": ("week", 1.0),
    "fortnightly": ("week", 2.0),
    "monthly": ("month", 1.0),
    "quarterly": ("quarter", 1.0),
    "annual": ("year", 1.0),
    "annually": ("year", 1.0),
    "yearly": ("year", 1.0),
    "biannual": ("month", 6.0),
    "biennial": ("year", 2.0),
    "biennially": ("year", 2.0),
}


def _adverb(m: re.Match[str], _here: Here) -> Value | None:
    name, amount = _ADVERBS[m["lower"]]
    return Value("set", None, None, grain_of(name), period(amount, name))


def _every(m: re.Match[str], _here: Here) -> Value | None:
    if m["weekday"]:
        return Value("set", None, None, "day", f"XXXX-WXX-{weekday(m['weekday']) + 1}")
    if m["named"]:
        return Value("set", None, None, "month", f"XXXX-{MONTHS[m['named']]:02}")
    if m["part"]:
        return Value("set", None, None, "day", "P1D")
    name = unit(m["unit"])
    return Value("set", None, None, grain_of(name), period(number(m["number"] or "a") or 1, name))


def _rate(m: re.Match[str], here: Here) -> Value | None:
    """``15 a year``, ``twice a day``, ``per month``."""
    name = m["unit"]
    counted = m["per"] == "per" or re.search(
        r"(?:\d|[a-z]{2,}s|once|twice|times|percent|%|million|billion) $", here.before
    )
    if not counted or here.after.startswith((" ago", " later", " earlier", " after", " before", "-", " of ", " in ")):
        return None
    if m["per"] != "per" and not re.search(
        r"(?:\d[\d,.]*|once|twice|times|million|billion|each)(?: [a-z]+)? $", here.before
    ):
        return None
    return Value("set", None, None, grain_of(name), period(1, name))


RULES = (
    Rule(
        "every",
        rf"(?:every|each) (?:(?P<number>{NUMBER}|other|few) )?"
        rf"(?:(?P<unit>{UNIT}|quarter|weekend)|(?P<weekday>{WEEKDAY})|(?P<named>{FULL_MONTH})"
        r"|(?P<part>morning|afternoon|evening|night))(?!\w)",
        _every,
    ),
    Rule("adverb", rf"(?P<lower>{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})(?!\w)", _adverb),
    Rule("rate", r"(?P<per>an?|per) (?P<unit>minute|hour|day|night|week|month|quarter|year|decade)(?!\w)", _rate),
    Rule("long", r"(?P<unit>(?:hour|day|week|month|year|decade|century|centurie)s?)[ -]long(?!\w)", _long),
    Rule(
        "length",
        rf"(?P<number>{NUMBER}|{SOME}|an?|single)[ -]"
        r"(?:straight |consecutive |whole |full |entire |more |long |additional |working )?"
        rf"(?P<unit>{UNIT})(?!\w)(?:[ -]long(?!\w))?",
        _length,
    ),
    Rule("uncounted", r"(?P<unit>decades|years|months|weeks|days|hours|centuries)(?!\w)", _uncounted),
)
