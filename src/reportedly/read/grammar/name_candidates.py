"""Name candidates by the weights of spaCy's ``ner``, with all words decided at once instead of one after another.

That model walks over a text and gives every word one move: a name begins, goes on, ends, is this one word, or there is
none. Outside a name its scores depend on the word alone, and inside on the word, the one before and the name's first.
So all words are scored at once as if outside, and the names that could begin are then followed, all side by side. The
names found are the same; spaCy's walk took twice the time of all else this model does.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import islice
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
PIPE = "name_candidates"
FIRST, BEGINNING, BEFORE = 0, 1, 2  # the model's features: the word, the first of its name, the word before
NEVER = np.float32(-np.inf)
BATCH = 16


class Moves(NamedTuple):
    """Columns of the scores, for all labels in one order."""

    begins: Ints
    goes_on: Ints
    ends: Ints
    alone: Ints
    none: int


class NameCandidates:
    """A pipe in the place of ``ner``; it sets the same names."""

    def __init__(self, ner: EntityRecognizer) -> None:
        tok2vec, lower, upper = cast("Any", ner.model).layers
        self._tok2vec, self._lower = tok2vec, lower
        self._upper, self._bias = upper.get_param("W").T.copy(), upper.get_param("b")
        self._pad = lower.get_param("pad").reshape(lower.get_dim("nF"), -1) + 0.0
        self._base = lower.get_param("b").reshape(-1)
        self._pieces = lower.get_dim("nP")
        names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
        self._labels = [name[2:] for name in names if name.startswith("B-")]
        columns = {kind: np.array([names.index(f"{kind}-{label}") for label in self._labels]) for kind in "BILU"}
        self._moves = Moves(columns["B"], columns["I"], columns["L"], columns["U"], names.index("O"))

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of one text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Set the names of many texts."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            if any(len(doc) for doc in batch):
                self._set(batch)
            yield from batch

    def _set(self, docs: Sequence[Doc]) -> None:
        """Find the names of all these texts at once: none goes on past the end of its text."""
        space = np.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        last = np.concatenate([_ends(doc) for doc in docs])
        found = self._found(self._tok2vec.predict(docs), space, last)
        offset = at = 0
        for doc in docs:
            spans = []
            while at < len(found) and found[at][0] < offset + len(doc):
                start, end, label = found[at]
                spans.append(Span(doc, start - offset, end - offset, self._labels[label]))
                at += 1
            doc.set_ents(spans, default="outside")
            offset += len(doc)

    def _found(self, vectors: Floats, space: Mask, last: Mask) -> list[tuple[int, int, int]]:
        """Names as (first word, word after, label); ``last`` marks words after which no name goes on."""
        features = self._features(vectors)
        scores = self._scores(features[:, FIRST] + self._pad[BEGINNING] + self._pad[BEFORE])
        begins, alone = scores[:, self._moves.begins], scores[:, self._moves.alone]
        begins[space | last] = NEVER
        alone[space] = NEVER
        best = np.stack([begins.max(1), alone.max(1), scores[:, self._moves.none]])
        move = best.argmax(0)
        ends, label = np.arange(1, len(vectors) + 1), alone.argmax(1)
        starts = np.flatnonzero(move == 0)
        label[starts] = begins[starts].argmax(1)
        ends[starts] = self._followed(features, starts, label[starts], last)
        return _walked(move.tolist(), ends.tolist(), label.tolist())

    def _followed(self, features: Floats, starts: Ints, labels: Ints, last: Mask) -> Ints:
        """Where the names that begin at ``starts`` end, each taken by itself."""
        ends = np.zeros(len(starts), np.int64)
        going, at = np.arange(len(starts)), starts + 1
        while len(going):
            first = starts[going]
            scores = self._scores(features[at, FIRST] + features[first, BEGINNING] + features[at - 1, BEFORE])
            row, label = np.arange(len(going)), labels[going]
            on, end = scores[row, self._moves.goes_on[label]], scores[row, self._moves.ends[label]]
            over = last[at] | (end > on)
            ends[going[over]] = at[over] + 1
            going, at = going[~over], at[~over] + 1
        return ends

    def _features(self, vectors: Floats) -> Floats:
        features: Floats = self._lower.predict(vectors)[1:].reshape(len(vectors), len(self._pad), -1)
        return features

    def _scores(self, summed: Floats) -> Floats:
        sums = (summed + self._base).reshape(len(summed), -1, self._pieces)
        hidden = reduce(np.maximum, np.moveaxis(sums, 2, 0))
        scores: Floats = hidden @ self._upper + self._bias
        return scores


def _ends(doc: Doc) -> Mask:
    """Which words end a sentence or the text."""
    starts = doc.to_array("SENT_START") == 1
    starts[:1] = True
    ends: Mask = np.roll(starts, -1)
    return ends


def _walked(move: Sequence[int], ends: Sequence[int], label: Sequence[int]) -> list[tuple[int, int, int]]:
    """The names that are met on the way through the text; one that would begin inside another is not."""
    out: list[tuple[int, int, int]] = []
    at = 0
    while at < len(move):
        end = ends[at]
        if move[at] < 2:  # noqa: PLR2004 begins, alone, none
            out.append((at, end, label[at]))
        at = end
    return out


@Language.factory(PIPE)
def _make(nlp: Language, name: str) -> NameCandidates:  # noqa: ARG001 spaCy gives the name
    return NameCandidates(nlp.get_pipe("ner"))
