"""What a person decided."""

from datetime import datetime
from typing import Literal

from reportedly.records.kinds import Record


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
