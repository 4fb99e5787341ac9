"""When, as an article says it."""

from datetime import date, datetime

from reportedly.records.kinds import Grain, Record, TimeKind
from reportedly.text import Span


class Time(Record, frozen=True):
    """A time expression. ``start`` and ``end`` are local to the outlet, inclusive, None where they cannot be known."""

    id: str
    span: Span
    kind: TimeKind
    start: datetime | None
    end: datetime | None
    grain: Grain
    vague: bool = False
    timex: str | None = None

    @property
    def day(self) -> date | None:
        """The day, where the time is one and no more."""
        one = self.start is not None and self.end is not None and self.start.date() == self.end.date()
        return self.start.date() if one and self.start else None
