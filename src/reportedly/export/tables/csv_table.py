"""CSV as RFC 4180 has it: UTF-8, CRLF, quotes where they are needed.

A spreadsheet takes a cell that begins with one of ``= + - @``, tab or a line's end for a formula, whoever wrote it. So
a text that begins so gets an apostrophe before it; numbers are left alone, for -5 is no formula.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

import msgspec

from reportedly.export.tables.columns import BETWEEN, Kind, cells, columns

SLICE: Final = 50
"""Rows put into one piece."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(record: type[msgspec.Struct], rows: Iterable[Any]) -> Iterator[bytes]:
    """The head, then the rows, some at a time."""
    known = columns(record)
    kinds = [column.kind for column in known]
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([column.name for column in known])
    yield _taken(page)
    for number, row in enumerate(rows, 1):
        writer.writerow([cell(value, kind) for value, kind in zip(cells(row), kinds, strict=True)])
        if number % SLICE == 0:
            yield _taken(page)
    yield _taken(page)


def cell(value: Any, kind: Kind) -> str:
    """A value as it stands in a cell; nothing for None."""
    if value is None:
        return ""
    if kind == "texts":
        return harmless(BETWEEN.join(value))
    if kind == "boolean":
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return harmless(value) if kind == "text" else str(value)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _taken(page: io.StringIO) -> bytes:
    """What stands on the page, which is empty then; halves of characters as question marks."""
    words = page.getvalue().encode("utf-8", "replace")
    page.seek(0)
    page.truncate()
    return words
