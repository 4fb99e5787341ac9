"""What a person decided."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from reportedly.records.kinds import Record

Decision = Literal["merge", "split", "withdraw", "undo"]  # the kinds that a person can make


class Judgement(Record, frozen=True):
    """A person's decision: a row of its own, undone by another row (``undoes``), never an edit in place."""

    id: str
    who: str
    at: datetime
    kind: Literal["merge", "split", "correct", "confirm", "withdraw", "undo"]
    about: str
    value: str | None = None
    undoes: str | None = None
    note: str | None = None

    @property
    def is_of_story(self) -> bool:
        """Whether it is about a story, by its id; else about an expectation."""
        return self.about.startswith("s")


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those not undone by one in force, undos included, in their order, which is that of filing.

    A decision can only be undone by a later one, so going back from the last one settles each in turn.
    """
    undone: set[str] = set()
    left: list[Judgement] = []
    for judgement in reversed(list(judgements)):
        if judgement.id not in undone:
            left.append(judgement)
            undone |= {judgement.undoes} if judgement.undoes else set()
    return left[::-1]
