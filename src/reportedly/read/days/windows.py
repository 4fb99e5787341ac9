"""The days within which something told with a time is due: ``by June 30``, ``within 15 days``, ``from May 1 to 9``.

A time says which days its words name; how it is joined to its clause says which days a promise has. ``by`` and
``until`` end on the last day named, ``after`` leaves a month (vague), ``from`` and ``starting`` begin it.
"""

from datetime import date, timedelta
from typing import Literal

from reportedly.read.days.calendar import Days
from reportedly.read.days.value import Value
from reportedly.records import Window
from reportedly.text import Span

Joint = Literal["in", "by", "before", "until", "after", "from", "as_early_as", "not_before"]
"""How a time is joined to what it dates. ``before`` excludes a day that is named, ``by`` does not."""

_AFTER = timedelta(days=30)  # how long "after June 1" holds a promise open: editors' rule, filed as vague
_THEN = timedelta(days=7)  # how long "as early as Tuesday" holds a promise open: the week that it begins
_AFTER_A_FEAST = timedelta(days=14)  # "after Eid" means when work is taken up again
_WEEK = timedelta(days=7)
_BY = frozenset({"by", "before", "as_early_as"})


def window(value: Value, span: Span, joint: Joint, today: date | None, upto: Value | None = None) -> Window | None:
    """The window that ``value`` gives a promise; ``upto`` is the time that ends a range begun by ``value``.

    None for times that set no window: plain durations ("a three-day visit") and sets ("every Monday").
    """
    if value.kind in {"duration", "set"}:
        return None
    days = value.days
    if days is None:
        start, end = (at.date() if at else None for at in (value.start, value.end))
        return Window(start, end, value.vague, span)
    first, last, vague = _bounds(value, days, joint, today, upto)
    return Window(first, last, vague, span)


def _bounds(
    value: Value, days: Days, joint: Joint, today: date | None, upto: Value | None
) -> tuple[date | None, date | None, bool]:
    if upto and upto.days and joint == "from":
        last = upto.days.last
        weekdays = timedelta(0) < days.first - last < _WEEK  # "from Monday to Thursday", said on a Wednesday
        return days.first, last + _WEEK if weekdays else last, value.vague or upto.vague
    if days.first == days.last and joint in {"as_early_as", "not_before"}:  # but "as early as next week": by its end
        return days.first, days.last + _THEN, True
    if joint in _BY:
        end = _deadline(joint, days)
        return min(today, end) if today else None, end, value.vague and value.kind == "window"
    if joint == "until":
        return days.last, days.last, value.vague
    if joint == "after" and value.kind == "point":
        after = _AFTER_A_FEAST if value.vague and value.grain == "day" else _AFTER
        return days.last + timedelta(days=1), days.last + after, True
    begun = today is not None and days.first < today < days.last and value.grain not in {"day", "hour", "minute"}
    return today if begun else days.first, days.last, value.vague


def _deadline(joint: Joint, days: Days) -> date:
    """``before Friday`` ends on Thursday; ``before the end of June`` and ``by June`` end with June."""
    strictly = joint == "before" and days.first == days.last
    return days.last - timedelta(days=1) if strictly else days.last
