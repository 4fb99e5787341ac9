"""The rows of a CSV or TSV file as cells, told how they are parted by its first lines.

Bytes become text row by row, so that one broken row, or a file put together from others, spoils no other row.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import BinaryIO, NamedTuple

from reportedly.errors import NotText
from reportedly.extract.intake import utf8
from reportedly.extract.intake.columns import Columns
from reportedly.extract.intake.dialect import Dialect, told
from reportedly.extract.intake.mending import UNKNOWN, mended
from reportedly.extract.intake.packed import lines
from reportedly.letters import decode

APART = b"\x1b"  # between the cells of a row that is decoded whole; decode takes it for no sign of binary data
HEAD = 65_536  # bytes that tell how the table is written, and its charset where it is not UTF-8
CHUNK = 65_536


class Row(NamedTuple):
    """A row's cells as Latin-1, which keeps every byte, or what is ``wrong`` with it."""

    cells: list[str]
    wrong: str = ""


class Table:
    """The rows of a file; ``at`` is the number of the one with the columns' names, None where none has them."""

    def __init__(self, stream: BinaryIO, longest: int, columns: Columns) -> None:
        text = (line.decode("latin-1") for line in _lines(utf8.stream(stream), longest))
        head, size = list[str](), 0
        for line in text:
            head.append(line)
            size += len(line)
            if size > HEAD:
                break
        self.letters = decode.Pieces("".join(head).encode("latin-1")[:HEAD])
        before = csv.field_size_limit(longest)
        try:
            how = told(head, columns)
        finally:
            csv.field_size_limit(before)
        self.at = how.at
        self.rows = _read(chain(head[how.lines :], text), how.dialect, longest)

    def decoded(self, cells: Sequence[str]) -> tuple[list[str], int]:
        """The cells as text, and how many characters were lost: UTF-8, else the charset that fits the row."""
        if all(map(str.isascii, cells)):
            return _counted(list(cells))
        row = [cell.encode("latin-1") for cell in cells]
        try:
            return _counted([cell.decode() for cell in row])
        except UnicodeDecodeError:
            pass
        try:
            words = self.letters.text(APART.join(cell.replace(APART, b"") for cell in row)).split(APART.decode())
        except NotText:
            words = [cell.decode("utf-8", "replace") for cell in row]
        mended_row, lost = _counted(words)
        held = b"".join(row).count(UNKNOWN.encode())
        return mended_row, lost + "".join(words).count(UNKNOWN) - held

    def names(self, cells: Sequence[str]) -> list[str]:
        """Cells as names of columns, of which no two are the same: of two with one name the first has it."""
        held = [cell.removeprefix("\ufeff").strip() for cell in self.decoded(cells)[0]]
        return [name if name not in held[:n] else f"{name} ({n + 1})" for n, name in enumerate(held)]


def _counted(words: list[str]) -> tuple[list[str], int]:
    whole = [mended(word) for word in words]
    return [cell.text for cell in whole], sum(cell.lost for cell in whole)


def _read(text: Iterator[str], dialect: Dialect, longest: int) -> Iterator[Row]:
    before = csv.field_size_limit(longest)
    try:
        reader = dialect.rows(text)
        for _ in count():
            line = reader.line_num + 1
            try:
                yield Row(next(reader))
            except StopIteration:
                return
            except csv.Error as error:
                yield Row([], f"{error}, from line {line} on")
    finally:
        csv.field_size_limit(before)


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines; of a file without a line feed, as old spreadsheets wrote them, those that end in a carriage return."""
    first = stream.readline(CHUNK)
    if first.endswith(b"\n") or b"\r" not in first:
        yield from _after(first, stream, longest)
        return
    held = first
    while held:
        *whole, held = held.split(b"\r")
        yield from (line + b"\n" for line in whole)
        more = stream.read(CHUNK) if len(held) <= longest else b""
        if not more:
            yield held
            return
        held += more


def _after(first: bytes, stream: BinaryIO, longest: int) -> Iterator[bytes]:
    """The lines of a stream of which ``first`` was read."""
    if first and not first.endswith(b"\n"):
        first += next(lines(stream, longest), b"")
    if first:
        yield first[: longest + 1]
    yield from lines(stream, longest)
