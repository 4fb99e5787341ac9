"""Statements by the rules alone: each cue by its shape, and headlines with a colon."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import according, headlines, sayings
from reportedly.read.multilingual.statements.at import At, Body, Found, Range
from reportedly.read.multilingual.statements.contents import Contents
from reportedly.read.multilingual.statements.row import PAUSES, Row
from reportedly.read.multilingual.statements.said import Said, trimmed
from reportedly.text import Span

MOST: Final = 12  # statements of one sentence; news has seven, a cue said over and over has hundreds within each other

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
    told = (list(islice(_of_row(body, number), MOST)) for number in range(len(rows)))
    return [said for row, some in zip(rows, told, strict=True) for said in _parted(row, some)]


def _of_row(body: Body, number: int) -> Iterator[Said]:
    row, begin = body.rows[number], 0
    subject: Range | None = None
    for met in row.met:
        if met.cue.kind == "lead" and met.first <= begin:
            begin = met.last
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
    heads = sorted({min(span.start for span in (*said.source, *said.cue)) for said in told})
    apart = [head for head in heads if _is_clause_apart(row, head)]
    for said in told:
        ends = said.direct or said.kind.shape == "before_source" or len(said.content) > 1
        span = said.content[0] if ends else _until(row, said.content[0], apart)
        if span is not None:
            yield said if ends else replace(said, content=(span,))


def _until(row: Row, content: Span, apart: list[int]) -> Span | None:
    i = bisect_right(apart, content.start)
    end = min(content.end, apart[i]) if i < len(apart) else content.end
    return trimmed(row.sheet.text, content.start, end)


def _is_clause_apart(row: Row, place: int) -> bool:
    """Whether a clause of its own begins at a place: behind a comma, or behind the verb that ends the one before."""
    i = bisect_left(row.words, place, key=lambda word: word.span.start)
    while i and row.on("leads", i - 1) and not row.has(i, PAUSES):
        i -= 1
    if any(met.led and row.words[met.first].span.start == place for met in row.met):
        return True
    verb_last = bool(row.tables.marks) and row.on("ends_clause", i - 1) and not row.on("joiners", i - 1)
    return row.has(i, PAUSES) or verb_last
