"""What the model says of every word as an event: whether it lies ahead, where it stands, its root and its certainty."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.read.model.decode import Floats
from reportedly.read.model.pieces import Pieces
from reportedly.read.model.windows import Window
from reportedly.records import Certainty, Status

ROOTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "OTHER",
)
Ints = NDArray[np.int64]
STATUSES: tuple[Status, ...] = ("occurred", "ongoing", "planned", "expected", "called_for", "hypothetical", "denied")
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible")
AHEAD, STATUS, ROOT, CERTAINTY = 1, 1 + len(STATUSES), len(ROOTS), len(CERTAINTIES)
WIDTH = AHEAD + STATUS + ROOT + CERTAINTY  # logits of a piece, in this order
_PARTS = tuple(np.cumsum((AHEAD, STATUS, ROOT)))


class Said(NamedTuple):
    """Of one word: the logit that it tells an event ahead, and logarithms of the probabilities of all else.

    ``status`` (8): no event, then ``STATUSES``; ``root`` (17) of ``ROOTS``; ``certainty`` (3) of ``CERTAINTIES``.
    """

    ahead: float
    status: Floats
    root: Floats
    certainty: Floats

    @property
    def event(self) -> float:
        """How likely the word tells an event."""
        return 1 - math.exp(self.status[0])

    @property
    def likely_root(self) -> str:
        """The likeliest root."""
        return ROOTS[int(self.root.argmax())]

    @property
    def likely_status(self) -> Status:
        """The likeliest status of what is an event."""
        return STATUSES[int(self.status[1:].argmax())]

    @property
    def likely_certainty(self) -> Certainty:
        """The likeliest certainty."""
        return CERTAINTIES[int(self.certainty.argmax())]


class Outlook:
    """What the model says of the words of a text."""

    def __init__(self, told: Iterable[tuple[Window, Floats]] = ()) -> None:
        """``told``: windows of a text, each with logits for every piece (more, for padding, are left out)."""
        self._pieces = Pieces(told, WIDTH)
        self._said: dict[tuple[int, int], Said | None] = {}

    def each(self, starts: Ints, ends: Ints) -> tuple[Floats, Floats]:
        """For each word, half-open at characters: the logit of an event ahead, and the probability of an event.

        Minus infinity and nought where the model read none.
        """
        first, last = self._pieces.under(starts, ends)
        read = last > first
        sums = np.concatenate(
            [np.zeros((1, _PARTS[1])), np.cumsum(self._pieces.values[:, : _PARTS[1]], 0, dtype=np.float64)]
        )
        mean = (sums[last] - sums[first]) / np.maximum(last - first, 1)[:, None]
        ahead, status = mean[:, 0], np.exp(mean[:, 1:] - mean[:, 1:].max(1, keepdims=True))
        event = 1 - status[:, 0] / status.sum(1)
        return np.where(read, ahead, -np.inf).astype(np.float32), np.where(read, event, 0).astype(np.float32)

    def of(self, start: int, end: int) -> Said | None:
        """What is said of a word at half-open characters, the mean of its pieces; None where the model read none."""
        if (start, end) not in self._said:
            self._said[start, end] = self._of(start, end)
        return self._said[start, end]

    def _of(self, start: int, end: int) -> Said | None:
        mean = self._pieces.mean(start, end)
        if mean is None:
            return None
        ahead, *others = np.split(mean, _PARTS)
        return Said(float(ahead[0]), *map(_logs, others))


def _logs(logits: Floats) -> Floats:
    """Logarithms of the probabilities, none below that of a hundred-thousandth."""
    logits = logits - logits.max()
    logs: Floats = np.maximum(logits - np.log(np.exp(logits).sum()), -11.5)
    return logs
