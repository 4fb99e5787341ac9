"""What the multilingual model says of the words of a text as names: of whom, of where, of what body."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reportedly.read.model.decode import Floats
from reportedly.read.model.pieces import Pieces
from reportedly.read.model.windows import Range, Window

NAMES: Final = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
"""The classes of a word: no name, or the first or a further word of a person's, a place's, an organisation's."""

NameKind = Literal["person", "place", "organisation"]
_KINDS: Final[tuple[NameKind, ...]] = ("person", "place", "organisation")
_MARKS: Final = ("PER", "LOC", "ORG")
_NONE: Final = "O"
LEAST: Final = 1e-6  # a probability counts as this at least
_NEVER: Final = -1e4
_FIRST: Final = np.array([tag[0] != "I" for tag in NAMES])
_FOLLOWS: Final = np.array(
    [[_NEVER if two[0] == "I" and one[2:] != two[2:] else 0.0 for two in NAMES] for one in NAMES], np.float32
)
"""What is added where one tag follows another."""


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
        p = self._of(words)
        tags = [NAMES[tag] for tag in likeliest(p)]
        for place, tag, likely in zip(words, tags, p[:, 1::2] + p[:, 2::2], strict=True):
            if tag != _NONE:
                kind = _MARKS.index(tag[2:])
                if tag[0] == "I":
                    (start, _), named, sure = found[-1]
                    found[-1] = (start, place[1]), named, [*sure, float(likely[kind])]
                else:
                    found.append((place, _KINDS[kind], [float(likely[kind])]))
        return [Name(place, kind, sum(sure) / len(sure)) for place, kind, sure in found]

    def _of(self, words: Sequence[Range]) -> Floats:
        """Of each word the probabilities of ``NAMES``; it is no name where the model read none of it."""
        starts, ends = np.array(words, np.int64).reshape(-1, 2).T
        first, last = self._pieces.under(starts, ends)
        p = np.zeros((len(words), len(NAMES)), np.float32)
        p[:, 0] = 1
        read = last > first
        p[read] = self._pieces.values[first[read]]
        return p


def likeliest(p: Floats) -> list[int]:
    """For each word of a sentence the number of its tag: the likeliest of all orders in which tags may stand.

    ``p`` (words, ``NAMES``) are probabilities; a further word of a name follows only a word of one of that kind.
    """
    if not len(p):
        return []
    logs = np.log(np.maximum(p, LEAST))
    scores, back = np.where(_FIRST, logs[0], _NEVER), list[NDArray[np.int64]]()
    for of_word in logs[1:]:
        ways = scores[:, None] + _FOLLOWS
        back.append(ways.argmax(0))
        scores = ways.max(0) + of_word
    tags = [int(scores.argmax())]
    for before in reversed(back):
        tags.append(int(before[tags[-1]]))
    return tags[::-1]
