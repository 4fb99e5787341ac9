"""Whether two windows of days agree: sharp ones to the day, vague ones by the days they share."""

from datetime import date

from quality import rows

SHARED = 0.3  # of all days of both, for a vague window


def agree(asked: rows.Row, given: rows.Row) -> bool:
    """Whether ``given`` is the window ``asked`` for: both ends within a day, or for a vague one enough shared days.

    ``asked`` is a row of a gold set with ``window`` and ``vague``, ``given`` a window of a reading; both ends count.
    """
    if not given.get("start") or not given.get("end"):
        return False
    first, last, start, end = map(day, (asked["window"]["start"], asked["window"]["end"], given["start"], given["end"]))
    if not asked["vague"]:
        return abs((first - start).days) <= 1 and abs((last - end).days) <= 1
    both = (min(last, end) - max(first, start)).days + 1
    return both > 0 and both / ((max(last, end) - min(first, start)).days + 1) >= SHARED


def day(moment: str) -> date:
    """The day of an ISO date or date-time."""
    return date.fromisoformat(moment[:10])
