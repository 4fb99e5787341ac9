"""Who is at work on the ledger, and what each of them holds: leases that run out where nobody renews them.

Invariants, by the clock of the database:

- A worker whose lease ran out files nothing: each of its transactions that write asks first (``guarded``).
- Who is gone is taken off in a transaction that writes, and of those there is one at a time. So nobody takes over what
  another is just filing, and a worker that is entered holds what it took.
- Workers of different readers are never entered at the same time.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from secrets import token_hex
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from reportedly.errors import LedgerLost, OtherReader
from reportedly.ledger import batches, claiming
from reportedly.ledger.claiming import LISTS, Holder
from reportedly.ledger.database import Database
from reportedly.ledger.now import Now
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import host_paces, leases, workers
from reportedly.ledger.upserts import insert_or_take
from reportedly.records import Record

LEASE: Final = timedelta(seconds=60)
_OLD: Final = timedelta(hours=1)  # since a host could be asked again: its pace says nothing any more


class Program(Record, frozen=True):
    """A process that may be a worker: the machine and number it has there, when it ``began``, and its ``reader``."""

    host: str
    process: int
    began: str
    reader: str


class Worker(Record, frozen=True):
    """A process at work: since ``entered``, last ``seen``, with a lease ``until``; ``done`` jobs were filed by it."""

    id: str
    host: str
    process: int
    began: str
    reader: str
    entered: datetime
    seen: datetime
    until: datetime
    done: int = 0


Gone = Callable[[Worker], bool]
"""Whether a worker is known to be gone, though its lease goes on."""


def nobody(_worker: Worker) -> bool:
    """Nobody is known to be gone."""
    return False


@dataclass(frozen=True, slots=True)
class Leases:
    """The workers at work, and what they hold besides rows of lists: hosts they ask, stages that one does alone."""

    _database: Database

    # -- coming and going ----------------------------------------------------------------------------------------------

    def enter(self, program: Program, lease: timedelta = LEASE, gone: Gone = nobody) -> Holder:
        """Let a process be a worker, until ``lease`` is over or renewed; raises ``OtherReader``."""
        own = Holder(token_hex(8))
        with self._database.writing() as connection:
            now = _now(connection)
            _take_off(connection, _gone(connection, gone))
            _refuse_others(connection, program.reader)
            row = Worker(
                own.id, program.host, program.process, program.began, program.reader, now, now, until=now + lease
            )
            connection.execute(sa.insert(workers).values(row_of(row)))
            connection.execute(sa.delete(host_paces).where(host_paces.c.free < (now - _OLD).timestamp()))
        return own

    def renew(self, holder: Holder, lease: timedelta = LEASE, done: int = 0) -> None:
        """Let a lease run on, unless it ran out; where the database is busy the next time does."""
        with suppress(OperationalError, LedgerLost), self._database.leasing() as connection:
            now = _now(connection)
            own = sa.update(workers).where(workers.c.id == holder.id, workers.c.until > now)
            connection.execute(own.values(seen=now, until=now + lease, done=done))
            self._database.end_who_hangs(connection)

    def take_off(self, holder: Holder, gone: Gone = nobody) -> None:
        """Take workers off that are gone: what they held can be taken, as ``holder`` knows then."""
        with suppress(OperationalError, LedgerLost):
            with self._database.looking() as connection:
                if not _gone(connection, gone):
                    return
            with self._database.writing() as connection:
                _take_off(connection, _gone(connection, gone))
            holder.freed += 1

    def leave(self, holder: Holder) -> None:
        """Be a worker no more: what was held can be taken; where the database is away the lease runs out by itself."""
        with suppress(OperationalError, LedgerLost), self._database.leasing() as connection:
            connection.execute(sa.delete(workers).where(workers.c.id == holder.id))
            connection.execute(sa.delete(leases).where(leases.c.holder == holder.id))
            claiming.let_go(connection, holder.id)

    @contextmanager
    def guarded(self, holder: Holder) -> Iterator[None]:
        """Let all that this thread files be filed only while the worker's lease lasts; else ``LeaseLost`` is raised."""
        with self._database.fenced(partial(claiming.check, holder=holder)):
            yield

    # -- what is held --------------------------------------------------------------------------------------------------

    def take(self, holder: Holder, kind: str, things: Collection[str], *, share: bool = False) -> set[str]:
        """Those of these things that this worker holds now, since nobody else does.

        With ``share`` only so many that each worker could have as many.
        """
        with self._database.leasing() as connection:
            claiming.check(connection, holder)
            some = list(things)
            if share:
                many = connection.scalar(sa.select(sa.func.count()).select_from(workers)) or 1
                most = -(-len(some) // many)
                some = _unheld(connection, holder, kind, some)[:most]
            rows = [{"kind": kind, "thing": thing, "holder": holder.id} for thing in some]
            return insert_or_take(connection, leases, rows, claiming.is_free(leases))

    def is_alone(self, holder: Holder) -> bool:
        """Whether nobody else is entered."""
        others = sa.select(workers.c.id).where(workers.c.id != holder.id).limit(1)
        with self._database.looking() as connection:
            return connection.scalar(others) is None

    def give_back(self, holder: Holder, kind: str, things: Collection[str] = ()) -> None:
        """Hold these things of that kind no more; without any, none of it."""
        own = sa.delete(leases).where(leases.c.kind == kind, leases.c.holder == holder.id)
        with self._database.leasing() as connection:
            connection.execute(own.where(leases.c.thing.in_(things)) if things else own)

    # -- for those who look --------------------------------------------------------------------------------------------

    def workers(self) -> list[Worker]:
        """Those at work whose leases last, the first to come first."""
        query = sa.select(workers).where(workers.c.until > Now()).order_by(workers.c.entered, workers.c.id)
        with self._database.looking() as connection:
            return [record_of(Worker, row) for row in connection.execute(query).mappings()]

    def left(self, holder: Holder) -> bool:
        """Whether a page or an article waits anywhere that nobody took, also where the worker looked before."""
        holder.freed += 1
        return self.any_free(holder)

    def any_free(self, holder: Holder) -> bool:
        """Whether a page or an article waits that nobody took."""
        return claiming.any_free(self._database, holder)

    def backlog(self, most: int) -> int:
        """How many pages and articles wait to be extracted or read; no more than ``most`` of each are counted."""
        with self._database.looking() as connection:
            some = (sa.select(table.c.seq).limit(most).subquery() for table in LISTS)
            return sum(connection.scalar(sa.select(sa.func.count()).select_from(one)) or 0 for one in some)

    def holdings(self) -> dict[str, dict[str, int]]:
        """By worker how many rows of each list, and how many things of each other kind, it holds."""
        told: dict[str, dict[str, int]] = {}
        with self._database.looking() as connection:
            for table in LISTS:
                own = table.c.holder
                query = sa.select(own, sa.func.count()).where(own.is_not(None)).group_by(own)
                for holder, many in connection.execute(query):
                    told.setdefault(holder, {})[table.name] = many
            other = sa.select(leases.c.holder, leases.c.kind, sa.func.count())
            for holder, kind, many in connection.execute(other.group_by(leases.c.holder, leases.c.kind)):
                told.setdefault(holder, {})[kind] = many
        return told


def _gone(connection: Connection, gone: Gone) -> list[str]:
    """The ids of workers whose lease ran out, or who are known to be gone."""
    now = _now(connection)
    known = (record_of(Worker, row) for row in connection.execute(sa.select(workers)).mappings())
    return [worker.id for worker in known if worker.until <= now or gone(worker)]


def _unheld(connection: Connection, holder: Holder, kind: str, things: Iterable[str]) -> list[str]:
    """Those of these things that no other worker holds."""
    others = sa.select(leases.c.thing).where(leases.c.kind == kind, leases.c.holder != holder.id)
    taken = {*connection.scalars(others.where(~claiming.is_free(leases)))}
    return [thing for thing in things if thing not in taken]


def _now(connection: Connection) -> datetime:
    return connection.execute(sa.select(Now())).scalar_one()


def _take_off(connection: Connection, gone: Iterable[str]) -> None:
    for some in batches.of_ids(gone):
        connection.execute(sa.delete(workers).where(workers.c.id.in_(some)))
        connection.execute(sa.delete(leases).where(leases.c.holder.in_(some)))


def _refuse_others(connection: Connection, reader: str) -> None:
    other = connection.execute(sa.select(workers).where(workers.c.reader != reader).limit(1)).mappings().first()
    if other:
        raise OtherReader(
            f"process {other['process']} on {other['host']} is at work with {other['reader']}, and this one has "
            f"{reader}: all that work on a ledger read alike. Install the same version here, or stop the others first"
        )
