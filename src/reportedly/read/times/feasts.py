"""Times told by a feast: Ramadan, the two Eids, Ashura, Nowruz, Christmas, Easter."""

import re

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

RULES = (
    Rule(
        "feast",
        rf"(?:the holy month of )?(?P<feast>{_FEASTS})(?!\w)(?: (?P<year>20\d\d))?"
        r"(?! (?:island|cake|egg|milan|gah|prayer))",
        _feast,
    ),
)
