"""Statements with the words a person needs to judge them: who says it, by which cue, what, and through whom.

An anonymous source keeps the words it was given, whatever else the article names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportedly.account.telling import Telling
from reportedly.records import Reading, Statement
from reportedly.text import Span, joined

BULLETS: Final = "•▪●◦‣·*–—- "  # before the points of a list; no part of a name
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "him", "her", "them", "who", "i", "we"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement in its article, its words spelt out; ``outer`` is the statement it is told within."""

    telling: Telling
    statement: Statement
    outer: Statement | None
    content: str
    source: str
    cue: str

    @property
    def span(self) -> Span:
        """From its first to its last word."""
        return self.statement.envelope


def attributions(telling: Telling) -> Iterator[Attribution]:
    """What the article says others said, in the order of its text; a copy says nothing of its own."""
    reading = telling.reading
    if reading is None or telling.is_copy:
        return
    by_id = {statement.id: statement for statement in reading.statements}
    text = telling.article.text
    for statement in sorted(reading.statements, key=lambda statement: (statement.envelope, statement.id)):
        outer = by_id.get(statement.via) if statement.via else None
        content, cue = joined(statement.content, text), joined(statement.cue, text)
        if content:
            yield Attribution(telling, statement, outer, content, source_words(statement, reading), cue)


def source_words(statement: Statement, reading: Reading) -> str:
    """Who says it: the article's words, with the name they stand for; empty where the article names nobody."""
    words = joined(statement.source, reading.article.text).lstrip(BULLETS)
    if statement.source_kind == "anonymous" or statement.source_entity is None:
        return words
    name = next((entity.name for entity in reading.entities if entity.id == statement.source_entity), "")
    if not name or name.casefold() in words.casefold():
        return words
    short = words.casefold() in PRONOUNS or words.split()[-1:] == name.split()[-1:]
    return name if not words or short else f"{words} ({name})"
