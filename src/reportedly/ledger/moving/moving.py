"""A whole ledger moved from one database to another, and whether it came whole.

Invariant: the ledger it is taken from is only read, and nobody else writes in it meanwhile; the one it goes to is
marked as half (``reached``) from before the first row until all was compared and found equal. Stopped anywhere, the
same move goes on where the last piece was filed.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import URL, Connection
from sqlalchemy.exc import IntegrityError, OperationalError

from reportedly.errors import UsageError
from reportedly.ledger import migrations
from reportedly.ledger.database import Database, connect, shown
from reportedly.ledger.leases import Gone, Leases, nobody
from reportedly.ledger.moving import bare, comparing, copying, numbers, reached, words
from reportedly.ledger.moving.comparing import Compared
from reportedly.ledger.moving.reached import Begun
from reportedly.ledger.schema import turns

Told = Callable[[str, int, int | None], None]
"""Told what is under way, how much of it is done, and of how much (None: not known)."""


def move(source: str, target: str, told: Told, *, anew: bool = False, gone: Gone = nobody) -> list[Compared]:
    """Move the ledger at one address to another, and compare them part by part.

    Where all parts are the same the target is a whole ledger; else it stays marked as half. With ``anew`` the half that
    came before is thrown away first. A worker that is ``gone`` works on it no more, though its lease goes on. Raises
    ``UsageError`` where there is no ledger to move, where somebody works on it, or where the target has one of its own.
    """
    if _place(source) == _place(target):
        raise UsageError(f"{shown(source)} cannot move to where it is: name another database")
    with _opened(source) as given, _made(target) as taken, _held(given, shown(source)) as connection:
        _refuse_workers(given, gone, shown(source))
        _begin(taken, Begun(shown(source), numbers.given_next(connection)), shown(target), anew=anew)
        try:
            _copy(connection, taken, told)
        except IntegrityError as error:
            raise UsageError(
                f"{shown(target)} was written by another program while the ledger moved there ({error.orig}): see that "
                "no other `reportedly ledger move` runs, then begin again with --anew"
            ) from error
        compared = _compare(connection, taken, told)
        if all(each.same for each in compared):
            with taken.writing() as last:
                reached.end(last)
                _look_through(last)
        return compared


def _copy(source: Connection, target: Database, told: Told) -> None:
    rows = sum(source.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in bare.tables())
    counted = _Counter(partial(told, "rows"), rows)
    for table in bare.tables():
        copying.copy(table, source, target, counted)
    words.make(target, _Counter(partial(told, "words of articles"), words.found(source)))
    with target.writing() as connection:
        numbers.give_next(connection, numbers.given_next(source))


def _compare(source: Connection, target: Database, told: Told) -> list[Compared]:
    counted = _Counter(partial(told, "rows compared"), None)
    with target.looking() as connection:
        next_ones = numbers.as_kept(connection, numbers.given_next(source)), numbers.given_next(connection)
        compared = []
        for table in bare.tables():
            held = (comparing.rows_of(each, table, counted) for each in (source, connection))
            compared.append(Compared(str(table.name), *held).numbered(*(each.get(table.name) for each in next_ones)))
        indexes = (words.held(each, counted) for each in (source, connection))
        return [*compared, Compared(words.INDEX, *indexes)]


def _look_through(connection: Connection) -> None:
    """Let PostgreSQL know what it holds before it is asked."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE")


class _Counter:
    """Counts what is done, and tells."""

    def __init__(self, told: Callable[[int, int | None], None], of: int | None) -> None:
        self._told, self._of, self._done = told, of, 0

    def __call__(self, more: int) -> None:
        self._done += more
        self._told(self._done, self._of)


def _place(url: str) -> URL | Path:
    at = sa.make_url(url)
    return Path(at.database or "").resolve() if at.get_backend_name() == "sqlite" else at


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    """The ledger that moves: whole, and brought up to date as whenever it is opened."""
    at = sa.make_url(url)
    if at.get_backend_name() == "sqlite" and not Path(at.database or "").is_file():
        raise UsageError(f"there is no ledger at {shown(url)} to move")
    with _connected(url) as database:
        if migrations.step(database) is None:
            raise UsageError(f"there is no ledger at {shown(url)} to move")
        migrations.bring_up_to_date(database)
        reached.refuse_half(database, shown(url))
        yield database


@contextmanager
def _made(url: str) -> Iterator[Database]:
    """The database that a ledger goes to, with all tables."""
    with _connected(url) as database:
        if migrations.step(database) not in {None, migrations.HEAD}:
            raise _own(shown(url))
        migrations.bring_up_to_date(database)
        yield database


@contextmanager
def _connected(url: str) -> Iterator[Database]:
    database = connect(url)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _held(source: Database, named: str) -> Iterator[Connection]:
    """The ledger as it is, while nobody else may write in it."""
    with ExitStack() as leaving:
        try:
            connection = leaving.enter_context(source.writing())
        except OperationalError as error:
            raise UsageError(f"{named} is written by another program ({error.orig}): stop it, then move") from error
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")  # it waits for the other
        yield connection


def _refuse_workers(source: Database, gone: Gone, named: str) -> None:
    """Raise ``UsageError`` where somebody is at work on the ledger; nobody can begin to while it is held."""
    for worker in Leases(source).workers():
        if not gone(worker):
            raise UsageError(
                f"process {worker.process} on {worker.host} is at work on {named}: let it end or stop it, then move"
            )


def _begin(target: Database, what: Begun, named: str, *, anew: bool) -> None:
    """Mark the target as half, unless it is half of the same ledger. Raises ``UsageError`` where it is another's."""
    with target.altering() as connection:
        half = reached.begun(connection)
        if half is None and _has_rows(connection):
            raise _own(named)
        if half is None or anew:
            _empty(connection)
            reached.begin(connection, what)
        elif half.source != what.source:
            raise UsageError(f"{named} holds half of the ledger {half.source}: move that, or begin anew with --anew")
        elif half.numbers != what.numbers:
            raise UsageError(f"{what.source} was worked on since half of it moved to {named}: begin anew with --anew")


def _own(named: str) -> UsageError:
    return UsageError(f"{named} has a ledger of its own, which stays as it is: name a database that is empty")


def _has_rows(connection: Connection) -> bool:
    """Whether it is more than a ledger just made, whose list of turns says that all are taken."""
    filled = (table for table in bare.tables() if table.name != turns.name)
    return any(connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() for table in filled)


def _empty(connection: Connection) -> None:
    words.drop_all(connection)
    for table in reversed(bare.tables()):
        connection.execute(sa.delete(table))
    reached.end(connection)
