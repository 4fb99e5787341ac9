"""What the multilingual model says of the words of a text as names: of whom, of where, of what body."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np

from reportedly.read.model.decode import Floats
from reportedly.read.model.pieces import Pieces
from reportedly.read.model.windows import Range, Window

NAMES: Final = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
"""The classes of a word: no name, or the first or a further word of a person's, a place's, an organisation's."""

NameKind = Literal["person", "place", "organisation"]
_KINDS: Final[tuple[NameKind, ...]] = ("person", "place", "organisation")
_NONE: Final = -1


class Name(NamedTuple):
    """Words that may be a name: half-open characters, of what, and how likely they are one of that kind."""

    place: Range
    kind: NameKind
    likely: float


class Named:
    """What the model says of the words of a text. A word is what its first piece is."""

    def __init__(self, told: Iterable[tuple[Window, Floats]] = ()) -> None:
        """``told``: windows of a text, each with probabilities of ``NAMES`` for every piece (padding is left out)."""
        self._pieces = Pieces(told, len(NAMES))

    def names(self, words: Sequence[Range]) -> list[Name]:
        """The names among these words of one sentence, which are in order."""
        found: list[tuple[Range, NameKind, list[float]]] = []
        before = _NONE
        for place, kind, begins, likely in zip(words, *self._each(words), strict=True):
            if kind != _NONE and kind == before and not begins:
                (start, _), named, sure = found[-1]
                found[-1] = (start, place[1]), named, [*sure, likely]
            elif kind != _NONE:
                found.append((place, _KINDS[kind], [likely]))
            before = kind
        return [Name(place, kind, sum(sure) / len(sure)) for place, kind, sure in found]

    def _each(self, words: Sequence[Range]) -> tuple[list[int], list[bool], list[float]]:
        """Of each word the likeliest kind (``_NONE``: no name), whether a name begins with it, and how likely it is."""
        starts, ends = np.array(words, np.int64).reshape(-1, 2).T
        first, last = self._pieces.under(starts, ends)
        p = np.zeros((len(words), len(NAMES)), np.float32)
        read = last > first
        p[read] = self._pieces.values[first[read]]
        kinds = p[:, 1::2] + p[:, 2::2]
        best = kinds.argmax(1)
        likely = kinds[np.arange(len(words)), best]
        begins = p[np.arange(len(words)), 1 + 2 * best] >= p[np.arange(len(words)), 2 + 2 * best]
        return np.where(likely > p[:, 0], best, _NONE).tolist(), begins.tolist(), likely.tolist()
