"""Articles handed in as CSV or TSV: a header line, then a row an article.

Bytes become text row by row, so that one broken row, or a file put together from others, spoils no other row.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import BinaryIO

from reportedly.errors import BadInput, NotText
from reportedly.extract.intake.mending import UNKNOWN, mended
from reportedly.extract.intake.packed import lines
from reportedly.extract.intake.rows import Intake, taken
from reportedly.letters import decode
from reportedly.records import Article, Outcome

DELIMITERS = ",;\t|"
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
APART = b"\x1b"  # between the cells of a row that is decoded whole; decode takes it for no sign of binary data
MOST_COLUMNS = 2_000
HEAD = 65_536  # bytes that tell the charset of a table that is not UTF-8


def articles(stream: BinaryIO, intake: Intake) -> Iterator[Article | Outcome]:
    """Each row as an article, or as the outcome of a row that is none. Raises ``BadInput`` where no column fits."""
    whole, letters = _letters(stream)
    rows = _rows(whole, intake.longest)
    header, _ = next(rows, ([], ""))
    if isinstance(header, str):
        raise BadInput(f"{intake.name}: the first line cannot be read: {header}")
    names = [name.removeprefix("\ufeff").strip() for name in _decoded(header, letters)[0]]
    fields = intake.columns.of(names)
    if not {"text", "title"} & fields.keys() or len(names) > MOST_COLUMNS:
        raise BadInput(f"{intake.name} has no column for text: name it with --column text=NAME; it has {names[:20]}")
    for cells, place in rows:
        if isinstance(cells, str):
            yield intake.outcome(place, cells)
        elif len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            yield intake.outcome(place, f"the row has {len(cells)} cells, the header {len(names)}")
        elif any(cells):
            words, lost = _decoded(cells, letters)
            yield from taken(dict(zip(names, words, strict=False)), fields, place, intake, lost)
    if letters.guessed:
        yield intake.outcome("", f"filed, but {decode.note(letters.guessed)}", used=True)


def table(stream: BinaryIO, intake: Intake) -> Iterator[list[str]]:
    """Each row's cells as text, the header first; rows that cannot be read are left out."""
    whole, letters = _letters(stream)
    for cells, _ in _rows(whole, intake.longest):
        if not isinstance(cells, str):
            yield [cell.removeprefix("\ufeff") for cell in _decoded(cells, letters)[0]]


def _letters(stream: BinaryIO) -> tuple[io.BufferedReader, decode.Pieces]:
    """The stream, and what its beginning tells of its charset."""
    head = stream.read(HEAD)
    return io.BufferedReader(_Behind(head, stream)), decode.Pieces(head)


def _rows(stream: io.BufferedReader, longest: int) -> Iterator[tuple[list[str] | str, str]]:
    """Each row's cells as Latin-1, which keeps every byte, or what is wrong with it; and where it stands."""
    text = (line.decode("latin-1") for line in _narrow(stream, longest))
    first = next(text, "")
    delimiter = max(DELIMITERS, key=first.count)
    before = csv.field_size_limit(longest)
    try:
        reader = csv.reader(chain((first,), text), delimiter=delimiter)
        for number in count():
            line = reader.line_num + 1
            try:
                yield next(reader), f"row {number}"
            except StopIteration:
                return
            except csv.Error as error:
                yield f"{error}, from line {line} on", f"row {number}"
    finally:
        csv.field_size_limit(before)


def _narrow(stream: io.BufferedReader, longest: int) -> Iterator[bytes]:
    """The lines in UTF-8 where the file is UTF-16, as spreadsheets write it, else as they are."""
    if stream.peek(2)[:2] not in WIDE:
        yield from lines(stream, longest)
        return
    with io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n") as text:
        while line := text.readline(longest):
            yield line.encode("utf-8", "replace")


class _Behind(io.RawIOBase):
    """A stream with its first bytes put back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` as far as there is something."""
        space = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self._head[: len(space)] or self._stream.read(len(space))
        self._head = self._head[len(data) :]
        space[: len(data)] = data
        return len(data)


def _decoded(cells: Sequence[str], letters: decode.Pieces) -> tuple[list[str], int]:
    """The cells as text, and how many characters were lost: UTF-8, else the charset that fits the row."""
    if all(map(str.isascii, cells)):
        return _counted(list(cells))
    row = [cell.encode("latin-1") for cell in cells]
    try:
        return _counted([cell.decode() for cell in row])
    except UnicodeDecodeError:
        pass
    try:
        words = letters.text(APART.join(cell.replace(APART, b"") for cell in row)).split(APART.decode())
    except NotText:
        words = [cell.decode("utf-8", "replace") for cell in row]
    mended_row, lost = _counted(words)
    held = b"".join(row).count(UNKNOWN.encode())
    return mended_row, lost + "".join(words).count(UNKNOWN) - held


def _counted(words: list[str]) -> tuple[list[str], int]:
    whole = [mended(word) for word in words]
    return [cell.text for cell in whole], sum(cell.lost for cell in whole)
