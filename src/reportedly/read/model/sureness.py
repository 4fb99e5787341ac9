"""How sure a text is of what its words tell, as the model rates it."""

from collections.abc import Iterable

import numpy as np

from reportedly.read.model.decode import Floats
from reportedly.read.model.windows import NOWHERE, Window


class Sureness:
    """A score for every word piece of a text: 3 for what happened, 0 for what is left open, -3 for what did not."""

    def __init__(self, rated: Iterable[tuple[Window, Floats]] = ()) -> None:
        """``rated``: windows of a text, each with a score for every piece (more, for padding, are left out)."""
        found = sorted(
            (place, float(score))
            for window, scores in rated
            for place, score in zip(window.places, scores, strict=False)
            if place != NOWHERE
        )
        self._starts = np.array([start for (start, _), _ in found])
        self._ends = np.array([end for (_, end), _ in found])
        self._scores = np.array([score for _, score in found])

    def of(self, start: int, end: int) -> float | None:
        """The mean score of the pieces in a half-open range of characters; None where the model read none."""
        first = int(np.searchsorted(self._ends, start, side="right"))
        last = int(np.searchsorted(self._starts, end, side="left"))
        return float(self._scores[first:last].mean()) if last > first else None
