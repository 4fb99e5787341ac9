"""A text as windows of word pieces: one paragraph each, long ones cut at sentence ends.

Training cuts its windows with this module too, so what was learned is what is met.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tokenizers import Tokenizer

MOST = 190  # word pieces of a window, without the marks at its ends
BEGINS, ENDS = 101, 102  # the marks: [CLS] and [SEP] of the word list
SENTENCE_END = re.compile(r"[.!?؟۔।][\"”’')\]]*\s+")
NOWHERE = (-1, -1)

Range = tuple[int, int]


@dataclass(frozen=True)
class Window:
    """Word pieces with their places in the text, ``NOWHERE`` for marks."""

    pieces: list[int]
    places: list[Range]


def sentences(text: str, start: int, end: int) -> list[Range]:
    """A paragraph cut after sentence marks; a crude cut is enough to keep windows short."""
    cuts = [start, *(start + m.end() for m in SENTENCE_END.finditer(text[start:end])), end]
    return [(a, b) for a, b in pairwise(cuts) if b > a]


def encoded(tokenizer: Tokenizer, text: str, stretches: Sequence[Range]) -> list[Window]:
    """Each stretch as pieces with their places in the whole text, without marks."""
    words = tokenizer.encode_batch([text[a:b] for a, b in stretches], add_special_tokens=False)
    return [
        Window(found.ids, [(a + start, b + start) for a, b in found.offsets])
        for (start, _), found in zip(stretches, words, strict=True)
    ]


def packed(parts: Sequence[Window], most: int = MOST) -> Iterator[list[Window]]:
    """Neighbouring parts together as long as they fit into ``most`` pieces; a part too long alone is cut."""
    group: list[Window] = []
    size = 0
    for part in parts:
        for i in range(0, len(part.pieces), most):
            piece = Window(part.pieces[i : i + most], part.places[i : i + most])
            if group and size + len(piece.pieces) > most:
                yield group
                group, size = [], 0
            group.append(piece)
            size += len(piece.pieces)
    if group:
        yield group


def closed(parts: Sequence[Window], *, apart: bool = False) -> Window:
    """Parts as one window with marks at its ends, and between its parts where they are to be kept ``apart``."""
    pieces, places = [BEGINS], [NOWHERE]
    for i, part in enumerate(parts):
        if i and apart:
            pieces.append(ENDS)
            places.append(NOWHERE)
        pieces += part.pieces
        places += part.places
    return Window([*pieces, ENDS], [*places, NOWHERE])


def by_paragraph(tokenizer: Tokenizer, text: str, paragraphs: Sequence[Range]) -> Iterator[Window]:
    """The windows to read: a paragraph each, or as many sentences of a long one as fit."""
    for (start, end), whole in zip(paragraphs, encoded(tokenizer, text, paragraphs), strict=True):
        if len(whole.pieces) <= MOST:
            yield closed([whole])
        else:
            parts = encoded(tokenizer, text, sentences(text, start, end))
            yield from (closed(group) for group in packed(parts))
