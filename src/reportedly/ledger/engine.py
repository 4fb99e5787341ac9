"""Opening the database: how it is connected to, and what a transaction means.

Invariant: every connection enforces foreign keys, and a writing transaction takes the write lock when it begins, so
that it never fails half-way for want of it. SQLite runs in WAL mode: the web desk reads while the pipeline writes.
With ``synchronous=NORMAL`` a killed process loses nothing that was committed; a power cut may lose the last commits
whole, never parts of them, and the archive, which is synced page by page, brings the captures back.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError

from reportedly.errors import BadSetting

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


def connect(url: str) -> Engine:
    """An engine for ``url``; raises ``BadSetting`` where there is no such database to be had."""
    try:
        engine = sa.create_engine(url)
        _prepare(engine)
        with engine.connect():
            return engine
    except (ArgumentError, ImportError, DBAPIError) as error:
        why = getattr(error, "orig", None) or error
        raise BadSetting(f"the ledger {url!r} cannot be opened: {why}; see docs/settings.md for `ledger`") from error


def writing(engine: Engine) -> Engine:
    """The same database for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def _prepare(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)


def _set_up(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # the driver would begin late and leave schema changes outside the transaction
    cursor = raw.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
