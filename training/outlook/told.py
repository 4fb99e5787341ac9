"""Labelled events as training windows: for every word piece whether it tells an event that lies ahead, and which.

A file of labelled articles has one a line, gzipped: its ``text`` and ``paragraphs`` (half-open characters); ``ahead``,
every expectation of the article or null where nobody looked; ``told``, every event of it or null. Both are lists of
``{word, span, type, certainty}``, with ``optional`` or ``status`` and ``weight``: ``word`` is the one that the others
of the ``span`` hang on, and the one to be found; the rest of the span is neither right nor wrong.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.read.model.outlook import CERTAINTIES, ROOTS, STATUSES
from reportedly.read.model.windows import Range, Window, by_paragraph
from training.statements.labelled import IGNORED

CLASSES = ("OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Told:
    """A window with a label for each piece and question, ``IGNORED`` where it has none.

    ``ahead`` 0 or 1; ``status`` 0 (no event) or 1 and the place in ``STATUSES``; ``root`` and ``certainty`` of what is
    an event; ``kind`` 0 or 1 and the place in ``CLASSES``.
    """

    window: Window
    ahead: Labels
    status: Labels
    root: Labels
    certainty: Labels
    kind: Labels


def articles(path: Path) -> list[dict[str, Any]]:
    """All rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows(tokenizer: Tokenizer, article: dict[str, Any]) -> Iterator[Told]:
    """An article's windows, labelled."""
    paragraphs = [(start, end) for start, end in article["paragraphs"]]
    for window in by_paragraph(tokenizer, article["text"], paragraphs):
        yield labelled(window, article)


def labelled(window: Window, article: dict[str, Any]) -> Told:
    """A window of an article, with its labels."""
    starts, ends = (np.array([place[side] for place in window.places]) for side in (0, 1))

    def under(span: Range) -> NDArray[np.bool_]:
        return (starts < span[1]) & (ends > span[0]) & (starts >= 0)

    blank = np.full(len(starts), IGNORED, np.int64)
    plain = np.where(starts >= 0, 0, IGNORED)
    ahead, told, kinds = article.get("ahead"), article.get("told"), article.get("classes")
    found = Told(
        window,
        blank.copy() if ahead is None else plain.copy(),
        blank.copy() if told is None else plain.copy(),
        blank.copy(),
        blank.copy(),
        blank.copy() if kinds is None else plain.copy(),
    )
    for event in told or ():
        found.status[under(event["span"])] = IGNORED
    for event in ahead or ():
        found.ahead[under(event["span"])] = IGNORED
    for event in told or ():
        word = under(event["word"])
        found.root[word] = ROOTS.index(event["type"])
        found.certainty[word] = CERTAINTIES.index(event["certainty"])
        if event["weight"] != "o":
            found.status[word] = 1 + STATUSES.index(event["status"])
    for event in ahead or ():
        word = under(event["word"])
        found.root[word] = ROOTS.index(event["type"])
        found.certainty[word] = CERTAINTIES.index(event["certainty"])
        if not event["optional"]:
            found.ahead[word] = 1
    for event in kinds or ():
        found.kind[under(event["span"])] = 1 + CLASSES.index(event["class"])
    return found


def classed(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a gzipped JSONL file of events with their TimeML class, as rows with ``classes``."""
    for row in articles(path):
        text = row["text"]
        paragraphs, at = [], 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                paragraphs.append((at, at + len(line.rstrip())))
            at += len(line)
        events = [event for event in row["events"] if event["class"] in CLASSES]
        yield {"text": text, "paragraphs": paragraphs, "classes": events}
