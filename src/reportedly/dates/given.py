"""A day of publication that a person or a program hands in: it passes the gate like any other."""

from datetime import date, datetime

from reportedly.clock import day_of
from reportedly.dates.dated import Dated
from reportedly.dates.reading import ON_PAPER, believed
from reportedly.errors import BadDate


def given_day(given: date | str | None, now: datetime) -> date | None:
    """The day given, None where none was; raises ``BadDate`` where it is no date, or none that can be meant."""
    day = day_of(given)
    note = believed(Dated(day), now, ON_PAPER).note if day else None
    if note:
        raise BadDate(f"{note}; wanted the day it came out, as YYYY-MM-DD")
    return day
