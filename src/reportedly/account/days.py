"""The days a list is asked for: both inclusive, by default the last seven of the desk's calendar."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from reportedly.errors import BadDate

LATELY: Final = timedelta(days=6)  # and the day itself: a week


class Days(NamedTuple):
    """From one day to another, both inclusive."""

    since: date
    until: date


def lately(since: date | None, until: date | None, today: date) -> Days:
    """The days from ``since`` to ``until``; without an end up to ``today``, without a beginning the week up to the end.

    Raises ``BadDate`` where the beginning comes after the end.
    """
    last = until or max(today, since or today)
    return _ordered(since or last - min(LATELY, last - date.min), last)


def all_or(since: date | None, until: date | None) -> Days | None:
    """The days from ``since`` to ``until``, open where one is missing; None where both are. Raises ``BadDate``."""
    return _ordered(since or date.min, until or date.max) if since or until else None


def _ordered(first: date, last: date) -> Days:
    if last < first:
        raise BadDate(f"from {first} to {last} there are no days: give the earlier day first")
    return Days(first, last)
