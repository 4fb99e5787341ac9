"""Questions that are asked again and again, put by the database's driver itself.

What a query builder does for each of them takes several times as long as a look-up by an index. So each is compiled
once, with the names of what is given, and only values whose type asks for it are put into another form.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect

from reportedly.ledger.engine import sqlite
from reportedly.ledger.rows import Row

_Form = Callable[[Any], Any]


class Asked:
    """A query with ``bindparam``s: lists are given by ``among``."""

    def __init__(self, query: sa.Select[Any]) -> None:
        self.query = query

    def rows(self, connection: Connection, **given: Any) -> list[Any]:
        """All rows, for these values."""
        prepared = _prepared(self, connection.dialect)
        values = {name: to(given[name]) if to else given[name] for name, to in prepared.given.items()}
        fixed = prepared.fixed | values
        order = prepared.order
        if connection.dialect.name == "sqlite":
            found = sqlite.rows(connection, prepared.sql, tuple([fixed[name] for name in order]))
        else:
            found = [*connection.exec_driver_sql(prepared.sql, fixed)]
        if not found or not prepared.found:
            return found
        by_column: list[Any] = [*zip(*found, strict=True)]
        for at, to in prepared.found:
            by_column[at] = map(to, by_column[at])
        return [*zip(*by_column, strict=True)]

    def named(self, connection: Connection, **given: Any) -> list[Row]:
        """All rows by the names of their columns."""
        names = self.query.selected_columns.keys()
        return [dict(zip(names, row, strict=True)) for row in self.rows(connection, **given)]

    def column(self, connection: Connection, **given: Any) -> list[Any]:
        """The first value of each row."""
        return [row[0] for row in self.rows(connection, **given)]


class _Prepared(NamedTuple):
    """A query as a driver takes it.

    ``order`` has the names of the values where it takes them by place; ``fixed`` those that are always the same, and
    ``given`` and ``found`` what puts others into the form they are kept in, and back.
    """

    sql: str
    order: tuple[str, ...]
    fixed: dict[str, Any]
    given: Mapping[str, _Form | None]
    found: tuple[tuple[int, _Form], ...]


@lru_cache(maxsize=256)  # an engine has a dialect of its own
def _prepared(asked: Asked, dialect: Dialect) -> _Prepared:
    compiled = asked.query.compile(dialect=dialect)
    binds = {compiled.bind_names[one]: one for one in compiled.bind_names}
    kept = {name: one.type.dialect_impl(dialect).bind_processor(dialect) for name, one in binds.items()}
    fixed = {
        name: to(one.value) if (to := kept[name]) else one.value for name, one in binds.items() if not one.required
    }
    given = {name: to for name, to in kept.items() if name not in fixed}
    columns = (one.type.dialect_impl(dialect).result_processor(dialect, None) for one in asked.query.selected_columns)
    found = tuple((at, to) for at, to in enumerate(columns) if to)
    return _Prepared(str(compiled), tuple(compiled.positiontup or ()), fixed, given, found)
