"""Parts of a stretch of days, and days told by their number in it."""

from datetime import date, timedelta

from reportedly.read.days.calendar import WEEK, Days, shift

_A_YEAR, _A_DECADE = 360, 3600  # days: from these lengths on a part is taken in whole months, in whole years


def share(days: Days, edges: tuple[float, float]) -> Days:
    """The part of a stretch from one share of it to another, in whole days, months of a year, years of a decade."""
    total = (days.last - days.first).days + 1
    unit, count = ("year", total / 365.25) if total > _A_DECADE else ("month", total / 30.4)
    if total < _A_YEAR:
        unit, count = "day", float(total)
    start, end = (round(round(count) * edge) for edge in edges)
    first, after = shift(days.first, start, unit), shift(days.first, max(end, start + 1), unit)
    return Days(first, after - timedelta(days=1)) if first and after else days


def nth(days: Days, number: int, weekday: int | None) -> date | None:
    """The day with that number in a stretch, or the weekday; counted from its end where negative; None beyond it."""
    step = 1 if weekday is None else WEEK
    if number > 0:
        first = days.first + timedelta(days=0 if weekday is None else (weekday - days.first.weekday()) % WEEK)
        when = first + timedelta(days=step * (number - 1))
    else:
        last = days.last - timedelta(days=0 if weekday is None else (days.last.weekday() - weekday) % WEEK)
        when = last + timedelta(days=step * (number + 1))
    return when if days.first <= when <= days.last else None
