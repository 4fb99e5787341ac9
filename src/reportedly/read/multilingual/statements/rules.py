"""Statements by the rules alone: each cue by its shape, and headlines with a colon."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import according, headlines, sayings
from reportedly.read.multilingual.statements.at import At, Body, Found, Range
from reportedly.read.multilingual.statements.contents import Contents
from reportedly.read.multilingual.statements.row import PAUSES, Row
from reportedly.read.multilingual.statements.said import Said, trimmed
from reportedly.text import Span

SHAPES: Final[Mapping[str, Callable[[At], Found | None]]] = {
    "saying": sayings.saying,
    "aside": sayings.aside,
    "hearsay": sayings.hearsay,
    "before_source": according.before_source,
    "behind_source": according.behind_source,
}
"""How a cue stands to its source and content, by the word for it in the tables; “none” finds nothing by itself."""


def find(sheet: Sheet, rows: Sequence[Row]) -> list[Said]:
    """What the rules find in the rows of a sheet, in their order."""
    body = Body(sheet, rows, Contents(sheet))
    return [said for number, row in enumerate(rows) for said in _parted(row, list(_of_row(body, number)))]


def _of_row(body: Body, number: int) -> Iterator[Said]:
    row, begin = body.rows[number], 0
    subject: Range | None = None
    for met in row.met:
        shape = SHAPES.get(met.cue.shape)
        found = shape(At(body, number, met, begin, subject)) if shape else None
        if found is not None:
            yield found.said
            begin, subject = found.begin, found.subject or subject
    headline = headlines.find(body, row)
    if headline is not None:
        yield headline


def _parted(row: Row, told: list[Said]) -> Iterator[Said]:
    """What is told in a row, each content ending where the next begins as a clause of its own."""
    for said in told:
        span = _until(row, said, told) if len(said.content) == 1 else None
        if span is not None or len(said.content) > 1:
            yield replace(said, content=(span,)) if span is not None else said


def _until(row: Row, said: Said, told: list[Said]) -> Span | None:
    start, end = said.content[0]
    if not said.direct and said.kind.shape != "before_source":
        heads = (min(span.start for span in (*other.source, *other.cue)) for other in told)
        end = min((head for head in heads if start < head < end and _is_clause_apart(row, head)), default=end)
    return trimmed(row.sheet.text, start, end)


def _is_clause_apart(row: Row, place: int) -> bool:
    """Whether a clause of its own begins at a place: behind a comma, or behind the verb that ends the one before."""
    i = next(i for i, word in enumerate(row.words) if word.span.start >= place)
    while i and row.on("leads", i - 1) and not row.has(i, PAUSES):
        i -= 1
    verb_last = bool(row.tables.marks) and row.on("ends_clause", i - 1) and not row.on("joiners", i - 1)
    return row.has(i, PAUSES) or verb_last
