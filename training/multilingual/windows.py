"""All that the multilingual body learns from, as windows of word pieces.

Windows are cut by the code that the desk reads with, for the trimmed vocabulary numbers its marks as MiniLM's does.
"""

import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.model.named import NAMES
from reportedly.read.model.windows import Window, by_paragraph, closed, encoded, packed
from training.multilingual import corpora
from training.statements.labelled import IGNORED, Document, Labels, Rated, Row, labelled, paragraphs, rated, rows

LONG = 12  # pieces from which a window is worth a look where nothing is labelled
LABELLED_ALOUD = 0.5  # share of the corpora's sentences that are written as they would be printed


@dataclass(frozen=True)
class Taught:
    """A window with the English outlook's numbers for each piece, in eighths, and whether the piece has any."""

    window: Window
    told: NDArray[np.int8]
    asked: NDArray[np.bool_]


@dataclass(frozen=True)
class Ahead:
    """A window with 1 for each piece that tells an event ahead, 0 for others, ``IGNORED`` where nobody can say."""

    window: Window
    ahead: Labels
    root: Labels
    status: Labels


@dataclass(frozen=True)
class Named:
    """A window with the number in ``NAMES`` of each word's first piece, ``IGNORED`` for the other pieces."""

    window: Window
    names: Labels


@dataclass(frozen=True)
class Plain:
    """A window of which nothing is known; ``whole`` where it is a headline with its lead."""

    window: Window
    language: str
    whole: bool = False


@dataclass
class Given:
    """Windows of each kind; of statements as many cuts as epochs shall differ."""

    said: list[list[Row]] = field(default_factory=list)
    foreign: list[list[Row]] = field(default_factory=list)
    rated: list[list[Rated]] = field(default_factory=list)
    taught: list[Taught] = field(default_factory=list)
    ahead: list[Ahead] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    plain: list[Plain] = field(default_factory=list)


def tokenizing(path: Path) -> Tokenizer:
    """The trimmed tokenizer, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def said(tokenizer: Tokenizer, documents: Iterable[Document], dice: random.Random) -> list[Row]:
    """The windows of articles with statements, for one epoch."""
    return [row for document in documents for row in rows(tokenizer, document, dice)]


def whole(tokenizer: Tokenizer, documents: Iterable[Document]) -> list[Row]:
    """The windows of single sentences with statements, and of short texts: a paragraph each."""
    return [
        labelled(window, document.statements)
        for document in documents
        for window in by_paragraph(tokenizer, document.text, paragraphs(document.text))
    ]


def sure(tokenizer: Tokenizer, sentences: Sequence[Any], dice: random.Random) -> list[Rated]:
    """The windows of rated sentences, for one epoch."""
    return list(rated(tokenizer, sentences, dice))


def taught(tokenizer: Tokenizer, path: Path) -> Iterator[Taught]:
    """The windows of texts that the English outlook has read (``taught.py``)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if not row["places"]:
                continue
            starts, ends = np.array(row["places"], np.int64).T
            told = np.array(row["told"], np.int8)
            for window in by_paragraph(tokenizer, row["text"], paragraphs(row["text"])):
                yield _taught(window, starts, ends, told)


def _taught(window: Window, starts: Labels, ends: Labels, told: NDArray[np.int8]) -> Taught:
    """Each piece has the mean of the pieces of the other tokenizer that it shares letters with."""
    found = np.zeros((len(window.places), told.shape[1]), np.int8)
    asked = np.zeros(len(window.places), bool)
    for number, (start, end) in enumerate(window.places):
        first, last = np.searchsorted(ends, start, "right"), np.searchsorted(starts, end, "left")
        if start >= 0 and last > first:
            found[number], asked[number] = np.rint(told[first:last].mean(0)), True
    return Taught(window, found, asked)


def ahead(
    tokenizer: Tokenizer, texts: Iterable[dict[str, Any]], roots: Sequence[str], statuses: Sequence[str]
) -> Iterator[Ahead]:
    """The windows of texts of which every event ahead is labelled with its word, root and status."""
    for row in texts:
        for window in by_paragraph(tokenizer, row["text"], paragraphs(row["text"])):
            starts, ends = (np.array([place[side] for place in window.places]) for side in (0, 1))
            labels = np.where(starts >= 0, 0, IGNORED)
            root, status = (np.full(len(starts), IGNORED, np.int64) for _ in range(2))
            for event in row["ahead"]:
                start, end = event["span"]
                under = (starts < end) & (ends > start) & (starts >= 0)
                labels[under] = IGNORED if event.get("optional") else 1
                if event.get("root") in roots:
                    root[under] = roots.index(event["root"])
                if event.get("status") in statuses:
                    status[under] = 1 + statuses.index(event["status"])
            yield Ahead(window, labels, root, status)


def named(tokenizer: Tokenizer, sentences: Iterable[corpora.Sentence], dice: random.Random) -> Iterator[Named]:
    """The windows of sentences with names: one to three neighbours together."""
    group, size = list[tuple[Window, Labels]](), dice.choice((1, 1, 2, 3))
    for sentence in sentences:
        text, places = corpora.printed(sentence, joined=dice.random() < LABELLED_ALOUD)
        (window,) = encoded(tokenizer, text, [(0, len(text))])
        if len(window.pieces) > 180:  # noqa: PLR2004  more than a window holds
            continue
        group.append((window, marked(window, places, [NAMES.index(tag) for tag in sentence.tags])))
        if len(group) >= size or sum(len(one.pieces) for one, _ in group) > 120:  # noqa: PLR2004
            yield _together(group)
            group, size = [], dice.choice((1, 1, 2, 3))
    if group:
        yield _together(group)


def _together(group: Sequence[tuple[Window, Labels]]) -> Named:
    marks = np.array([IGNORED])
    return Named(
        closed([window for window, _ in group]), np.concatenate([marks, *(labels for _, labels in group), marks])
    )


def marked(window: Window, places: Sequence[tuple[int, int]], tags: Sequence[int]) -> Labels:
    """The first piece of each word has its word's tag."""
    labels = np.full(len(window.pieces), IGNORED, np.int64)
    starts = np.array([start for start, _ in places])
    seen = set[int]()
    for number, (start, end) in enumerate(window.places):
        word = int(np.searchsorted(starts, max(start, end - 1), "right")) - 1
        if word >= 0 and word not in seen and end > places[word][0] and start < places[word][1]:
            seen.add(word)
            labels[number] = tags[word]
    return labels


def mentioned(tokenizer: Tokenizer, path: Path) -> Iterator[Named]:
    """The windows of texts with the names that the English reader found in them; names of other kinds are not asked."""
    for text, names in corpora.mentioned(path):
        for window in by_paragraph(tokenizer, text, paragraphs(text)):
            labels = np.full(len(window.places), IGNORED, np.int64)
            before = -1
            for number, (start, end) in enumerate(window.places):
                if (
                    start < 0
                    or start == before
                    or (start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum())
                ):
                    continue
                before = start
                over = [one for one in names if one[0] < end and one[1] > start]
                kind = over[0][2] if over else "O"
                if kind != "X":
                    labels[number] = NAMES.index(
                        kind if kind == "O" else f"{'B' if start <= over[0][0] else 'I'}-{kind}"
                    )
            yield Named(window, labels)


def plain(tokenizer: Tokenizer, texts: Iterable[tuple[str, str, bool]], most: int, few: int = LONG) -> Iterator[Plain]:
    """Windows of texts (language, text, whether it is a headline with its lead), until ``most`` pieces a language."""
    spent: dict[str, int] = {}
    for language, text, short in texts:
        if spent.get(language, 0) > most:
            continue
        if short:
            parts = encoded(tokenizer, text, paragraphs(text))
            cut = [closed(group) for group in list(packed(parts))[:1]]
        else:
            cut = list(by_paragraph(tokenizer, text, paragraphs(text)))
        for window in cut:
            if len(window.pieces) > few:
                spent[language] = spent.get(language, 0) + len(window.pieces)
                yield Plain(window, language, short)
