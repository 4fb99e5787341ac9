"""Rows put in many at once as tuples, by the database's driver itself.

Filing a reading is a hundred rows and more; what a query builder does for each of them costs more than the database.
So each statement is prepared once, and only columns whose type asks for it are put into the form they are kept in.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect, Table

Values = tuple[Any, ...]
"""A row: values in the order of some columns."""

_Kept = Callable[[Any], Any]


def insert(connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Values]) -> None:
    """Insert rows with values for these columns, in one statement; none is no statement."""
    given = list(rows)
    if not given:
        return
    prepared = _prepared(table, columns, connection.dialect)
    by_column = [*zip(*given, strict=True)]
    kept = (map(to, by_column[at]) if to else by_column[at] for at, to in prepared.places)
    put: list[Any] = [*zip(*kept, strict=True)]
    named = [dict(zip(prepared.names, row, strict=True)) for row in put] if prepared.names else put
    connection.exec_driver_sql(prepared.sql, named)


class _Prepared(NamedTuple):
    """An INSERT as a driver takes it.

    ``places`` say for each value of the statement which of the columns it is, and what puts it into the form it is kept
    in; ``names`` are the names of the values, empty where the driver goes by their order.
    """

    sql: str
    places: tuple[tuple[int, _Kept | None], ...]
    names: tuple[str, ...]


@lru_cache(maxsize=256)  # an engine has a dialect of its own
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect) -> _Prepared:
    compiled = sa.insert(table).inline().compile(dialect=dialect, column_keys=columns)
    order = (compiled.positiontup or ()) if compiled.positional else compiled.params
    places = tuple((columns.index(name), _kept(table.c[name], dialect)) for name in order)
    return _Prepared(str(compiled), places, () if compiled.positional else (*order,))


def _kept(column: sa.Column[Any], dialect: Dialect) -> _Kept | None:
    return column.type.dialect_impl(dialect).bind_processor(dialect)
