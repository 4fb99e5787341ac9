"""Opening the database: how it is connected to, and what a transaction means.

Invariant: every connection enforces foreign keys, and a writing transaction takes the write lock when it begins, so
that it never fails half-way for want of it. SQLite runs in WAL mode: the web desk reads while the pipeline writes.
With ``synchronous=NORMAL`` a killed process loses nothing that was committed; a power cut may lose the last commits
whole, never parts of them, and the archive, which is synced page by page, brings the captures back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError

from reportedly.errors import BadSetting, ReportedlyError
from reportedly.ledger import keeping

WAIT = 30_000
"""Milliseconds that a connection waits for another's write to end."""

_WRITES = "reportedly_writes"
_PRAGMAS = (
    "foreign_keys=ON",
    f"busy_timeout={WAIT}",
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "wal_autocheckpoint=4000",  # pages; a reading is some tens of them
    "cache_size=-32000",  # KiB a connection
)


class Database:
    """One database, as the ledger's parts share it. May be used from many threads at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._for_writing = engine.execution_options(**{_WRITES: True})

    def looking(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads: it sees one state of the database, and waits for no writer."""
        return self._engine.connect()

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that writes, committed when it is left and undone by an exception. One waits for another."""
        return self._for_writing.begin()

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """A transaction that writes and may make tables anew that others point at: references are not looked after."""
        with self._for_writing.connect() as connection:
            _look_after_references(connection, "OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                _look_after_references(connection, "ON")

    def compact(self) -> None:
        """Give the room of what was deleted back to the disk; until then it is only free for what comes.

        SQLite writes its whole file anew beside the old one. Raises ``ReportedlyError`` where there is no room for
        that, or another program holds the ledger.
        """
        if self._engine.dialect.name != "sqlite":
            return
        raw = self._engine.raw_connection()
        try:
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise ReportedlyError(
                f"the ledger cannot be made smaller now ({error}): for a while that takes as much room again, and no "
                "other program may write; nothing is lost, and `reportedly ledger compact` tries again"
            ) from error
        finally:
            raw.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def connect(url: str) -> Database:
    """The database at ``url``; raises ``BadSetting`` where there is none to be had."""
    try:
        engine = sa.create_engine(url)
        _prepare(engine)
        with engine.connect():
            return Database(engine)
    except (ArgumentError, ImportError, DBAPIError) as error:
        why = getattr(error, "orig", None) or error
        raise BadSetting(f"the ledger {url!r} cannot be opened: {why}; see docs/settings.md for `ledger`") from error


def _prepare(engine: Engine) -> None:
    event.listen(engine, "before_cursor_execute", _keepable, retval=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)


def _keepable(
    _connection: Any,
    _cursor: Any,
    statement: str,
    parameters: Any,
    _context: Any,
    _executemany: bool,  # noqa: FBT001
) -> tuple[str, Any]:
    return statement, keeping.values(parameters)


def _set_up(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # the driver would begin late and leave schema changes outside the transaction
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _look_after_references(connection: Connection, state: str) -> None:
    """SQLite only listens to this outside a transaction."""
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute(f"PRAGMA foreign_keys={state}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
