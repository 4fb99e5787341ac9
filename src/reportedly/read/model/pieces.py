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
        found = [
            (place, values)
            for window, of_pieces in rated
            for place, values in zip(window.places, of_pieces, strict=False)
            if place != NOWHERE
        ]
        found.sort(key=lambda each: each[0])
        self._starts = np.array([start for (start, _), _ in found])
        self._ends = np.array([end for (_, end), _ in found])
        self.values = np.array([values for _, values in found]).reshape(-1, width)

    def under(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each half-open range of characters the first of its pieces, and the one behind its last."""
        return np.searchsorted(self._ends, starts, side="right"), np.searchsorted(self._starts, ends, side="left")

    def mean(self, start: int, end: int) -> Floats | None:
        """The mean (width) of the pieces in a half-open range of characters; None where none was read."""
        first, last = self.under(np.array(start), np.array(end))
        return self.values[first:last].mean(0, dtype=np.float64) if last > first else None
