"""Evidence in tables: each row a clue with its name, its weight and what the weight was measured on.

A table replaces numbers inside expressions: it can be read as a list, and it can say which of its rows spoke.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
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


# -- tables that were learned ------------------------------------------------------------------------------------------


class Steps(NamedTuple):
    """Ascending bounds of a clue, and what all weights up to each come to; ``sums`` begin with nought."""

    bounds: tuple[float, ...]
    sums: tuple[float, ...]


class Learned(NamedTuple):
    """A table that was learned: the weights of clues by name. A weight counts where the clue is above its bound."""

    bias: float
    steps: Mapping[str, Steps]

    def odds(self, clues: Mapping[str, float]) -> float:
        """The log-odds that a case with these clues is what was learned."""
        return self.bias + sum(at.sums[bisect_left(at.bounds, clues[name])] for name, at in self.steps.items())


@cache
def shipped(package: str, name: str) -> Learned:
    """A table that is part of the program: rows of clue, bound and weight, and ``#`` before what is for people."""
    lines = files(package).joinpath(name).read_text("utf-8").splitlines()
    return table(line.split("\t") for line in lines if line and not line.startswith("#"))


def table(rows: Iterable[Sequence[str]]) -> Learned:
    """The table of rows of clue, bound and weight; the bias has no bound."""
    bias, found = 0.0, dict[str, list[tuple[float, float]]]()
    for name, bound, weight in rows:
        if name == "bias":
            bias = float(weight)
        else:
            found.setdefault(name, []).append((float(bound), float(weight)))
    steps = {}
    for name, pairs in found.items():
        bounds, weights = zip(*sorted(pairs), strict=True)
        steps[name] = Steps(bounds, (0.0, *accumulate(weights)))
    return Learned(bias, steps)
