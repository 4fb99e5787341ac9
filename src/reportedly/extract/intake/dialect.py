"""How a table was written: by which mark its cells are parted, how quotes are kept, and in which row its names stand.

Told from the first lines alone. Each way that they allow is tried; the one that gives known names, and rows as long as
these, is the way of the file.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from reportedly.errors import BadInput
from reportedly.extract.intake.columns import WORDS, Columns
from reportedly.extract.intake.mending import decoded

DELIMITERS = ",;\t|"
MOST_COLUMNS = 2_000
ROWS = 30  # first rows among which the names stand
LONGEST_NAME = 100  # characters
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # written by Excel above the names
# Cells that tabs part: in quotes to where they end, and beginning with words in quotes.
_IN_QUOTES = re.compile(r'(?:^|(?<=\t))"(?:[^"\t\n]|"")*+"(?=[\t\r\n])', re.MULTILINE)
_QUOTING = re.compile(r'(?:^|(?<=\t))"[^"\t\n]*+"(?=[^"\t\r\n])|(?:^|(?<=\t))"[^"\t\n]*+(?=\t)', re.MULTILINE)
_ESCAPED = re.compile(r'\\"(?![,;\t|\r\n]|$)')


class Dialect(NamedTuple):
    """``delimiter`` parts the cells, with a space behind it where they are ``spaced``.

    Quotes within quotes are doubled, or ``escaped`` by a backslash. Where they are ``bare``, they are those of the
    text: few programs that part cells by tabs put them into quotes.
    """

    delimiter: str = ","
    escaped: bool = False
    spaced: bool = False
    bare: bool = False

    def rows(self, lines: Iterable[str]) -> "csv._reader":  # type: ignore[name-defined]
        """A reader of these lines. Raises ``csv.Error`` while reading."""
        escape = "\\" if self.escaped else None
        if self.bare:
            return csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE)
        return csv.reader(lines, delimiter=self.delimiter, escapechar=escape, skipinitialspace=self.spaced)


class Head(NamedTuple):
    """How a table is written, how many ``lines`` of it stand before all rows, and in which row (``at``) its names are.

    ``known`` fields are among the names, and a ``share`` of the first rows is as long as they.
    """

    dialect: Dialect
    lines: int = 0
    at: int | None = None
    known: int = 0
    share: float = 0.0


def told(lines: Sequence[str], columns: Columns) -> Head:
    """The head of the table that begins with these lines, as Latin-1."""
    above = _SEPARATOR.fullmatch(lines[0]) if lines else None
    rest = lines[1:] if above else lines
    tried = [(_weight(dialect, rest, columns), dialect) for dialect in _possible(rest, above[1] if above else None)]
    (known, share, at), best = max(tried, key=lambda one: one[0][:2], default=((0, 0.0, None), Dialect()))
    if not known and not above:
        first = next((line for line in rest if line.strip()), "")
        best = Dialect(max(DELIMITERS, key=first.count))
    return Head(best, int(above is not None), at, known, share)


def names(cells: Sequence[str]) -> list[str]:
    """Cells as names of columns."""
    return [decoded(cell.encode("latin-1")).text.removeprefix("\ufeff").strip() for cell in cells]


def _possible(lines: Sequence[str], separator: str | None) -> Iterator[Dialect]:
    text = "".join(lines)
    for delimiter in separator or DELIMITERS:
        if delimiter == "\t" and len(_QUOTING.findall(text)) > len(_IN_QUOTES.findall(text)):
            yield Dialect(delimiter, bare=True)
        if delimiter in text or delimiter == ",":
            for escaped in (True, False) if _ESCAPED.search(text) else (False,):
                for spaced in (False, True) if f'{delimiter} "' in text else (False,):
                    yield Dialect(delimiter, escaped, spaced)


def _weight(dialect: Dialect, lines: Sequence[str], columns: Columns) -> tuple[int, float, int | None]:
    """How many names are known, which share of the rows is as long as they, and where they stand."""
    rows = _some(dialect, lines)
    for at, cells in enumerate(rows[:ROWS]):
        known = _known(cells, columns)
        if known:
            below = [row for row in rows[at + 1 :] if row]
            return known, sum(len(row) == len(cells) for row in below) / max(len(below), 1), at
    return 0, 0.0, None


def _some(dialect: Dialect, lines: Sequence[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(dialect.rows(lines))
    return rows


def _known(cells: Sequence[str], columns: Columns) -> int:
    """How many fields these cells name; none where they are no names of a table of articles."""
    if len(cells) > MOST_COLUMNS or any(len(cell) > LONGEST_NAME for cell in cells):
        return 0
    try:
        fields = columns.of(names(cells))
    except BadInput:
        return 0
    return len(fields) if WORDS & fields.keys() else 0
