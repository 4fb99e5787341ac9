"""The shelves that expectations lie on, as a desk works through them on a day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from reportedly.records.expectation import Window
from reportedly.records.followup import FollowUp
from reportedly.records.kinds import State

Shelf = Literal["week", "later", "untimed", "silent", "settled"]
SETTLED: Final[frozenset[State]] = frozenset({"happened", "cancelled", "denied"})
SOON: Final = timedelta(days=7)
NEVER: Final = date.max
"""Stands where a spell does not end, and where a window does not."""


class Spell(NamedTuple):
    """From ``since`` until the day before ``until`` nothing new was told of an expectation.

    What follows from the calendar alone is no new spell: of one that is open or was moved, ``window`` says on any day
    whether it is due, ahead or silent.
    """

    since: date
    until: date
    state: State
    window: Window | None

    @property
    def opens(self) -> date | None:
        """The first day on which it may happen, or the last where that alone is known."""
        return (self.window.start or self.window.end) if self.window else None

    @property
    def closes(self) -> date:
        """The last day on which it may happen, ``NEVER`` where none is known."""
        return (self.window.end if self.window else None) or NEVER

    def shelf(self, day: date) -> Shelf:
        """The shelf on which it lies on a day of the spell."""
        if self.state in SETTLED:
            return "settled"
        if self.opens is None:
            return "untimed"
        if self.closes < day:
            return "silent"
        return "week" if self.opens <= day + SOON else "later"


def spells(followup: FollowUp) -> Iterator[Spell]:
    """The spells of an expectation, from the day it was announced on, without a day between them."""
    told = {change.on for change in followup.history}
    first = followup.announced or date.min
    days = [first, *sorted(day for day in told if day > first)]
    for since, until in zip(days, [*days[1:], NEVER], strict=True):
        seen = [change for change in followup.history if change.on <= since]
        moves = [change for change in seen if change.state == "moved"]
        window = moves[-1].window if moves else followup.window
        yield Spell(since, until, seen[-1].state if seen else "open", window)
