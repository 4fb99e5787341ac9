"""Months and feasts of the Islamic year by the tabular calendar (civil epoch, 30-year cycle), and a few fixed feasts.

The tabular calendar may differ from the sighted moon by a day or two, so whatever comes from here is vague.
Method: E. G. Richards, Mapping Time (1998), the arithmetic Islamic calendar.
"""

from datetime import date, timedelta

from dateutil.easter import easter

from reportedly.read.times.calendar import Days, day

_EPOCH = 227_014  # ordinal (Python's) of the day before 1 Muharram of year 1, 16 July 622 Julian
_SLACK = timedelta(days=1)

# name: (month, first day, length in days)
_ISLAMIC = {
    "muharram": (1, 1, 30),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
    "barat": (8, 14, 2),
    "ramadan": (9, 1, 30),
    "fitr": (10, 1, 3),
    "adha": (12, 10, 3),
    "hajj": (12, 8, 6),
}
_FIXED = {"christmas": (12, 25, 1), "new year": (1, 1, 1), "nowruz": (3, 20, 2), "may day": (5, 1, 1)}


def _ordinal(year: int, month: int, number: int) -> int:
    return number + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH


def feast(name: str, year: int) -> tuple[Days, ...]:
    """All times the feast falls into a Gregorian year (an Islamic one may come twice), with a day of slack."""
    if name == "easter":
        return (Days(easter(year), easter(year)),)
    if name in _FIXED:
        month, number, length = _FIXED[name]
        first = day(year, month, number)
        return (Days(first, first + timedelta(days=length - 1)),) if first else ()
    month, number, length = _ISLAMIC[name]
    return islamic_days(year, month, number, number + length - 1)


def is_by_the_moon(name: str) -> bool:
    """Whether the feast follows the Islamic calendar."""
    return name in _ISLAMIC


def islamic_days(year: int, month: int, first: int, last: int) -> tuple[Days, ...]:
    """Days of an Islamic month, each time they fall into a Gregorian year, with a day of slack."""
    islamic = (year - 622) * 33 // 32
    begun = (date.fromordinal(_ordinal(y, month, first)) for y in range(islamic - 1, islamic + 3) if y > 0)
    return tuple(Days(f - _SLACK, f + timedelta(days=last - first) + _SLACK) for f in begun if f.year == year)
