"""Rows put in many at once as tuples, by the database's driver itself.

Filing a reading is a hundred rows and more; what a query builder does for each of them costs more than the database.
So each statement is prepared once, and only columns whose type asks for it are put into the form they are kept in.
PostgreSQL takes rows by COPY, three times as many in a second as by INSERT.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger.engine import copying, many

Values = tuple[Any, ...]
"""A row: values in the order of some columns."""

_Kept = Callable[[Any], Any]


def insert(connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Values]) -> None:
    """Insert rows with values for these columns, in one statement; none is no statement."""
    given = list(rows)
    if not given:
        return
    prepared = _prepared(table, columns, connection.dialect)
    kept = _as_kept(prepared, given)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(prepared.sql, kept)
    else:
        copying.copy(connection, prepared.sql, kept)


def insert_new(connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[Values]) -> None:
    """Insert those rows whose key is not there yet; the others are left as they are."""
    given = list(rows)
    if not given:
        return
    if connection.dialect.name == "sqlite":
        prepared = _prepared(table, columns, connection.dialect, new=True)
        connection.exec_driver_sql(prepared.sql, _as_kept(prepared, given))
    else:
        statement = postgresql.insert(table).from_select(columns, many.rows(table, columns))
        connection.execute(statement.on_conflict_do_nothing(), many.values(columns, given))


def _as_kept(prepared: "_Prepared", given: list[Values]) -> list[Values]:
    by_column = [*zip(*given, strict=True)]
    return [*zip(*(map(to, by_column[at]) if to else by_column[at] for at, to in prepared.places), strict=True)]


class _Prepared(NamedTuple):
    """An INSERT, or a COPY, as a driver takes it.

    ``places`` say for each value of the statement which of the columns it is, and what puts it into the form it is kept
    in.
    """

    sql: str
    places: tuple[tuple[int, _Kept | None], ...]


@lru_cache(maxsize=256)  # an engine has a dialect of its own
def _prepared(table: Table, columns: tuple[str, ...], dialect: Dialect, *, new: bool = False) -> _Prepared:
    if dialect.name != "sqlite":
        places = tuple((at, _kept(table.c[name], dialect)) for at, name in enumerate(columns))
        return _Prepared(copying.statement(table, columns, dialect), places)
    statement = sqlite.insert(table).on_conflict_do_nothing() if new else sa.insert(table)
    compiled = statement.inline().compile(dialect=dialect, column_keys=columns)
    order = compiled.positiontup or ()
    return _Prepared(str(compiled), tuple((columns.index(name), _kept(table.c[name], dialect)) for name in order))


def _kept(column: sa.Column[Any], dialect: Dialect) -> _Kept | None:
    return column.type.dialect_impl(dialect).bind_processor(dialect)
