"""What a later sentence tells of an announced event, as the model sees it: both with their headlines, and the days.

One window holds the announcement's headline and sentence, then the later ones; a mark says of every piece which of
them it is of, or that it is the announced event's own word. Beside the words the model is told how many days lie
between, and where the later day stands to the window of the event.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.model.windows import BEGINS, ENDS, Range

Ints = NDArray[np.int64]

LABELS = ("happened", "moved", "cancelled", "denied", "again", "related", "no")
NOTHING, HEAD, SENTENCE, EVENT, LATER_HEAD, LATER_SENTENCE = range(6)  # marks
HEADLINE, MOST = 24, 72  # pieces of a headline and of a sentence that are read
GAPS = (0, 1, 2, 4, 7, 14, 30)  # days: up to each, and beyond
PLACES = 5  # before the window, in it, up to three days after it, later, no window
_SOON = 3


class Side(NamedTuple):
    """A headline and a sentence, and the day they came out; ``event`` are its characters in the sentence."""

    headline: str
    sentence: str
    day: date
    event: Range | None = None


class Asked(NamedTuple):
    """A pair as the model sees it: pieces with their marks, and the buckets of its days."""

    pieces: list[int]
    marks: list[int]
    gap: int
    place: int


def asked(tokenizer: Tokenizer, first: Side, later: Side, window: tuple[date, date] | None) -> Asked:
    """A pair made ready."""
    texts = [first.headline, first.sentence, later.headline, later.sentence]
    found = tokenizer.encode_batch(texts, add_special_tokens=False)
    pieces, marks = [BEGINS], [NOTHING]
    for mark, one, most in zip((HEAD, SENTENCE, LATER_HEAD, LATER_SENTENCE), found, (HEADLINE, MOST) * 2, strict=True):
        ids, places = one.ids, one.offsets
        kinds = [mark] * len(ids)
        at = 0
        if mark == SENTENCE and first.event is not None:
            start, end = first.event
            inside = [i for i, (a, b) in enumerate(places) if a < end and b > start]
            for i in inside:
                kinds[i] = EVENT
            at = max(0, min(inside, default=0) - most // 2) if len(ids) > most else 0
            at = min(at, max(0, len(ids) - most))
        pieces += [*ids[at : at + most], ENDS]
        marks += [*kinds[at : at + most], NOTHING]
    return Asked(pieces, marks, gap(first.day, later.day), place(later.day, window))


def gap(first: date, later: date) -> int:
    """The bucket of the days between."""
    return int(np.searchsorted(GAPS, (later - first).days))


def place(later: date, window: tuple[date, date] | None) -> int:
    """Where a day stands to a window."""
    if window is None:
        return PLACES - 1
    start, end = window
    if later < start:
        return 0
    if later <= end:
        return 1
    return 2 if (later - end).days <= _SOON else 3


def padded(rows: Sequence[Asked]) -> tuple[Ints, Ints, Ints, Ints]:
    """Pieces and marks (pairs, pieces), ``0`` where there are none; gaps and places (pairs, 2); where the model looks.

    That is at the first piece, then at the event's and the later sentence's (pairs, wanted), ``0`` to the end.
    """
    looked = [[0, *(i for i, mark in enumerate(row.marks) if mark in {EVENT, LATER_SENTENCE})] for row in rows]
    pieces, marks = filled([row.pieces for row in rows]), filled([row.marks for row in rows])
    return pieces, marks, np.array([(row.gap, row.place) for row in rows]), filled(looked)


def filled(rows: Sequence[Sequence[int]]) -> Ints:
    """Rows made as long as the longest with noughts."""
    out = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for line, row in zip(out, rows, strict=True):
        line[: len(row)] = row
    return out
