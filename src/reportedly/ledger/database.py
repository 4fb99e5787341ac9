"""Opening the database: how it is connected to, and what a transaction means.

Invariant: every connection enforces foreign keys, a transaction that reads sees one state of the database, and one that
writes is the only one that does and knows it from its beginning, so that it never fails half-way for want of a lock.
What is particular to SQLite and to PostgreSQL stands in ``engine/``.
"""

import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError

from reportedly.errors import BadSetting, LedgerLost, ReportedlyError
from reportedly.ledger import keeping
from reportedly.ledger.engine import postgresql, sqlite
from reportedly.ledger.engine.options import WRITES


class Database:
    """One database, as the ledger's parts share it. May be used from many threads at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._fences = threading.local()
        self.is_sqlite = engine.dialect.name == "sqlite"
        if self.is_sqlite:
            self._for_looking = engine
            self._for_writing = self._for_leasing = engine.execution_options(**{WRITES: True})
            self._for_altering = self._for_writing
        else:
            one_state: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            self._for_looking = engine.execution_options(**one_state)
            self._for_writing = engine.execution_options(**{WRITES: postgresql.ALONE})
            self._for_leasing = engine.execution_options(**{WRITES: postgresql.BESIDE})
            self._for_altering = engine.execution_options(**{WRITES: postgresql.ALTERING})

    def looking(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads: it sees one state of the database, and waits for no writer."""
        return self._for_looking.connect()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, committed when it is left and undone by an exception. One waits for another."""
        with self._for_writing.begin() as connection:
            self._pass_fence(connection)
            yield connection

    def leasing(self) -> AbstractContextManager[Connection]:
        """A short transaction that writes beside the one that files: for what is leased, beaten and paced.

        On PostgreSQL it waits for no writer but for rows that another holds; SQLite has one writer at a time.
        """
        return self._for_leasing.begin()

    @contextmanager
    def fenced(self, check: Callable[[Connection], None]) -> Iterator[None]:
        """Let each transaction by which this thread writes begin with ``check``, which raises where it must not."""
        before, self._fences.check = getattr(self._fences, "check", None), check
        try:
            yield
        finally:
            self._fences.check = before

    def _pass_fence(self, connection: Connection) -> None:
        if check := getattr(self._fences, "check", None):
            check(connection)

    def end_who_hangs(self, connection: Connection) -> None:
        """Let a writer that stopped in the middle hold nobody up; asked by whoever is at work, from time to time."""
        if not self.is_sqlite:
            postgresql.end_who_hangs(connection)

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """A transaction that writes and may make tables anew that others point at: references are not looked after."""
        with self._for_altering.connect() as connection:
            if self.is_sqlite:
                sqlite.look_after_references(connection, "OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                if self.is_sqlite:
                    sqlite.look_after_references(connection, "ON")

    def compact(self) -> None:
        """Give the room of what was deleted back to the disk; until then it is only free for what comes.

        The whole is written anew beside the old: by SQLite at once, by PostgreSQL table by table, so that others wait
        for one table at a time. Raises ``ReportedlyError`` where there is no room for that, or another program holds
        the ledger.
        """
        if not self.is_sqlite:
            postgresql.compact(self._engine)
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
        """Close all connections; who asks for another has a mistake, for nobody would close that."""
        self._engine.dispose()
        event.listen(self._engine, "do_connect", _refuse)


def _refuse(*_: Any) -> None:
    raise RuntimeError("this ledger was closed: ask while it is open")


def connect(url: str) -> Database:
    """The database at ``url``; raises ``BadSetting`` where there is none to be had, or none that can keep a ledger."""
    try:
        return Database(_looked_at(_engine(url)))
    except (ArgumentError, ValueError, ImportError, DBAPIError, LedgerLost) as error:
        cause = error.__cause__ if isinstance(error, LedgerLost) else getattr(error, "orig", None)
        raise BadSetting(
            f"the ledger {shown(url)!r} cannot be opened: {cause or error}; see docs/settings.md for `ledger`"
        ) from error


def _looked_at(engine: Engine) -> Engine:
    """The same, where it answers and can keep a ledger; else it is closed again."""
    event.listen(engine, "before_cursor_execute", _keepable, retval=True)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                postgresql.check(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def shown(url: str) -> str:
    """The address of a database as it may be printed: without its password."""
    try:
        return postgresql.shown(sa.make_url(url))
    except (ArgumentError, ValueError):
        return re.sub(r"(//[^/@]*?:)[^/]*@", r"\1***@", url)


def _engine(url: str) -> Engine:
    at = sa.make_url(url)
    if at.drivername in postgresql.NAMES:
        return postgresql.engine(at)
    if at.get_backend_name() == "sqlite":
        return sqlite.engine(at)
    raise ArgumentError("a ledger is kept in a file of SQLite or in PostgreSQL")


def _keepable(
    _connection: Any,
    _cursor: Any,
    statement: str,
    parameters: Any,
    _context: Any,
    _executemany: bool,  # noqa: FBT001
) -> tuple[str, Any]:
    return statement, keeping.values(parameters)
