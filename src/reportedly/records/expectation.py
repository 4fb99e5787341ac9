"""What an article says lies ahead, and the days within which it does."""

from datetime import date

from reportedly.records.kinds import Certainty, Record
from reportedly.text import Span


class Window(Record, frozen=True):
    """Days within which something is expected, both inclusive; None where that end is not known."""

    start: date | None
    end: date | None
    vague: bool = False
    span: Span | None = None


class Expectation(Record, frozen=True):
    """An event of this article that lies ahead.

    ``span`` are the words that announce it: the event's trigger, of a noun with the verb that carries it.
    """

    id: str
    event: str
    window: Window | None = None
    certainty: Certainty = "certain"
    span: Span | None = None
