"""Times told by a feast: Ramadan, the two Eids, Ashura, Nowruz, Christmas, Easter."""

import re
from datetime import date, timedelta

from reportedly.read.times.calendar import Days
from reportedly.read.times.hijri import feast
from reportedly.read.times.nearest import by_year
from reportedly.read.times.value import Here, Rule, Value, stretch

_ISLAMIC = frozenset({"muharram", "ashura", "arbaeen", "ramadan", "fitr", "adha", "hajj", "eid"})


def _name(words: str) -> str:
    """The feast's plain name from one of its spellings."""
    if words.startswith("eid"):
        return "adha" if re.search(r"a[dz]h?a|zuha", words) else "fitr" if "fit" in words else "eid"
    if words.startswith("ram"):
        return "ramadan"
    if words.startswith(("now", "nau", "nor")):
        return "nowruz"
    for name in ("ashura", "arbaeen", "muharram", "christmas", "new year", "easter"):
        if words.startswith(name[:5]):
            return name
    return words


def _feast(m: re.Match[str], here: Here) -> Value | None:
    name, year = _name(m["feast"]), m["year"]
    vague = name in _ISLAMIC

    def make(y: int) -> tuple[Days, ...]:
        return feast("fitr", y) + feast("adha", y) if name == "eid" else feast(name, y)

    days = make(int(year))[:1] if year else ()
    found = days[0] if days else by_year(make, here)
    timex = found.first.isoformat() if found and not vague and found.first == found.last else None
    return stretch(found, "month" if name in {"ramadan", "muharram"} else "day", timex, vague=vague)


_FEASTS = (
    r"ramadh?an|ramzan|eid[ -]?(?:ul|al|ul-|al-)?[ -]?(?:fit[ri]|fitar|adh?ha|az[h]?a)|eid|muharram|ashura|arbaeen"
    r"|nowruz|nauroz|norouz|christmas(?: (?:day|eve))?|new year(?:'s (?:day|eve))|easter(?: sunday)?|may day"
)


def _new_year(_m: re.Match[str], here: Here) -> Value | None:
    """``in the new year``: the first two months of the coming one, or of this one while it is new."""
    if here.today is None:
        return stretch(None, "month", None, vague=True)
    year = here.today.year + (here.today.month > _STILL_NEW)
    return stretch(Days(date(year, 1, 1), date(year, 3, 1) - timedelta(days=1)), "month", f"{year}", vague=True)


_STILL_NEW = 2  # months

RULES = (
    Rule("new_year", r"(?<=the )new year(?!'s|s|\w| \d| (?:eve|day|party|holiday))", _new_year, article=True),
    Rule(
        "feast",
        rf"(?:the holy month of )?(?P<feast>{_FEASTS})(?!\w)(?: (?P<year>20\d\d))?"
        r"(?! (?:island|cake|egg|milan|gah|prayer))",
        _feast,
    ),
)
