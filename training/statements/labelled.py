"""Labelled articles as training windows: a label for every word piece as a cue, and for every cue one as its role."""

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.model.windows import MOST, NOWHERE, Range, Window, by_paragraph, closed, encoded, packed, sentences

Labels = NDArray[np.int64]
Sentence = tuple[str, list[tuple[int, int, float]]]  # text, and its events: place, score
LINE = re.compile(r"\S[^\n]*")
PARAGRAPHS, SINGLE = 0.7, 0.82  # shares of articles cut by paragraph, and (the rest up to here) by sentence
APART = re.compile(r" (?=[,.;:!?%)\]]|n't\b|'(?:s|re|ve|ll|d|m)\b)|(?<=[($\[]) | - (?=\w)|(?<=s) '(?= )")
PRINTED = 0.5  # share of the sentences of which the tokens are joined
IGNORED = -100  # label of a piece that is not asked about
SIZES = (96, 128, MOST)  # pieces of windows that hold several paragraphs


@dataclass(frozen=True)
class Document:
    """A text with its labelled statements: each with the spans of its content, source and cue."""

    name: str
    text: str
    statements: list[dict[str, list[list[int]]]]


@dataclass(frozen=True)
class Row:
    """A window with its cue labels and, for each cue in it, the cue's place and role labels."""

    window: Window
    cues: Labels
    roles: list[tuple[int, int, Labels]]


@dataclass(frozen=True)
class Rated:
    """A window with the scores of its events: each the half-open place of the event's word, and -3 to 3."""

    window: Window
    scores: list[tuple[int, int, float]]


def documents(path: Path) -> list[Document]:
    """All documents of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Document(row["doc"], row["text"], row["statements"]) for row in rows]


def paragraphs(text: str) -> list[Range]:
    """Lines with something on them."""
    return [(found.start(), found.end()) for found in LINE.finditer(text)]


def mixed(tokenizer: Tokenizer, text: str, dice: random.Random) -> list[Window]:
    """The windows of one epoch: mostly paragraphs, else single sentences or several paragraphs together.

    A model that only ever saw paragraphs collapses on the other two.
    """
    roll = dice.random()
    if roll < PARAGRAPHS:
        return list(by_paragraph(tokenizer, text, paragraphs(text)))
    if roll < SINGLE:
        cut = [part for start, end in paragraphs(text) for part in sentences(text, start, end)]
        return [closed(group) for part in encoded(tokenizer, text, cut) for group in packed([part])]
    parts = encoded(tokenizer, text, paragraphs(text))
    return [closed(group, apart=True) for group in packed(parts, dice.choice(SIZES))]


def sentences_rated(path: Path) -> list[Sentence]:
    """All sentences of a gzipped JSONL file of certainty scores, in its order, with their tokens apart."""
    by_text: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            by_text[row["text"]].append((*row["target"], row["score"]))
    return list(by_text.items())


def rated(tokenizer: Tokenizer, found: Sequence[Sentence], dice: random.Random) -> Iterator[Rated]:
    """The windows of one epoch: one to three neighbouring sentences each, half of them written as they are printed."""
    at = 0
    while at < len(found):
        together = found[at : at + dice.choice((1, 1, 2, 3))]
        at += len(together)
        pieces: list[int] = []
        scores: list[tuple[int, int, float]] = []
        for spaced, events in together:
            text, places = joined(spaced) if dice.random() < PRINTED else (spaced, range(len(spaced)))
            (part,) = encoded(tokenizer, text, [(0, len(text))])
            if len(pieces) + len(part.pieces) > MOST:
                break
            for start, end, score in events:
                over = [i for i, (a, b) in enumerate(part.places) if a <= places[end - 1] and b > places[start]]
                scores.append((1 + len(pieces) + over[0], 2 + len(pieces) + over[-1], score))
            pieces += part.pieces
        if scores:
            yield Rated(closed([Window(pieces, [NOWHERE] * len(pieces))]), scores)


def joined(spaced: str) -> tuple[str, list[int]]:
    """Text with its tokens apart, as it would be printed; and where each of its characters went."""
    kept = np.ones(len(spaced), bool)
    for found in APART.finditer(spaced):
        kept[found.start() : found.end()] = [char != " " for char in found.group()]
    text = "".join(char for char, keep in zip(spaced, kept, strict=True) if keep)
    return text, [int(place) for place in np.maximum(np.cumsum(kept) - 1, 0)]


def rows(tokenizer: Tokenizer, document: Document, dice: random.Random) -> Iterator[Row]:
    """An article's windows of one epoch, labelled."""
    for window in mixed(tokenizer, document.text, dice):
        yield labelled(window, document.statements)


def labelled(window: Window, statements: Sequence[dict[str, list[list[int]]]]) -> Row:
    """Cue labels (0 outside, 1 begins, 2 goes on) and each cue's role labels (0 other, 1 source, 2 content)."""
    starts, ends = (np.array([place[side] for place in window.places]) for side in (0, 1))

    def under(spans: list[list[int]]) -> NDArray[np.bool_]:
        mask = np.zeros(len(starts), bool)
        for a, b in spans:
            mask |= (starts < b) & (ends > a) & (starts >= 0)
        return mask

    cues = np.zeros(len(starts), np.int64)
    found: list[tuple[int, int, Labels]] = []
    for statement in statements:
        at = np.flatnonzero(under(statement["cue"]))
        if not len(at):
            continue
        first, end = int(at[0]), int(at[-1]) + 1
        cues[first], cues[first + 1 : end] = 1, 2
        roles = np.zeros(len(starts), np.int64)
        roles[under(statement["content"])] = 2
        roles[under(statement["source"])] = 1
        found.append((first, end, roles))
    return Row(window, cues, found)
