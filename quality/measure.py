"""What every scorer counts with: covered characters, one-to-one matching, precision and recall.

Scores are in percent, rounded to one decimal, so that a pinned floor can be compared with what a scorer prints.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

Range = tuple[int, int]
Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)


def percent(part: float, whole: float) -> float:
    """``part`` of ``whole`` in percent; of nothing it is 0."""
    return round(100 * part / whole, 1) if whole else 0.0


class Prf(NamedTuple):
    """Precision, recall and F1 in percent."""

    p: float
    r: float
    f1: float


def prf(right: float, predicted: float, wanted: float) -> Prf:
    """From counts: how many were right, how many were predicted, how many the gold holds."""
    precision = right / predicted if predicted else 0.0
    recall = right / wanted if wanted else 0.0
    return prf_of(precision, recall)


def prf_of(precision: float, recall: float) -> Prf:
    """From shares between 0 and 1."""
    both = precision + recall
    return Prf(*(round(100 * share, 1) for share in (precision, recall, 2 * precision * recall / both if both else 0)))


def touch(one: Range, other: Range) -> bool:
    """Whether two half-open ranges share a character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def characters(ranges: Iterable[Range], text: str) -> frozenset[int]:
    """The offsets of the visible (non-blank) characters that ``ranges`` cover."""
    covered = {offset for start, end in ranges for offset in range(start, end)}
    return frozenset(offset for offset in covered if not text[offset].isspace())


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared characters over all characters of both; two empty sets share nothing."""
    return len(one & other) / len(one | other) if one & other else 0.0


def match(scored: Iterable[tuple[float, Left, Right]]) -> dict[Left, Right]:
    """Marry pairs one to one, the highest score first; among equals the one given first."""
    partner: dict[Left, Right] = {}
    taken: set[Right] = set()
    for _, left, right in sorted(scored, key=lambda pair: pair[0], reverse=True):
        if left not in partner and right not in taken:
            partner[left] = right
            taken.add(right)
    return partner
