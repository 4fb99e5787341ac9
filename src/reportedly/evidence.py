"""Evidence in tables: each row a clue with its name, its weight and what the weight was measured on.

A table replaces numbers inside expressions: it can be read as a list, and it can say which of its rows spoke.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Case = TypeVar("Case")


@dataclass(frozen=True)  # no slots: a frozen, generic class with slots cannot be called as Clue[X](...) in Python 3.11
class Clue(Generic[Case]):
    """One row: ``weight`` points where ``test`` holds of a case, or that many times where it gives a number.

    ``measured_on`` says on what the weight was set, and what changes without the row.
    """

    name: str
    weight: float
    test: Callable[[Case], float]
    measured_on: str


def points(table: Iterable[Clue[Case]], case: Case) -> float:
    """The weights of all rows that hold of ``case``, added up in their order."""
    return sum(clue.weight * clue.test(case) for clue in table)


def spoke(table: Iterable[Clue[Case]], case: Case) -> Iterator[tuple[str, float]]:
    """The rows that hold of ``case``, as pairs of name and points, in their order."""
    for clue in table:
        if gained := clue.weight * clue.test(case):
            yield clue.name, gained


class Reason(NamedTuple):
    """Why something was decided of the words at an offset of a text: the rows that spoke, with their points."""

    start: int
    words: str
    decided: str
    spoke: tuple[tuple[str, float], ...]
