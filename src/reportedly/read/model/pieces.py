"""What a graph gives for each word piece of a text, looked up by the characters of words."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from reportedly.read.model.decode import Floats
from reportedly.read.model.windows import NOWHERE, Window


class Pieces:
    """A row of numbers for each word piece of a text, in the order of the text."""

    def __init__(self, rated: Iterable[tuple[Window, Floats]], width: int) -> None:
        """``rated``: windows, each with ``width`` numbers for every piece (more, for padding, are left out)."""
        found = [(window.places, of_pieces[: len(window.places)]) for window, of_pieces in rated]
        places = np.array([place for of_window, _ in found for place in of_window], np.int64).reshape(-1, 2)
        values = np.concatenate([of_pieces for _, of_pieces in found] or [np.zeros((0, width), np.float32)])
        order = np.lexsort((places[:, 1], places[:, 0]))
        order = order[places[order, 0] != NOWHERE[0]]
        self._starts, self._ends = places[order].T
        self.values = values[order]

    def under(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each half-open range of characters the first of its pieces, and the one behind its last."""
        return np.searchsorted(self._ends, starts, side="right"), np.searchsorted(self._starts, ends, side="left")

    def mean(self, start: int, end: int) -> Floats | None:
        """The mean (width) of the pieces in a half-open range of characters; None where none was read."""
        first, last = self.under(np.array(start), np.array(end))
        return self.values[first:last].mean(0, dtype=np.float64) if last > first else None
