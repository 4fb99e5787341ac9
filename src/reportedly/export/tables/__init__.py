"""Tables of rows in the formats that other programs open: a file a format, a slice of the rows in memory at a time."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

import msgspec

from reportedly.export.tables import csv_table, jsonl_table, parquet_table, xlsx_table

Writer = Callable[[type[msgspec.Struct], Iterable[Any]], Iterator[bytes]]
"""From the record that a row is and the rows to the pieces of a file."""


class Format(NamedTuple):
    """A format: what it is called in HTTP, and what writes it."""

    media_type: str
    write: Writer


FORMATS: Final[dict[str, Format]] = {
    "csv": Format("text/csv; charset=utf-8; header=present", csv_table.write),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_table.write),
    "parquet": Format("application/vnd.apache.parquet", parquet_table.write),
    "jsonl": Format("application/jsonl; charset=utf-8", jsonl_table.write),
}
