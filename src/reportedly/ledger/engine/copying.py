"""Rows copied into a table of PostgreSQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Table
from sqlalchemy.exc import DBAPIError

from reportedly.ledger import keeping
from reportedly.ledger.engine import postgresql


def statement(table: Table, columns: Sequence[str], dialect: Dialect) -> str:
    """What begins it."""
    quoted = dialect.identifier_preparer.quote
    return f"COPY {quoted(table.name)} ({', '.join(map(quoted, columns))}) FROM STDIN"


def copy(connection: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Copy rows in; their values are as the driver takes them. Raises what a statement raises."""
    import psycopg  # noqa: PLC0415 - an extra; only where a ledger is on PostgreSQL

    raw: Any = connection.connection.driver_connection
    try:
        with raw.cursor() as cursor, cursor.copy(sql) as copied:
            for row in keeping.values(rows):
                copied.write_row(row)
    except psycopg.Error as error:
        postgresql.raise_lost(error, gone=raw.closed)
        raise DBAPIError.instance(sql, None, error, psycopg.Error, dialect=connection.dialect) from error
