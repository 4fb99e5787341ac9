"""Names of months and weekdays in some thirty languages, as ``spelling.plain`` writes them, without stops."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.dates.calendars import HIJRI_MONTHS, JALALI_MONTHS, Calendar
from reportedly.dates.spelling import plain

_CALENDARS: Mapping[str, Calendar | None] = {"gregorian": None, "jalali": "jalali", "hijri": "hijri"}


class Month(NamedTuple):
    """A month by its number, in the calendar that its name belongs to (None: the Gregorian)."""

    number: int
    calendar: Calendar | None = None


class Names(NamedTuple):
    """What a name can mean; ``mar`` is a month in English and a weekday (0 is Monday) in French."""

    months: Mapping[str, Month]
    weekdays: Mapping[str, int]


@cache
def names() -> Names:
    """All names, read when the first is asked for."""
    months = {plain(name): Month(number, "jalali") for name, number in JALALI_MONTHS.items()}
    months |= {plain(name.replace("-", " ")): Month(number, "hijri") for name, number in HIJRI_MONTHS.items()}
    weekdays: dict[str, int] = {}
    for line in files("reportedly.dates").joinpath("data/names.txt").read_text(encoding="utf-8").splitlines():
        of, _, listed = line.partition(": ")
        kind, number = of.split()
        if kind == "weekday":
            weekdays |= dict.fromkeys(listed.split(", "), int(number))
        else:
            months |= dict.fromkeys(listed.split(", "), Month(int(number), _CALENDARS[kind]))
    return Names(months, weekdays)
