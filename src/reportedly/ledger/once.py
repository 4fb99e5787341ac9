"""Statements over many rows at once: the one place with INSERT ... ON CONFLICT, and with a limit to ids in a statement.

Putting rows in twice changes nothing. SQLite and PostgreSQL spell it alike, but SQLAlchemy keeps it in their dialects.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Row = dict[str, Any]
CHUNK = 500
"""Ids in one statement."""


def chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """Distinct ids in the order given, as many at a time as one statement takes."""
    distinct = list(dict.fromkeys(ids))
    for start in range(0, len(distinct), CHUNK):
        yield distinct[start : start + CHUNK]


def insert_new(connection: Connection, table: Table, rows: Sequence[Row], key: str) -> None:
    """Insert the rows whose ``key`` is not there yet; the others are left as they are."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(index_elements=[key]), rows)


def insert_or_update(connection: Connection, table: Table, rows: Sequence[Row], key: str, changing: set[str]) -> None:
    """Insert rows; where ``key`` is there already, set the ``changing`` columns to the new values."""
    if rows:
        statement = _insert(connection, table)
        fresh = {name: statement.excluded[name] for name in changing}
        connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=fresh), rows)


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, all at once; none is no statement."""
    if rows:
        connection.execute(sa.insert(table), rows)


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
