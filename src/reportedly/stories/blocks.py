"""What two texts have in common, as blocks: shared 4-grams that follow each other in both, small edits bridged.

A word changed breaks four 4-grams, so counting those alone makes a lightly edited sentence look half new. A block
goes on where the next shared 4-gram stands a few places further in both texts; blocks may come in another order.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from reportedly.stories.shingles import HASHES, MOST, WORDS

BRIDGED = 8  # places between shared 4-grams of one block: two changed words side by side, or a few apart
LEAST = 4  # shared 4-grams of a block: fewer are a phrase


class Overlap(NamedTuple):
    """What two texts share: ``first`` and ``second`` are how much of each lies in blocks, from 0 to 1.

    ``same`` is the share of the shorter's 4-grams that stand in the longer unchanged. ``words`` counts words of the
    second text in blocks, ``fresh`` those that are no background, ``longest`` those of the longest block.
    """

    first: float
    second: float
    same: float
    words: int
    fresh: int
    longest: int


NOTHING = Overlap(0.0, 0.0, 0.0, 0, 0, 0)


class _Block(NamedTuple):
    """From its first to its last shared 4-gram, by their places in both texts."""

    there_start: int
    there_end: int
    start: int
    end: int


def overlap(first: Sequence[int], second: Sequence[int], *, old: Collection[int]) -> Overlap:
    """What two bodies, given as shingles in the order of the text, share; ``old`` are those that are background.

    Samples of very long texts compare below the cut; their words are estimated.
    """
    cut = min((max(text) for text in (first, second) if len(text) >= MOST), default=HASHES)
    if cut < HASHES:
        first, second = ([gram for gram in text if gram <= cut] for text in (first, second))
    blocks, shared = _blocks(first, second)
    if not blocks:
        return NOTHING
    scale = HASHES / cut
    lengths = [block.end - block.start + WORDS for block in blocks]
    background = sum(gram in old for block in blocks for gram in second[block.start : block.end + 1]) if old else 0
    return Overlap(
        first=min(1.0, sum(b.there_end - b.there_start + WORDS for b in blocks) / (len(first) + WORDS - 1)),
        second=min(1.0, sum(lengths) / (len(second) + WORDS - 1)),
        same=shared / min(len(first), len(second)),
        words=round(sum(lengths) * scale),
        fresh=round((sum(lengths) - background) * scale),
        longest=round(max(lengths) * scale),
    )


def _blocks(first: Sequence[int], second: Sequence[int]) -> tuple[list[_Block], int]:
    """The blocks in the order of the second text, and how many 4-grams are shared in all."""
    places = {gram: place for place, gram in enumerate(first)}
    shared = [(places[gram], here) for here, gram in enumerate(second) if gram in places]
    blocks, start, before = list[_Block](), 0, (-BRIDGED, -BRIDGED)
    for n, (there, here) in enumerate([*shared, (-1, len(second) + BRIDGED)]):
        if not 0 < there - before[0] <= BRIDGED or here - before[1] > BRIDGED:
            if n - start >= LEAST:
                blocks.append(_Block(shared[start][0], before[0], shared[start][1], before[1]))
            start = n
        before = there, here
    return blocks, len(shared)
