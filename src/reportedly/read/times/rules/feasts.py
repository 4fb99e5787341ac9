"""Times told by a feast (Ramadan, the two Eids, Ashura, Nowruz, Christmas) or a day of the Islamic year (Muharram 10).

What follows the moon is vague: by sighting it comes a day sooner or later.
"""

import re
from datetime import date, timedelta
from functools import cache

from reportedly.read.times.calendar import Days
from reportedly.read.times.hijri import feast, is_by_the_moon, islamic_days
from reportedly.read.times.nearest import by_year
from reportedly.read.times.value import Here, Rule, Value, stretch
from reportedly.read.times.vocabulary import DAY

_UL = "[ -]?(?:u[lnrstz]|al|as|an|e|i)?[ -]?"
_FEASTS = {  # plain name: its spellings; where two begin alike the longer one stands first
    "mawlid": rf"(?:eid[ -]?(?:e|i)?[ -]?)?milad{_UL}nabi|mawlid|mouloud",
    "barat": "shab[ -]?(?:e|i)[ -]?bara'?a?t",
    "fitr": rf"eid{_UL}(?:fit[ri]|fitar)",
    "adha": rf"eid{_UL}(?:adh?ha|az[h]?a|zuha)|bakra? eid",
    "eid": "eid",
    "ramadan": "ram[ai]?[dz]h?an",
    "muharram": "muharram",
    "ashura": "youm[ -]?(?:e|i)[ -]?ashu?r|ashura",
    "arbaeen": "arba'?een|chehl[uo]m",
    "nowruz": "nowruz|nauroz|norouz",
    "christmas": "christmas(?: (?:day|eve))?",
    "new year": "new year(?:'s (?:day|eve))",
    "easter": "easter(?: sunday)?",
    "may day": "may day",
}
_MONTHS = {  # of the Islamic year
    1: rf"muharram(?:{_UL}haram)?",
    2: "safar",
    3: rf"rabi{_UL}awwal",
    4: rf"rabi{_UL}(?:sani|thani|akhir)",
    5: rf"jam+ad[ia]{_UL}(?:awwal|ula)",
    6: rf"jam+ad[ia]{_UL}(?:sani|thani|akhir)",
    7: "rajab",
    8: "sha'?ban",
    9: rf"ram[ai]?[dz]h?an(?:{_UL}mubarak)?",
    10: "shawwal",
    11: "z[iu]l[ -]?qa'?ad?|dh?u?l[ -]?qa'?dah?",
    12: "z[iu]l[ -]?h[ai]+j+(?:ah?)?|dhu?[ -]?(?:al-)?hij+ah?",
}


@cache
def _meant(table: tuple[tuple[str, str], ...], words: str) -> str:
    return next(name for name, spellings in table if re.fullmatch(spellings, words))


def _feast(m: re.Match[str], here: Here) -> Value | None:
    name, year = _meant(tuple(_FEASTS.items()), m["feast"]), m["year"]
    vague = name == "eid" or is_by_the_moon(name)

    def make(y: int) -> tuple[Days, ...]:
        return feast("fitr", y) + feast("adha", y) if name == "eid" else feast(name, y)

    days = make(int(year) + (m["feast"] == _LAST_EVE))[:1] if year else ()
    days_meant = _eve(days[0] if days else by_year(make, here), m["feast"])
    timex = days_meant.first.isoformat() if days_meant and not vague and days_meant.first == days_meant.last else None
    return stretch(days_meant, "month" if name in {"ramadan", "muharram"} else "day", timex, vague=vague)


_LAST_EVE = "new year's eve"  # named by the year that it ends


def _eve(days: Days | None, words: str) -> Days | None:
    if days is None or not words.endswith(" eve"):
        return days
    before = days.first - timedelta(days=1)
    return Days(before, before)


_DATED = re.compile(r"(?:^|\b(?:on|by|from|to|until|till|of|before|after|since|between|the|during|for)|[,(]) ?$")


def _islamic_day(m: re.Match[str], here: Here) -> Value | None:
    """``Muharram 10``, ``9th and 10th of Muharram``; not ``Mr Shaban, 12``, nor ``during Safar 10 men came``."""
    if m.start("named") == m.start() and not (_DATED.search(here.before) and _is_date(m, here)):
        return None
    month = int(_meant(tuple((str(n), spellings) for n, spellings in _MONTHS.items()), m["named"]))
    first, last = (int(re.sub(r"\D", "", m[group] or m["day"])) for group in ("day", "last"))
    days_meant = by_year(lambda year: islamic_days(year, month, first, max(first, last)), here)
    return stretch(days_meant, "day", None, vague=True)


def _is_date(m: re.Match[str], here: Here) -> bool:
    """Whether the number behind the month tells the day, and not how many people or things did something in it."""
    counted = here.counted(m.start("last") if m["last"] else m.start("day"))
    return counted is None or counted in _OBSERVANCES


_OBSERVANCES = frozenset(["processions", "rallies", "gatherings", "ceremonies", "commemorations", "prayers"])


def _new_year(_m: re.Match[str], here: Here) -> Value | None:
    """``in the new year``: the first two months of the coming one, or of this one while it is new."""
    if here.today is None:
        return stretch(None, "month", None, vague=True)
    year = here.today.year + (here.today.month > _STILL_NEW)
    return stretch(Days(date(year, 1, 1), date(year, 3, 1) - timedelta(days=1)), "month", f"{year}", vague=True)


_STILL_NEW = 2  # months
_MOON_DAY = rf"(?P<day>{DAY})(?: ?(?:-|to|and|&|,) ?(?P<last>{DAY}))?"
_MOON = f"(?P<named>{'|'.join(_MONTHS.values())})"

RULES = (
    Rule("new_year", r"(?<=the )new year(?!'s|s|\w| \d| (?:eve|day|party|holiday))", _new_year, article=True),
    Rule("day_of_moon", rf"{_MOON_DAY}(?: of)? {_MOON}(?!\w)", _islamic_day),
    Rule("moon_and_day", rf"{_MOON},?[ -]{_MOON_DAY}", _islamic_day),
    Rule(
        "feast",
        rf"(?:the holy month of )?(?P<feast>{'|'.join(_FEASTS.values())})(?!\w)(?: (?P<year>20\d\d))?"
        r"(?! (?:island|cake|egg|milan|gah|prayer))",
        _feast,
    ),
)
