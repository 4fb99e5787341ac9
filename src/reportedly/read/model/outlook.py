"""What the model says of every word as an event: whether it lies ahead, where it stands, its root and its certainty."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from reportedly.read.model.decode import Floats
from reportedly.read.model.windows import NOWHERE, Range, Window
from reportedly.records import Certainty, Status

ROOTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    "OTHER",
)
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
        found = [
            (place, logits)
            for window, of_pieces in told
            for place, logits in zip(window.places, of_pieces, strict=False)
            if place != NOWHERE
        ]
        found.sort(key=lambda each: each[0])
        self._starts = np.array([start for (start, _), _ in found])
        self._ends = np.array([end for (_, end), _ in found])
        self._logits = np.array([logits for _, logits in found]).reshape(-1, WIDTH)

    def each(self, words: Iterable[Range]) -> tuple[Floats, Floats]:
        """For each word, half-open ranges of characters: the logit of an event ahead, and the probability of an event.

        Minus infinity and nought where the model read none.
        """
        places = np.array(list(words), np.int64).reshape(-1, 2)
        first = np.searchsorted(self._ends, places[:, 0], side="right")
        last = np.searchsorted(self._starts, places[:, 1], side="left")
        read = last > first
        sums = np.concatenate([np.zeros((1, _PARTS[1])), np.cumsum(self._logits[:, : _PARTS[1]], 0, dtype=np.float64)])
        mean = (sums[last] - sums[first]) / np.maximum(last - first, 1)[:, None]
        ahead, status = mean[:, 0], np.exp(mean[:, 1:] - mean[:, 1:].max(1, keepdims=True))
        event = 1 - status[:, 0] / status.sum(1)
        return np.where(read, ahead, -np.inf).astype(np.float32), np.where(read, event, 0).astype(np.float32)

    def of(self, start: int, end: int) -> Said | None:
        """What is said of a word at half-open characters, the mean of its pieces; None where the model read none."""
        first = int(np.searchsorted(self._ends, start, side="right"))
        last = int(np.searchsorted(self._starts, end, side="left"))
        if last <= first:
            return None
        ahead, *others = np.split(self._logits[first:last].mean(0), _PARTS)
        return Said(float(ahead[0]), *map(_logs, others))


def _logs(logits: Floats) -> Floats:
    """Logarithms of the probabilities, none below that of a hundred-thousandth."""
    logits = logits - logits.max()
    logs: Floats = np.maximum(logits - np.log(np.exp(logits).sum()), -11.5)
    return logs
