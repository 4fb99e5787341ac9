"""From the model's probabilities to statements, in places of a window's word pieces.

The thresholds were chosen on the development part of the attribution set; ``training/statements/`` has the table.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Run = tuple[int, int]

SOURCE, CONTENT = 1, 2
MAYBE_CUE = 0.3  # a piece that is this likely part of a cue is looked at
SAME = 0.5  # two contents that share this much of their pieces are one statement


class Found(NamedTuple):
    """A statement in one window: runs of pieces, half-open. ``score`` is p(cue) times the mean p(content)."""

    score: float
    cue: Run
    content: tuple[Run, ...]
    source: tuple[Run, ...]


def cue_runs(p: Floats) -> list[tuple[Run, float]]:
    """Runs of pieces that may be a cue, with their mean probability. ``p`` is (pieces, 3): outside, begins, goes on."""
    some = 1 - p[:, 0]
    runs: list[tuple[Run, float]] = []
    at = 0
    while at < len(p):
        if some[at] < MAYBE_CUE:
            at += 1
            continue
        end = at + 1
        while end < len(p) and some[end] >= MAYBE_CUE and p[end, 2] >= p[end, 1]:
            end += 1
        runs.append(((at, end), float(some[at:end].mean())))
        at = end
    return runs


def statement(p: Floats, cue: Run, likely: float, real: Mask) -> Found | None:
    """One cue's statement, None where it has no content. ``p`` is (pieces, 3): other, source, content."""
    label = p.argmax(1)
    label[cue[0] : cue[1]] = 0
    content = _bridged((label == CONTENT) & real) & real
    content[cue[0] : cue[1]] = False
    if not content.any():
        return None
    sources = _runs(_bridged((label == SOURCE) & real))
    best = max(sources, key=lambda run: float(p[run[0] : run[1], SOURCE].sum()), default=None)
    score = likely * float(p[content, CONTENT].mean())
    return Found(score, cue, tuple(_runs(content)), (best,) if best else ())


def best(found: Iterable[Found], floor: float) -> list[Found]:
    """Those scored at ``floor`` or more, and of those with largely the same content only the best."""
    kept: list[Found] = []
    sets: list[set[int]] = []
    for one in sorted((f for f in found if f.score >= floor), key=lambda f: -f.score):
        mine = {i for a, b in one.content for i in range(a, b)}
        if all(len(mine & other) < SAME * len(mine | other) for other in sets):
            kept.append(one)
            sets.append(mine)
    return kept


def _bridged(mask: Mask) -> Mask:
    """One-piece gaps inside a run filled."""
    out = mask.copy()
    out[1:-1] |= mask[:-2] & mask[2:]
    return out


def _runs(mask: Mask) -> list[Run]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
