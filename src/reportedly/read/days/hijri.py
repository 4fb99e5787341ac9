"""Days of the Islamic year by the tabular calendar (civil epoch, 30-year cycle).

The tabular calendar may differ from the sighted moon by a day or two, so whatever comes from here is vague.
Method: E. G. Richards, Mapping Time (1998), the arithmetic Islamic calendar.
"""

from datetime import date, timedelta

from reportedly.read.days.calendar import Days

_EPOCH = 227_014  # ordinal (Python's) of the day before 1 Muharram of year 1, 16 July 622 Julian
_SLACK = timedelta(days=1)


def _ordinal(year: int, month: int, number: int) -> int:
    return number + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH


def islamic_days(year: int, month: int, first: int, count: int) -> tuple[Days, ...]:
    """So many days of an Islamic month, each time they fall into a Gregorian year, with a day of slack."""
    islamic = (year - 622) * 33 // 32
    begun = (date.fromordinal(_ordinal(y, month, first)) for y in range(islamic - 1, islamic + 3) if y > 0)
    return tuple(Days(f - _SLACK, f + timedelta(days=count - 1) + _SLACK) for f in begun if f.year == year)
