"""Something in a ledger or archive that does not add up."""

from typing import Literal

from reportedly.records.kinds import Record

FaultKind = Literal[
    "database",
    "pointer",
    "search",
    "archive",
    "text",
    "reading",
    "gist",
    "story",
    "evidence",
    "judgement",
]
"""Where the fault lies, in the order in which a desk is checked."""


class Fault(Record, frozen=True):
    """What does not add up: ``about`` names it by an id, a table or a file; ``words`` say what is wrong."""

    kind: FaultKind
    about: str
    words: str
