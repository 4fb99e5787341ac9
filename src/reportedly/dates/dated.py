"""A day, and the moment on it."""

from datetime import UTC, date, datetime
from typing import NamedTuple


class Dated(NamedTuple):
    """The calendar day in its own time zone; with the time of day where one is told, which may lack a zone."""

    day: date
    clock: datetime | None = None

    @property
    def at(self) -> datetime | None:
        """The moment as UTC; None where no time of day is told, nobody knows in which zone, or no year holds it."""
        try:
            return self.clock.astimezone(UTC) if self.clock and self.clock.tzinfo else None
        except OverflowError:  # the last evening of the year 9999 west of Greenwich, the first morning of year 1 east
            return None

    def after(self, other: "Dated") -> bool:
        """Whether it is certainly the later one of two; on one day only their times of day can tell."""
        if self.at and other.at:
            return self.at > other.at
        if self.day == other.day and self.clock and other.clock:
            return self.clock.replace(tzinfo=None) > other.clock.replace(tzinfo=None)
        return self.day > other.day
