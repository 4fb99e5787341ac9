"""Records as rows, and rows as records, where columns and fields have the same names."""

from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.records import Record

Row = dict[str, Any]
R = TypeVar("R", bound=Record)


def row_of(record: Record) -> Row:
    """The row with a column for each field of ``record``."""
    return {name: getattr(record, name) for name in record.__struct_fields__}


def record_of(kind: type[R], row: RowMapping) -> R:
    """The record of this kind that a row holds."""
    return kind(**{name: row[name] for name in kind.__struct_fields__})


def first(connection: Connection, kind: type[R], query: sa.Select[Any]) -> R | None:
    """The record of this kind in the first row of ``query``; None where it has no row."""
    row = connection.execute(query).mappings().first()
    return record_of(kind, row) if row else None
