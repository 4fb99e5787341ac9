"""The model for other languages than English: a text in, its statements, sureness, outlook and names out.

One body of six layers for all of them, loaded when the first such text comes; how it was made stands in
``training/multilingual/``. Its marks have the numbers that MiniLM's have, so windows are cut by the same code.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from reportedly.read.model import batches, windows
from reportedly.read.model.decode import Floats
from reportedly.read.model.find import Tagged, in_order, tagged
from reportedly.read.model.graphs import HOME, Ints, Tagger, session, tokenizing
from reportedly.read.model.named import Named
from reportedly.read.model.outlook import Outlook
from reportedly.read.model.sureness import Sureness
from reportedly.read.model.windows import Range, Window

WIDTH: Final = 192  # numbers of a vector
OPENING: Final = 60  # words of a text, its headline and the beginning of its lead, that its vector is made of


class Encoded(NamedTuple):
    """Padded windows as the model sees them.

    States (windows, pieces, size), the mask of what is no padding (windows, pieces), cue probabilities (windows,
    pieces, 3), sureness from -3 to 3 (windows, pieces), logits of the event that a piece tells (windows, pieces,
    ``outlook.WIDTH``), a vector of each window, and what the lowest layers say (windows, pieces, size).
    """

    states: Floats
    mask: Ints
    cues: Floats
    sure: Floats
    events: Floats
    vectors: Floats
    middle: Floats


@dataclass(frozen=True)
class Multilingual(Tagger):
    """``encode`` reads windows once; ``roles`` goes on from there, and tells what every piece is to a cue.

    ``names`` goes on from the lowest layers with some of its own.
    """

    namer: InferenceSession

    def encode(self, cut: Sequence[Sequence[int]]) -> Encoded:
        """Windows of word pieces, padded to the longest."""
        words, mask = self.words(cut)
        states, cues, sure, events, vectors, middle = self.encoder.run(None, {"words": words, "mask": mask})
        return Encoded(states, mask, cues, sure, events, vectors, middle)

    def names(self, encoded: Encoded) -> Floats:
        """Probabilities of ``named.NAMES`` (windows, pieces, 7)."""
        found: Floats = self.namer.run(None, {"middle": encoded.middle, "mask": encoded.mask})[0]
        return found


@dataclass(frozen=True)
class Marked:
    """Statements in order of their content, how sure each word is, what event it tells, and whether it is a name."""

    statements: tuple[Tagged, ...] = ()
    sure: Sureness = field(default_factory=Sureness)
    outlook: Outlook = field(default_factory=Outlook)
    named: Named = field(default_factory=Named)


@cache
def load() -> Multilingual:
    """The shipped model, loaded once a process."""
    home = HOME / "multilingual"
    return Multilingual(tokenizing(home), *(session(name, home) for name in ("words", "encoder", "roles", "named")))


def read(text: str, paragraphs: Sequence[Range], floor: float) -> Marked:
    """Statements whose score reaches ``floor`` (0 to 1), and sureness, outlook and names of words."""
    if not paragraphs:
        return Marked()
    model = load()
    found: list[Tagged] = []
    rated: list[tuple[Window, Floats]] = []
    told: list[tuple[Window, Floats]] = []
    named: list[tuple[Window, Floats]] = []
    cut = list(windows.by_paragraph(model.tokenizer, text, paragraphs))
    for batch in batches.by_size(cut, lambda window: len(window.pieces)):
        encoded = model.encode([window.pieces for window in batch])
        rated += zip(batch, encoded.sure, strict=True)
        told += zip(batch, encoded.events, strict=True)
        named += zip(batch, model.names(encoded), strict=True)
        found += tagged(model, text, batch, encoded, floor)
    return Marked(in_order(found), Sureness(rated), Outlook(told), Named(named))


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """What texts mean (texts, ``WIDTH``), of length 1: near for those that mean the same, in whatever languages.

    Only the first ``OPENING`` words of each are looked at: a headline with the beginning of its lead.
    """
    out = np.zeros((len(texts), WIDTH), np.float32)
    if not texts:
        return out
    model = load()
    heads = [" ".join(text.split()[:OPENING]) for text in texts]
    cut = {
        n: next(windows.by_paragraph(model.tokenizer, head, [(0, len(head))])) for n, head in enumerate(heads) if head
    }
    for batch in batches.by_size(list(cut.items()), lambda one: len(one[1].pieces)):
        out[[number for number, _ in batch]] = model.encode([window.pieces for _, window in batch]).vectors
    return out
