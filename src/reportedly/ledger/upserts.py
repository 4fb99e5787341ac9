"""Rows put in many at once: the one place with INSERT ... ON CONFLICT.

Putting rows in twice changes nothing. SQLite and PostgreSQL spell it alike, but SQLAlchemy keeps it in their dialects;
and where SQLite takes a row at a time, PostgreSQL takes all of them in one statement, in which no key may come twice.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger import tuples
from reportedly.ledger.engine import many
from reportedly.ledger.now import Seconds
from reportedly.ledger.rows import Row


def insert_new(connection: Connection, table: Table, rows: Sequence[Row], *key: str) -> None:
    """Insert the rows whose ``key`` is not there yet; the others are left as they are."""
    _put(connection, table, rows, lambda statement: statement.on_conflict_do_nothing(index_elements=key))


def insert_or_update(
    connection: Connection, table: Table, rows: Sequence[Row], key: str | Sequence[str], changing: set[str]
) -> None:
    """Insert rows; where ``key`` is there already, set the ``changing`` columns to the new values."""
    own = [key] if isinstance(key, str) else [*key]

    def updating(statement: Any) -> Any:
        fresh = {name: statement.excluded[name] for name in changing}
        return statement.on_conflict_do_update(index_elements=own, set_=fresh)

    _put(connection, table, _once(rows, own, lambda _, last: last), updating)


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows with values for the same columns, all at once; none is no statement."""
    if rows:
        columns = tuple(rows[0])
        tuples.insert(connection, table, columns, (tuple(row[name] for name in columns) for row in rows))


def insert_or_add_to(connection: Connection, table: Table, rows: Sequence[Row], key: str, changing: set[str]) -> None:
    """Insert rows; where ``key`` is there already, set those ``changing`` columns that have a value now."""

    def adding(statement: Any) -> Any:
        fresh = {name: sa.func.coalesce(statement.excluded[name], table.c[name]) for name in changing}
        return statement.on_conflict_do_update(index_elements=[key], set_=fresh)

    def added(first: Row, last: Row) -> Row:
        return first | {name: last[name] for name in changing if last[name] is not None}

    _put(connection, table, _once(rows, [key], added), adding)


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


def move_on(connection: Connection, table: Table, own: str, step: float) -> float:
    """Move on by a step when something is free, from then or from now on where that is later; inserts what is new.

    Gives in how many seconds it is free, before it was moved. One statement, made once: it comes with each request.
    """
    moving = _moving(connection.dialect.name, table)
    seconds: float = connection.execute(moving, {"own": own, "step": step}).scalar_one()
    return seconds


@cache
def _moving(dialect: str, table: Table) -> sa.sql.dml.ReturningInsert[Any]:
    free, step, now = table.c.free, sa.bindparam("step", type_=sa.Float()), Seconds()
    row = {"id": sa.bindparam("own"), "free": now + step}
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    moved = sa.case((free > now, free), else_=now) + step
    moving = insert.values(row).on_conflict_do_update(index_elements=[*table.primary_key], set_={"free": moved})
    return moving.returning(free - step - now)


def insert_found(connection: Connection, table: Table, columns: Sequence[str], found: sa.Select[Any]) -> None:
    """Insert the rows that a query finds, with their values for these columns; those there already are left alone.

    ``found`` has a WHERE: SQLite would take ON CONFLICT for a part of its FROM.
    """
    statement = _insert(connection, table).from_select(list(columns), found)
    connection.execute(statement.on_conflict_do_nothing())


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def _put(connection: Connection, table: Table, rows: Sequence[Row], on_conflict: Callable[[Any], Any]) -> None:
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(on_conflict(sqlite.insert(table)), rows)
        return
    columns = tuple(rows[0])
    statement = postgresql.insert(table).from_select(columns, many.rows(table, columns), include_defaults=False)
    values = many.values(columns, [tuple(row[name] for name in columns) for row in rows])
    connection.execute(on_conflict(statement), values)


def _once(rows: Sequence[Row], key: Sequence[str], joined: Callable[[Row, Row], Row]) -> list[Row]:
    """The rows with one for each key: the first of a key, with what the later ones say."""
    each: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        own = tuple(row[name] for name in key)
        each[own] = joined(each[own], row) if own in each else row
    return [*each.values()]
