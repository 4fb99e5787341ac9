"""Sentences with names marked: one form for the corpora of several languages, each with a notation of its own."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

KINDS: Final = {
    **dict.fromkeys(("PER", "PERS", "NEP", "PERSON"), "PER"),
    **dict.fromkeys(("LOC", "NEL", "LOCATION"), "LOC"),
    **dict.fromkeys(("ORG", "NEO", "ORGANIZATION"), "ORG"),
}
FEW, MANY = 2, 150  # words of a sentence that is too short or too long to be one
_TAG = re.compile(r"([BI])[-_](\w+)$")
_MARKED = re.compile(r"<([A-Z]+)>(.*?)</\1>|([^<]+)")


class Sentence(NamedTuple):
    """Its words, and for each the name it is part of: ``O``, or ``B-`` or ``I-`` with ``PER``, ``LOC`` or ``ORG``."""

    words: list[str]
    tags: list[str]


def lines(path: Path, separator: str | None = None, ends: Sequence[str] = ()) -> Iterator[Sentence]:
    """Of a file with a word and its tag a line; an empty line ends a sentence, and so does a word in ``ends``."""
    words, tags = list[str](), list[str]()
    for line in [*path.read_text("utf-8", "replace").splitlines(), ""]:
        parts = line.strip("\ufeff ").split(separator)
        if len(parts) > 1 and parts[0].strip():
            words.append(parts[0].strip().replace("_", " "))
            tags.append(parts[1].strip())
        if (len(parts) < 2 or not parts[0].strip() or parts[0].strip() in ends) and words:  # noqa: PLR2004
            if FEW < len(words) < MANY:
                yield Sentence(words, bio(tags))
            words, tags = [], []


def marked(path: Path, encoding: str = "utf-16") -> Iterator[Sentence]:
    """Of a file with a sentence a line, its names between ``<PERSON>`` and ``</PERSON>``."""
    for line in path.read_text(encoding, "replace").splitlines():
        found = [
            (word, KINDS.get(part.group(1) or "", "O"), bool(number))
            for part in _MARKED.finditer(line)
            for number, word in enumerate((part.group(2) or part.group(3) or "").split())
        ]
        tags = [kind if kind == "O" else f"{'I' if within else 'B'}-{kind}" for _, kind, within in found]
        if len(found) > FEW:
            yield Sentence([word for word, *_ in found][:MANY], tags[:MANY])


def mentioned(path: Path) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """Texts with their names as spans, of a JSONL file of ``text`` and ``names`` [[start, end, kind]]."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], [(start, end, kind) for start, end, kind in row["names"]]


def bio(tags: Iterable[str]) -> list[str]:
    """Tags of any of these corpora as ``O``, ``B-`` and ``I-``; other kinds of name are none."""
    out: list[str] = []
    before = None
    for tag in tags:
        found = _TAG.match(tag)
        kind = KINDS.get(found.group(2) if found else tag)
        if kind is None:
            out.append("O")
        elif found:
            out.append(f"{'B' if found.group(1) == 'B' or before != kind else 'I'}-{kind}")
        else:
            out.append(f"{'I' if before == kind else 'B'}-{kind}")
        before = kind
    return out


def printed(sentence: Sentence, *, joined: bool) -> tuple[str, list[tuple[int, int]]]:
    """The sentence as text, and the place of each word; ``joined`` puts no space before what ends a sentence."""
    text, places = "", []
    for word in sentence.words:
        if text and not (joined and re.fullmatch(r"[.,،؛؟!?:»)\]۔]+", word)) and not (joined and text[-1] in "«(["):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places
