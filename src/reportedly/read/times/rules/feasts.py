"""Times told by a feast (Ramadan, the two Eids, Ashura, Nowruz, Christmas) or a day of the Islamic year (Muharram 10).

The feasts stand in ``times/data/feasts.toml``. What follows the moon is vague: by sighting it comes a day sooner or
later.
"""

import re
from datetime import timedelta
from functools import cache

import msgspec

from reportedly.dates.calendars import gregorian
from reportedly.read.days.calendar import Days, day
from reportedly.read.days.hijri import islamic_days
from reportedly.read.days.nearest import by_year
from reportedly.read.days.value import Here, Rule, Value, stretch
from reportedly.read.grammar.lexicons import table
from reportedly.read.times.vocabulary import DAY

_ARTICLE = "[ -]?(?:u[lnrstz]|al|as|an|e|i)?[ -]?"
_A_MONTH = 30


class Feast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a feast is spelled, when it begins and how many days it lasts."""

    spelled: str
    month: int
    day: int
    days: int
    moon: bool = False

    @property
    def pattern(self) -> str:
        """Its spellings as a regular expression."""
        return self.spelled.replace("~", _ARTICLE)

    def of(self, year: int) -> tuple[Days, ...]:
        """All times it falls into a year of ours: one of the moon may come twice."""
        if self.moon:
            return islamic_days(year, self.month, self.day, self.days)
        first = day(year, self.month, self.day)
        return (Days(first, first + timedelta(days=self.days - 1)),) if first else ()


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The spellings of the Islamic months, and the feasts."""

    months: list[str]
    feasts: list[Feast]


_TABLE = msgspec.convert(table("times/feasts"), Table)
_MONTHS = [spelled.replace("~", _ARTICLE) for spelled in _TABLE.months]


@cache
def _meant(words: str) -> tuple[Feast, ...]:
    """The feasts of that name: Eid is two."""
    first = next(feast.spelled for feast in _TABLE.feasts if re.fullmatch(feast.pattern, words))
    return tuple(feast for feast in _TABLE.feasts if feast.spelled == first)


def _feast(m: re.Match[str], here: Here) -> Value:
    meant = _meant(m["feast"])

    def of(year: int) -> tuple[Days, ...]:
        return tuple(days for feast in meant for days in feast.of(year))

    named = of(int(m["year"])) if m["year"] else ()
    days, moon = named[0] if named else by_year(of, here), meant[0].moon
    timex = days.first.isoformat() if days and not moon and days.first == days.last else None
    return stretch(days, "month" if meant[0].days == _A_MONTH else "day", timex, vague=moon)


_DATED = re.compile(r"(?:^|\b(?:on|by|from|to|until|till|of|before|after|since|between|the|during|for)|[,(]) ?$")


def _islamic_day(m: re.Match[str], here: Here) -> Value | None:
    """``Muharram 10``, ``9th and 10th of Muharram``; not ``Mr Shaban, 12``."""
    if m.start("named") == m.start() and not _DATED.search(here.before):
        return None
    month = next(n for n, spelled in enumerate(_MONTHS, 1) if re.fullmatch(spelled, m["named"]))
    first, last = (int(re.sub(r"\D", "", m[group] or m["day"])) for group in ("day", "last"))
    count = max(first, last) - first + 1
    if m["moon_year"]:
        return stretch(_in_moon_year(int(m["moon_year"]), month, first, count), "day", None, vague=True)
    days = by_year(lambda year: islamic_days(year, month, first, count), here)
    return stretch(days, "day", None, vague=True)


def _moon_month(m: re.Match[str], _here: Here) -> Value:
    """``Rajab 1447``."""
    month = next(n for n, spelled in enumerate(_MONTHS, 1) if re.fullmatch(spelled, m["named"]))
    return stretch(_in_moon_year(int(m["moon_year"]), month, 1, _A_MONTH), "month", None, vague=True)


def _in_moon_year(year: int, month: int, first: int, count: int) -> Days | None:
    """So many days of a month of that Islamic year, a day sooner or later."""
    begun = gregorian("hijri", year, month, first)
    return Days(begun - timedelta(days=1), begun + timedelta(days=count)) if begun else None


_MOON_YEAR = r"(?:,? (?P<moon_year>1[345]\d\d)(?: ?(?:a\.?h\.?|h)(?!\w))?(?![\w%]|[.,]\d))"
_MOON_DAY = rf"(?P<day>{DAY})(?: ?(?:-|to|and|&|,) ?(?P<last>{DAY}))?"
_MOON = f"(?P<named>{'|'.join(_MONTHS)})"
_FEAST = f"(?P<feast>{'|'.join(feast.pattern for feast in _TABLE.feasts)})"

_HEADS = (
    "the eid* milad* mawlid mouloud bakr* youm ashura arba* chehl* nowruz nauroz norouz christmas new "
    "ram* muharram* safar rabi* jam* rajab sha* z* dh* dul*"
)

RULES = (
    Rule("day_of_moon", rf"{_MOON_DAY}(?: of)? {_MOON}(?!\w){_MOON_YEAR}?", _islamic_day),
    Rule("moon_and_day", rf"{_MOON},?[ -]{_MOON_DAY}{_MOON_YEAR}?", _islamic_day, heads=_HEADS),
    Rule("moon_month", rf"{_MOON}{_MOON_YEAR}", _moon_month, heads=_HEADS),
    Rule(
        "feast",
        rf"(?:the holy month of )?{_FEAST}(?!\w)(?: (?P<year>20\d\d))?(?! (?:island|cake|egg|milan|gah|prayer))",
        _feast,
        heads=_HEADS,
    ),
)
