"""What an article tells as happening."""

from reportedly.records.kinds import Certainty, Polarity, Record, Status
from reportedly.text import Span


class Participant(Record, frozen=True):
    """An actor or recipient of an event: its words, and the entity where they name one."""

    span: Span
    entity: str | None = None


class Event(Record, frozen=True):
    """Something said to happen. ``type`` is a PLOVER root or OTHER; ``place`` and ``time`` are ids in the reading.

    ``lemma`` is the trigger's dictionary form, ``acts`` the kinds of act it names (visit, sign, report): both for
    matching announcements with outcomes.
    """

    id: str
    trigger: Span
    type: str
    lemma: str = ""
    mode: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: str | None = None
    time: str | None = None
    status: Status = "occurred"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    statement: str | None = None
    acts: tuple[str, ...] = ()
