"""When, as an article says it."""

from datetime import datetime

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
