"""Labelled pairs of parties: a sentence, whose words are the source's and the target's, and the roots it may have."""

import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.read.model.pairs import ROOTS
from reportedly.read.model.windows import Range

FOLDED = {"YIELD": ("CONCEDE", "RETREAT")}  # one label of the public set for two roots of the ontology
MARKED = re.compile(r"\[(?P<side>[ST]) (?P<words>[^\]]+)\]")


@dataclass(frozen=True)
class Labelled:
    """One pair; ``roots`` are places in ``ROOTS``, of which one is right."""

    text: str
    source: Range
    target: Range
    roots: tuple[int, ...]


def rows(path: Path) -> list[Labelled]:
    """All rows of a gzipped JSONL file (text, source, target, root), in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [Labelled(row["text"], tuple(row["source"]), tuple(row["target"]), numbers(row["root"])) for row in found]


def written(path: Path) -> list[Labelled]:
    """All rows of a file of our own: a root, a tab, and a sentence with [S the source] and [T the target] in it."""
    lines = path.read_text("utf-8").splitlines()
    return [_unmarked(*line.split("\t", 1)) for line in lines if line and not line.startswith("#")]


def folds(labelled: Sequence[Labelled], many: int, dice: random.Random) -> list[int]:
    """The fold of each pair; pairs of one sentence are in one fold."""
    texts = sorted({one.text for one in labelled})
    dice.shuffle(texts)
    fold = {text: number % many for number, text in enumerate(texts)}
    return [fold[one.text] for one in labelled]


def numbers(root: str) -> tuple[int, ...]:
    """A label as places in ``ROOTS``."""
    return tuple(ROOTS.index(one) for one in FOLDED.get(root, (root,)))


def _unmarked(root: str, marked: str) -> Labelled:
    places: dict[str, Range] = {}
    text, at = "", 0
    for found in MARKED.finditer(marked):
        text += marked[at : found.start()]
        places[found["side"]] = (len(text), len(text) + len(found["words"]))
        text += found["words"]
        at = found.end()
    return Labelled(text + marked[at:], places["S"], places["T"], numbers(root))
