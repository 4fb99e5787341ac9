"""A cue where it stands, and what a shape makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements.contents import Contents
from reportedly.read.multilingual.statements.row import Met, Row
from reportedly.read.multilingual.statements.said import Said
from reportedly.text import Span

Range = tuple[int, int]


@dataclass(frozen=True)
class Body:
    """A sheet while its rules are applied: its rows and its quotations."""

    sheet: Sheet
    rows: Sequence[Row]
    contents: Contents


@dataclass(frozen=True)
class At:
    """A cue (``met``) in row ``number``; the clause it stands in begins at word ``begin``.

    ``subject`` are the words of who spoke last in this row.
    """

    body: Body
    number: int
    met: Met
    begin: int = 0
    subject: Range | None = None

    @property
    def row(self) -> Row:
        """The row of the cue."""
        return self.body.rows[self.number]

    def said(self, source: Range | None, content: Span | None, sure: float, *, direct: bool = False) -> Said | None:
        """The statement with a source (words of the row) and a content; None without a content."""
        if content is None:
            return None
        named = (self.row.under(*source),) if source and source[1] > source[0] else ()
        cue = self.row.under(self.met.first, self.met.last)
        return Said((content,), (cue,), named, self.met.cue, sure, direct)


@dataclass(frozen=True)
class Found:
    """A statement, where the next clause begins, and the words of its speaker."""

    said: Said
    begin: int
    subject: Range | None = None
