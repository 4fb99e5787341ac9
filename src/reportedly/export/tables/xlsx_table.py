"""XLSX: texts as texts, so that none is a formula; numbers, days and moments as what they are.

The file is put together on disk, for its index of parts comes last: its first byte waits for its last row. Memory does
not grow with it. A sheet holds 1,048,576 rows; what is more stands on the next.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from reportedly.export.tables.columns import BETWEEN, Kind, cells, columns

ROWS: Final = 1_048_576
CHARACTERS: Final = 32_767
"""What a cell holds of a text; more would make the file unreadable."""
_FIRST_DAY: Final = date(1900, 3, 1)  # before it spreadsheets count a day that never was
_PIECE: Final = 1 << 16
_NOTHING: Final = frozenset({None, "", ()})


def write(record: type[msgspec.Struct], rows: Iterable[Any]) -> Iterator[bytes]:
    """The file in pieces."""
    with tempfile.TemporaryDirectory(prefix="reportedly-") as folder:
        path = Path(folder) / "table.xlsx"
        _fill(path, record, rows)
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _fill(path: Path, record: type[msgspec.Struct], rows: Iterable[Any]) -> None:
    import xlsxwriter  # noqa: PLC0415  other formats need not wait for it

    options = {"constant_memory": True, "tmpdir": str(path.parent), "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(path), {**options, "strings_to_urls": False}) as book:
        known = columns(record)
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet, at = _sheet(book, known, bold), 1
        for row in rows:
            if at == ROWS:
                sheet, at = _sheet(book, known, bold), 1
            for place, (value, column) in enumerate(zip(cells(row), known, strict=True)):
                if value not in _NOTHING:
                    _put(sheet, (at, place), value, column.kind, {"day": day, "moment": moment})
            at += 1


def _sheet(book: Any, known: Iterable[Any], bold: Any) -> Any:
    """A new sheet with the names of the columns above it."""
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(known):
        sheet.write_string(0, place, column.name, bold)
    return sheet


def _put(sheet: Any, at: tuple[int, int], value: Any, kind: Kind, formats: dict[str, Any]) -> None:
    if kind in {"integer", "number"}:
        sheet.write_number(*at, value)
    elif kind == "boolean":
        sheet.write_boolean(*at, value)
    elif kind == "day" and value >= _FIRST_DAY:
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), formats["day"])  # noqa: DTZ001  a day
    elif kind == "moment" and value.date() >= _FIRST_DAY:
        naive = value.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        sheet.write_datetime(*at, naive, formats["moment"])
    else:
        sheet.write_string(*at, _cut(_AS_TEXT.get(kind, str)(value)))


_AS_TEXT: Final[dict[str, Callable[[Any], str]]] = {"texts": BETWEEN.join}


def _cut(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode()
    return whole if len(whole) <= CHARACTERS else whole[: CHARACTERS - 1] + "…"
