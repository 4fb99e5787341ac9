"""What one party does to another in a sentence, as the model codes it: a probability for every root of an event.

The words of a sentence are read once more with two marks added: which are the source's, which the target's.
The labels are PLOVER's roots, and one for parties between whom nothing of public weight happens.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.read.model import batches
from reportedly.read.model.decode import Floats
from reportedly.read.model.graphs import Ints, load
from reportedly.read.model.windows import Range, Window

SOURCE, TARGET = 1, 2  # marks of a piece, added up where it belongs to both
MOST = 120  # pieces read for a pair, around its middle, where a sentence is longer
ROOTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "NONE",
)


class Pair(NamedTuple):
    """Characters of a sentence, and in it of who acts and of whom it is done to or with."""

    sentence: Range
    source: Range
    target: Range


class Asked(NamedTuple):
    """A pair as the model sees it: its word pieces and their marks, with those of its ends."""

    pair: Pair
    pieces: list[int]
    marks: Ints


class Pairs:
    """Codes pairs of a text."""

    def __init__(self, read: Sequence[Window] = ()) -> None:
        """``read``: the windows of the text."""
        self._read = sorted(read, key=lambda window: window.places[1])
        self._begin = np.array([window.places[1][0] for window in self._read])
        self._places: dict[int, NDArray[np.int64]] = {}
        self._known: dict[Pair, Floats | None] = {}

    def coded(self, pairs: Sequence[Pair]) -> list[Floats | None]:
        """For each pair the probabilities of ``ROOTS``; None where its words are not all in one window.

        A pair is read once, however many events of its sentence ask for it.
        """
        fresh = {pair: self._asked(pair) for pair in dict.fromkeys(pairs) if pair not in self._known}
        self._known |= dict.fromkeys(fresh)
        asked = [one for one in fresh.values() if one is not None]
        for batch in batches.by_size(asked, lambda one: len(one.marks)):
            found = load().roots([one.pieces for one in batch], [one.marks for one in batch])
            self._known |= {one.pair: p for one, p in zip(batch, found, strict=True)}
        return [self._known[pair] for pair in pairs]

    def _asked(self, pair: Pair) -> Asked | None:
        at = int(np.searchsorted(self._begin, pair.source[0], side="right")) - 1
        if at < 0:
            return None
        window = self._read[at]
        starts, ends = self._sides(at)
        under = [(starts < b) & (ends > a) for a, b in pair]
        marks = SOURCE * under[1] + TARGET * under[2]
        marked = np.flatnonzero(marks)
        if not under[1].any() or not under[2].any() or marked[-1] - marked[0] >= MOST:
            return None
        inside = np.flatnonzero(under[0] | (marks > 0))
        first, last = _around(int(inside[0]), int(inside[-1]), int(marked[0]), int(marked[-1]))
        taken = [0, *range(first, last + 1), len(window.pieces) - 1]
        return Asked(pair, [window.pieces[i] for i in taken], marks[taken])

    def _sides(self, at: int) -> NDArray[np.int64]:
        """Where the pieces of a window begin and end."""
        if at not in self._places:
            self._places[at] = np.array(self._read[at].places).T
        return self._places[at]


def _around(first: int, last: int, left: int, right: int) -> Range:
    """The part of ``first`` to ``last`` that is read for a pair between ``left`` and ``right``."""
    spare = (MOST - (right - left + 1)) // 2
    return max(first, left - spare), min(last, right + spare)
