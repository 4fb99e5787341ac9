"""Statements of a text by the trained model: a text with its paragraphs in, cue, source and content out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.read.tagger import decode, windows
from reportedly.read.tagger.model import Model, load
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


def find(text: str, paragraphs: Sequence[Range], floor: float) -> tuple[Tagged, ...]:
    """The statements whose score, p(cue) times mean p(content), reaches ``floor``, in order of their content."""
    if not paragraphs:
        return ()
    model = load()
    cut = sorted(windows.by_paragraph(model.tokenizer, text, paragraphs), key=lambda window: len(window.pieces))
    found = [one for batch in _batches(cut) for one in _tagged(model, text, batch, floor)]
    return tuple(sorted(found, key=lambda one: (one.content[0], -one.content[-1][1])))


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


def _tagged(model: Model, text: str, batch: Sequence[Window], floor: float) -> Iterator[Tagged]:
    states, cue_p = model.encode([window.pieces for window in batch])
    real = [np.array([place != windows.NOWHERE for place in window.places]) for window in batch]
    cues = [
        (i, run, likely)
        for i, window in enumerate(batch)
        for run, likely in decode.cue_runs(cue_p[i, : len(window.pieces)])
        if real[i][run[0]]
    ]
    if not cues:
        return
    role_p = model.roles(states, [i for i, _, _ in cues], [run for _, run, _ in cues])
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
