"""Rows put in many at once: the one place with INSERT ... ON CONFLICT.

Putting rows in twice changes nothing. SQLite and PostgreSQL spell it alike, but SQLAlchemy keeps it in their dialects.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger import tuples
from reportedly.ledger.rows import Row


def insert_new(connection: Connection, table: Table, rows: Sequence[Row], *key: str) -> None:
    """Insert the rows whose ``key`` is not there yet; the others are left as they are."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(index_elements=key), rows)


def insert_or_update(
    connection: Connection, table: Table, rows: Sequence[Row], key: str | Sequence[str], changing: set[str]
) -> None:
    """Insert rows; where ``key`` is there already, set the ``changing`` columns to the new values."""
    if rows:
        statement = _insert(connection, table)
        fresh = {name: statement.excluded[name] for name in changing}
        connection.execute(
            statement.on_conflict_do_update(index_elements=[key] if isinstance(key, str) else key, set_=fresh), rows
        )


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows with values for the same columns, all at once; none is no statement."""
    if rows:
        columns = tuple(rows[0])
        tuples.insert(connection, table, columns, (tuple(row[name] for name in columns) for row in rows))


def insert_or_add_to(connection: Connection, table: Table, rows: Sequence[Row], key: str, changing: set[str]) -> None:
    """Insert rows; where ``key`` is there already, set those ``changing`` columns that have a value now."""
    if rows:
        statement = _insert(connection, table)
        fresh = {name: sa.func.coalesce(statement.excluded[name], table.c[name]) for name in changing}
        connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=fresh), rows)


def insert_or_take(connection: Connection, table: Table, rows: Sequence[Row], free: sa.ColumnElement[bool]) -> set[str]:
    """Insert rows of what is held; those there already only where they are ``free`` or the same holder's.

    Gives the things that the holder of these rows holds now.
    """
    if not rows:
        return set()
    statement = _insert(connection, table)
    fresh = statement.excluded.holder
    statement = statement.on_conflict_do_update(
        index_elements=[*table.primary_key], set_={"holder": fresh}, where=sa.or_(table.c.holder == fresh, free)
    )
    return {*connection.scalars(statement.returning(table.c.thing), rows)}


def insert_found(connection: Connection, table: Table, columns: Sequence[str], found: sa.Select[Any]) -> None:
    """Insert the rows that a query finds, with their values for these columns; those there already are left alone.

    ``found`` has a WHERE: SQLite would take ON CONFLICT for a part of its FROM.
    """
    statement = _insert(connection, table).from_select(list(columns), found)
    connection.execute(statement.on_conflict_do_nothing())


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
