"""The number that a table's next row gets.

SQLite gives the one after the highest there is; only where a table says so it also remembers what was given and is
gone. PostgreSQL always remembers.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.ledger.schema import metadata


def numbered() -> list[Table]:
    """The tables whose rows the database numbers."""
    return [table for table in metadata.sorted_tables if table.autoincrement_column is not None]


def given_next(connection: Connection) -> dict[str, int]:
    """The number that the next row of each table gets."""
    return {table.name: _next(connection, table) for table in numbered()}


def give_next(connection: Connection, numbers: dict[str, int]) -> None:
    """Go on from these numbers, as far as the database remembers any."""
    for table in numbered():
        if connection.dialect.name == "postgresql":
            asked = {"name": _sequence(connection, table), "next": numbers[table.name]}
            connection.execute(sa.text("SELECT setval(CAST(:name AS regclass), :next, false)"), asked)
        elif _remembers(table):
            last = {"name": table.name, "last": numbers[table.name] - 1}
            connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), last)
            connection.execute(sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), last)


def as_kept(connection: Connection, numbers: dict[str, int]) -> dict[str, int]:
    """These numbers as this database can keep them: SQLite forgets most that were given and are gone."""
    if connection.dialect.name != "sqlite":
        return numbers
    return {
        table.name: numbers[table.name] if _remembers(table) else _highest(connection, table) + 1
        for table in numbered()
    }


def _next(connection: Connection, table: Table) -> int:
    if connection.dialect.name == "postgresql":
        last = connection.execute(sa.text(f"SELECT last_value, is_called FROM {_sequence(connection, table)}")).one()  # noqa: S608  the database's own word
        return int(last.last_value) + bool(last.is_called)
    query = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    given: Any = connection.scalar(query, {"name": table.name}) if _remembers(table) else 0
    return max(given or 0, _highest(connection, table)) + 1


def _highest(connection: Connection, table: Table) -> int:
    return connection.scalar(sa.select(sa.func.max(table.autoincrement_column))) or 0


def _remembers(table: Table) -> bool:
    return bool(table.dialect_options["sqlite"]["autoincrement"])


def _sequence(connection: Connection, table: Table) -> str:
    column = table.autoincrement_column
    asked = {"table": table.name, "column": column.name if column is not None else ""}
    return str(connection.scalar(sa.text("SELECT pg_get_serial_sequence(:table, :column)"), asked))
