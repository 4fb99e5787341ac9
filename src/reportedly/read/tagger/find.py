"""A text by the trained model: its paragraphs in, statements (cue, source, content) and sureness out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.read.tagger import decode, windows
from reportedly.read.tagger.decode import Floats
from reportedly.read.tagger.model import Encoded, Model, load
from reportedly.read.tagger.sureness import Sureness
from reportedly.read.tagger.windows import Range, Window

TOKENS = 256  # pieces encoded together, padding counted; 2,048 at once take 1.7 times as long and 80 MB more
EDGES = frozenset(" \n.,;:“”„\"«»‹›‘'—–-…")


@dataclass(frozen=True)
class Tagged:
    """A statement as the model sees it; ranges are characters of the text, in order."""

    score: float
    cue: Range
    content: tuple[Range, ...]
    source: tuple[Range, ...]


@dataclass(frozen=True)
class Marked:
    """What the model says of a text: its statements in order of their content, and how sure each word is."""

    statements: tuple[Tagged, ...]
    sure: Sureness


def read(text: str, paragraphs: Sequence[Range], floor: float) -> Marked:
    """Statements whose score reaches ``floor`` (0 to 1), and the sureness of every word."""
    if not paragraphs:
        return Marked((), Sureness(()))
    model = load()
    cut = sorted(windows.by_paragraph(model.tokenizer, text, paragraphs), key=lambda window: len(window.pieces))
    found: list[Tagged] = []
    rated: list[tuple[Window, Floats]] = []
    for batch in _batches(cut):
        encoded = model.encode([window.pieces for window in batch])
        rated += zip(batch, encoded.sure, strict=True)
        found += _tagged(model, text, batch, encoded, floor)
    return Marked(tuple(sorted(found, key=lambda one: (one.content[0], -one.content[-1][1]))), Sureness(rated))


def _batches(cut: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows of like length together, the longest setting the size of all."""
    batch: list[Window] = []
    for window in cut:
        if batch and len(window.pieces) * (len(batch) + 1) > TOKENS:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _tagged(model: Model, text: str, batch: Sequence[Window], encoded: Encoded, floor: float) -> Iterator[Tagged]:
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
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return start, end
