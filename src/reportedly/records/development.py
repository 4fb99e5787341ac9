"""What an article tells to have come of something: done, moved, called off, denied."""

from reportedly.records.kinds import Certainty, DevelopmentState, Record
from reportedly.text import Span


class Development(Record, frozen=True):
    """The word by which an article tells that something was done, moved, called off or denied.

    ``acts`` are the kinds of act that were; ``event`` is the event of the reading that it is told of, where there is
    one. ``time`` is when it was done, or the new time of what was moved; ``statement`` the one whose content tells it.
    """

    id: str
    trigger: Span
    state: DevelopmentState
    acts: tuple[str, ...] = ()
    event: str | None = None
    time: str | None = None
    certainty: Certainty = "certain"
    statement: str | None = None
