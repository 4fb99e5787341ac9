"""A text by the trained model: its paragraphs in, statements (cue, source, content), sureness and outlook out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from reportedly.read.model import batches, decode, windows
from reportedly.read.model.decode import Floats
from reportedly.read.model.graphs import Read, Tagger, load
from reportedly.read.model.outlook import Outlook
from reportedly.read.model.pairs import Pairs
from reportedly.read.model.sureness import Sureness
from reportedly.read.model.windows import Range, Window

EDGES = " \n.,;:“”„\"«»‹›‘'—–-…"


@dataclass(frozen=True)
class Tagged:
    """A statement as the model sees it; ranges are characters of the text, in order."""

    score: float
    cue: Range
    content: tuple[Range, ...]
    source: tuple[Range, ...]


@dataclass(frozen=True)
class Marked:
    """What the model says of a text.

    Its statements in order of their content, how sure each word is, what event it tells, and what codes pairs of words.
    """

    statements: tuple[Tagged, ...] = ()
    sure: Sureness = field(default_factory=Sureness)
    outlook: Outlook = field(default_factory=Outlook)
    pairs: Pairs = field(default_factory=Pairs)


def read(text: str, paragraphs: Sequence[Range], floor: float) -> Marked:
    """Statements whose score reaches ``floor`` (0 to 1), and sureness, outlook and pairs of words."""
    if not paragraphs:
        return Marked()
    model = load()
    cut = list(windows.by_paragraph(model.tokenizer, text, paragraphs))
    found: list[Tagged] = []
    rated: list[tuple[Window, Floats]] = []
    told: list[tuple[Window, Floats]] = []
    for batch in batches.by_size(cut, lambda window: len(window.pieces)):
        encoded = model.encode([window.pieces for window in batch])
        rated += zip(batch, encoded.sure, strict=True)
        told += zip(batch, encoded.events, strict=True)
        found += tagged(model, text, batch, encoded, floor)
    return Marked(in_order(found), Sureness(rated), Outlook(told), Pairs(cut))


def in_order(found: Iterable[Tagged]) -> tuple[Tagged, ...]:
    """Statements in order of their content, the longer of two that begin alike first."""
    return tuple(sorted(found, key=lambda one: (one.content[0], -one.content[-1][1])))


class Heard(Read, Protocol):
    """Windows read once, with the probabilities of cues."""

    @property
    def cues(self) -> Floats:
        """(windows, pieces, 3): outside, begins, goes on."""


def tagged(model: Tagger, text: str, batch: Sequence[Window], encoded: Heard, floor: float) -> Iterator[Tagged]:
    """The statements of windows read together whose score reaches ``floor``."""
    real = [np.array([place != windows.NOWHERE for place in window.places]) for window in batch]
    cues = [
        (i, run, likely)
        for i, window in enumerate(batch)
        for run, likely in decode.cue_runs(encoded.cues[i, : len(window.pieces)])
        if real[i][run[0]]
    ]
    if not cues:
        return
    role_p = model.roles(encoded, [i for i, _, _ in cues], [run for _, run, _ in cues])
    by_window: dict[int, list[decode.Found]] = defaultdict(list)
    for (i, run, likely), p in zip(cues, role_p, strict=True):
        one = decode.statement(p[: len(real[i])], run, likely, real[i])
        if one:
            by_window[i].append(one)
    for i, found in by_window.items():
        yield from (_placed(text, batch[i], one) for one in decode.best(found, floor))


def _placed(text: str, window: Window, found: decode.Found) -> Tagged:
    places = window.places

    def of(run: decode.Run) -> Range:
        return places[run[0]][0], places[run[1] - 1][1]

    content = tuple(kept for run in found.content if (kept := _trimmed(text, *of(run)))[1] > kept[0])
    return Tagged(
        found.score, of(found.cue), content or (of(found.content[0]),), tuple(of(run) for run in found.source)
    )


def _trimmed(text: str, start: int, end: int) -> Range:
    """The range without what may stand at its edges; empty or turned round where nothing else is in it."""
    words = text[start:end]
    return end - len(words.lstrip(EDGES)), start + len(words.rstrip(EDGES))
