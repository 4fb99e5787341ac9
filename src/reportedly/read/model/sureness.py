"""How sure a text is of what its words tell, as the model rates it."""

from collections.abc import Iterable

from reportedly.read.model.decode import Floats
from reportedly.read.model.pieces import Pieces
from reportedly.read.model.windows import Window


class Sureness:
    """A score for every word piece of a text: 3 for what happened, 0 for what is left open, -3 for what did not."""

    def __init__(self, rated: Iterable[tuple[Window, Floats]] = ()) -> None:
        """``rated``: windows of a text, each with a score for every piece (more, for padding, are left out)."""
        self._pieces = Pieces(((window, scores[..., None]) for window, scores in rated), 1)

    def of(self, start: int, end: int) -> float | None:
        """The mean score of the pieces in a half-open range of characters; None where the model read none."""
        mean = self._pieces.mean(start, end)
        return None if mean is None else float(mean[0])
