"""SQLite in WAL mode: the web desk reads while the pipeline writes.

With ``synchronous=NORMAL`` a killed process loses nothing that was committed; a power cut may lose the last commits
whole, never parts of them, and the archive, which is synced page by page, brings the captures back.
"""

import sqlite3
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from reportedly.ledger import keeping
from reportedly.ledger.engine.options import WRITES

WAIT: Final = 30_000
"""Milliseconds that a connection waits for another's write to end."""

_PRAGMAS: Final = (
    "foreign_keys=ON",
    f"busy_timeout={WAIT}",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "wal_autocheckpoint=4000",  # pages; a reading is some tens of them
    "cache_size=-32000",  # KiB a connection
)


def engine(url: URL) -> Engine:
    """The file at ``url``, which is made where it is missing."""
    made = sa.create_engine(url)
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def look_after_references(connection: Connection, state: str) -> None:
    """Turn foreign keys ``ON`` or ``OFF``; SQLite only listens to this outside a transaction."""
    connection.connection.cursor().execute(f"PRAGMA foreign_keys={state}")


def rows(connection: Connection, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """What a query finds, from the driver itself; raises what a statement raises."""
    if not connection.in_transaction():
        connection.begin()
    raw: Any = connection.connection.driver_connection
    try:
        found: list[tuple[Any, ...]] = raw.execute(sql, keeping.values(values)).fetchall()
    except sqlite3.Error as error:
        raise DBAPIError.instance(sql, values, error, sqlite3.Error, dialect=connection.dialect) from error
    return found


def _set_up(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # the driver would begin late and leave schema changes outside the transaction
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
