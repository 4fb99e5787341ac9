"""What a person has seen of the news, and what they marked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal, get_args

from reportedly.records.kinds import Record

MarkedKind = Literal["story", "article"]
MARKED: Final[tuple[MarkedKind, ...]] = get_args(MarkedKind)


class Seen(Record, frozen=True):
    """Somebody said at ``at`` that they have seen all news up to the number ``upto``."""

    at: datetime
    upto: int
    number: int = 0


class Mark(Record, frozen=True):
    """What a person said of one story or article by its id; ``read`` is None where they said nothing of that.

    ``upto`` is the last news of it when they read it: what came to it since is unread again.
    """

    kind: MarkedKind
    about: str
    read: bool | None = None
    upto: int | None = None
    starred: datetime | None = None


class Grown(Record, frozen=True):
    """A story by the numbers of its news: its first, its last voice, its last article; and each voice's first."""

    story: str
    begun: int
    grown: int
    touched: int
    sources: int
    voices: Sequence[int]

    def heard(self, upto: int) -> int:
        """How many of its independent sources were heard by then."""
        return sum(voice <= upto for voice in self.voices)


def is_read(mark: Mark | None, touched: int, upto: int) -> bool:
    """Whether a person has read a thing whose last news is ``touched``, who has seen all news up to ``upto``.

    What they said of it comes before what they said of all.
    """
    if mark is not None and mark.read is not None:
        return mark.read and touched <= (mark.upto or 0)
    return touched <= upto
