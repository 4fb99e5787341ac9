"""Days and windows: whether two announcements can mean one date, and whether an outcome fell into a window."""

from datetime import date, timedelta

from reportedly.records import Sighting, Window

_LATE = timedelta(days=4)  # news of an event comes hours late, and some dates slip by a day
_VAGUE_LATE = timedelta(days=14)
_OPEN = timedelta(days=60)  # how long an announcement without a window waits for its event
_NEAR = timedelta(days=1)
_FEW_DAYS = timedelta(days=7)


def overlap(a: Window | None, b: Window | None) -> bool:
    """Whether two windows can be of one event: they overlap within a day, or one of them is not known."""
    if not (a and b and a.end and b.end):
        return True
    first, second = a.start or a.end, b.start or b.end
    return first - b.end <= _NEAR and second - a.end <= _NEAR


def open_span(window: Window | None, announced: date) -> tuple[date, date]:
    """First and last day on which news of the event would still be news of this expectation."""
    if window is None or window.end is None:
        return announced, _after(announced, _OPEN)
    late = _VAGUE_LATE if window.vague else _LATE
    return max(window.start or announced, announced), _after(max(window.end, announced), late)


def has_day(window: Window | None) -> bool:
    """Whether a window names a day, or a few."""
    if window is None or window.end is None or window.vague:
        return False
    return window.end - (window.start or window.end) <= _FEW_DAYS


def names_the_day(window: Window | None, sighting: Sighting) -> bool:
    """Whether a sentence names a day of the window, or one ahead that is behind the window."""
    if window is None or window.end is None:
        return False
    if sighting.latest and sighting.latest.end and sighting.latest.end > window.end:
        return True
    first, start, end = window.start or window.end, sighting.start, sighting.end
    return start is not None and end is not None and start <= window.end and first <= end <= start + _FEW_DAYS


def _after(day: date, later: timedelta) -> date:
    """A day so much later, the last of the calendar at most."""
    return day + min(later, date.max - day)


def happened_on(sighting: Sighting) -> date | None:
    """The day an event took place as far as the article tells: its own time if that is sharp, else publication."""
    if sighting.start and sighting.end and (sighting.end - sighting.start).days <= _LATE.days:
        return sighting.end
    return sighting.published if sighting.start is None else None


def extends(old: Window | None, new: Window | None, announced: date | None) -> bool:
    """Whether ``new``, announced when the deadline of ``old`` had come, grants more time: two days more."""
    if not (announced and old and new and old.end and new.end) or old.vague or new.vague:
        return False
    return _NEAR < new.end - old.end <= _MOVED_BY and -_NEAR <= announced - old.end <= _HEARD


_MOVED_BY = timedelta(days=60)
_HEARD = timedelta(days=7)
_SHARP = timedelta(days=7)


def moves(old: Window | None, new: Window | None, announced: date | None) -> bool:
    """Whether ``new``, announced then, reads as the new date of what was due in ``old``: later, sharp, and in time."""
    if not (announced and old and new and old.end and new.end):
        return False
    first, second = old.start or old.end, new.start or new.end
    sharp = old.end - first <= _SHARP and new.end - second <= _SHARP and not (old.vague or new.vague)
    return sharp and timedelta(0) < second - old.end <= _MOVED_BY and announced - old.end <= _HEARD
