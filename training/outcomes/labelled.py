"""Labelled pairs: an announcement, a later sentence, and what the one tells of the other."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.read.model.outcome import LABELS, Side

UNSURE = 0.3  # weight of a label an editor was not sure of


@dataclass(frozen=True)
class Pair:
    """One pair; ``label`` is its place in ``LABELS``; pairs of one ``story`` are never parted."""

    story: str
    first: Side
    later: Side
    window: tuple[date, date] | None
    label: int
    weight: float = 1.0
    row: str = ""


def rows(path: Path) -> list[dict[str, Any]]:
    """All rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def pairs(path: Path) -> list[Pair]:
    """Pairs of a file of rows ``{id, later, announced, title, sentence, event, window, day, later_title, ...}``."""
    found = rows(path)
    stories = _stories(found)
    return [_pair(row, stories[row["id"]]) for row in found]


def _pair(row: dict[str, Any], story: str) -> Pair:
    window = row["window"]
    label = row["label"]
    return Pair(
        story,
        Side(row["title"], row["sentence"], date.fromisoformat(row["announced"][:10]), tuple(row["event"])),
        Side(row["later_title"], row["later_sentence"], date.fromisoformat(row["day"][:10])),
        (date.fromisoformat(window["start"]), date.fromisoformat(window["end"])) if window else None,
        LABELS.index(label.rstrip("?")),
        UNSURE if label.endswith("?") else 1.0,
        f"{row['id']}/{row['later']}",
    )


def _stories(found: Iterable[dict[str, Any]]) -> dict[str, str]:
    """From a row's id to its story: rows that share an announcement, or a later sentence that is not just nothing."""
    parent: dict[str, str] = {}

    def top(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for row in found:
        keys = [row["id"], "h" + row["title"], "s" + row["sentence"][:80]]
        if row["label"].rstrip("?") != "no":
            keys += ["h" + row["later_title"], "s" + row["later_sentence"][:80]]
        for key in keys[1:]:
            parent[top(key)] = top(keys[0])
    return {row["id"]: top(row["id"]) for row in found}


def written(path: Path) -> list[Pair]:
    """Pairs of a file of stories of our own, the event between double brackets."""
    out: list[Pair] = []
    for row in rows(path):
        start, end = row["sentence"].index("[["), row["sentence"].index("]]")
        sentence = row["sentence"].replace("[[", "", 1).replace("]]", "", 1)
        first = Side(row["title"], sentence, date.fromisoformat(row["announced"]), (start, end - 2))
        window = tuple(map(date.fromisoformat, row["window"])) if row["window"] else None
        for later in row["later"]:
            side = Side(later["title"], later["sentence"], date.fromisoformat(later["day"]))
            out.append(Pair(row["story"], first, side, window, LABELS.index(later["label"])))
    return out


def fold(story: str, folds: int) -> int:
    """Of which fold a story is."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % folds


def held(found: Sequence[Pair], number: int, folds: int) -> list[Pair]:
    """The pairs of a fold."""
    return [pair for pair in found if fold(pair.story, folds) == number]
