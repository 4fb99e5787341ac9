"""Two revisions laid out beside each other: paragraph by paragraph, with the words that were struck and added.

Every character of both texts but the spaces between paragraphs stands in exactly one cell, in its order.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Final

from markupsafe import Markup

from reportedly.records import Rewording
from reportedly.text import Span
from reportedly.web.marks import blocks, safe

FEW: Final = 2  # paragraphs without a change that are shown; more are folded away


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words of a paragraph, and whether they were changed."""

    words: Markup
    changed: bool


Cell = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class CellPair:
    """A paragraph of the earlier text and the one that stands for it in the later; empty where there is none."""

    before: Cell
    after: Cell

    @property
    def changed(self) -> bool:
        """Whether any word of it was."""
        return any(piece.changed for piece in (*self.before, *self.after))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that are all changed, or all the same; ``folded`` where they are too many of the same to show."""

    rows: tuple[CellPair, ...]
    folded: bool


def stretches(before: str, after: str, rewordings: Sequence[Rewording]) -> tuple[Stretch, ...]:
    """Both texts as rows, those without a change folded away where there are many."""
    laid_out = []
    for changed, rows in groupby(_rows(before, after, rewordings), key=lambda row: row.changed):
        held = tuple(rows)
        laid_out.append(Stretch(held, not changed and len(held) > FEW))
    return tuple(laid_out)


def _rows(before: str, after: str, rewordings: Sequence[Rewording]) -> Iterator[CellPair]:
    ours, theirs = tuple(blocks(before)), tuple(blocks(after))
    left = [_cell(before, block, [rewording.before for rewording in rewordings]) for block in ours]
    right = [_cell(after, block, [rewording.after for rewording in rewordings]) for block in theirs]
    i = j = 0
    for i_next, j_next in (*_partners(before, after, ours, theirs, rewordings), (len(ours), len(theirs))):
        yield from (CellPair(*pair) for pair in zip_longest(left[i:i_next], right[j:j_next], fillvalue=()))
        if i_next < len(ours):
            yield CellPair(left[i_next], right[j_next])
        i, j = i_next + 1, j_next + 1


def _cell(text: str, block: Span, changed: Sequence[Span]) -> Cell:
    cell: list[Fragment] = []
    copied = block.start
    for span in changed:
        start, end = max(copied, span.start), min(block.end, span.end)
        if start >= end:
            continue
        cell += [_piece(text[copied:start], changed=False), _piece(text[start:end], changed=True)]
        copied = end
    cell.append(_piece(text[copied : block.end], changed=False))
    return tuple(piece for piece in cell if piece.words)


def _piece(words: str, *, changed: bool) -> Fragment:
    return Fragment(Markup(safe(words)), changed)  # noqa: S704  escaped just here


def _partners(
    before: str, after: str, ours: Sequence[Span], theirs: Sequence[Span], rewordings: Sequence[Rewording]
) -> list[tuple[int, int]]:
    """Paragraphs (by index) that share most of their words, ascending in both texts."""
    shared: Counter[tuple[int, int]] = Counter()
    for old, new in _kept(before, after, rewordings):
        shared.update(dict(_overlaps(_letters(before, old, ours), _letters(after, new, theirs))))
    partners: list[tuple[int, int]] = []
    for i, with_i in groupby(sorted(shared), key=lambda pair: pair[0]):
        j = max(with_i, key=lambda pair: shared[pair])[1]
        if not partners or j > partners[-1][1]:
            partners.append((i, j))
    return partners


def _kept(before: str, after: str, rewordings: Sequence[Rewording]) -> Iterator[tuple[Span, Span]]:
    """The stretches between two changes, in both texts."""
    i = j = 0
    for rewording in rewordings:
        yield Span(i, rewording.before.start), Span(j, rewording.after.start)
        i, j = rewording.before.end, rewording.after.end
    yield Span(i, len(before)), Span(j, len(after))


def _letters(text: str, stretch: Span, side: Sequence[Span]) -> list[tuple[int, int, int]]:
    """Each paragraph's part of a stretch as (index, first, end), counted in characters that are no spaces."""
    parts, count = [], 0
    for index, block in enumerate(side):
        start, end = max(block.start, stretch.start), min(block.end, stretch.end)
        if start < end:
            letters = sum(not c.isspace() for c in text[start:end])
            parts.append((index, count, count + letters))
            count += letters
    return parts


def _overlaps(
    ours: Sequence[tuple[int, int, int]], theirs: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[tuple[int, int], int]]:
    """The indexes of two paragraphs that share characters, and how many."""
    i = j = 0
    while i < len(ours) and j < len(theirs):
        (index, start, end), (other, other_start, other_end) = ours[i], theirs[j]
        yield (index, other), max(0, min(end, other_end) - max(start, other_start))
        if end <= other_end:
            i += 1
        if other_end <= end:
            j += 1
