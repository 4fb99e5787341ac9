"""Rows of what is due, taken by one worker: some at a time, each by nobody else.

Invariant: a row is free while no worker that is entered holds it. A worker that is entered loses nothing it holds: who
is gone is taken off in a transaction that writes, so never while something of theirs is being filed (``leases.py``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table

from reportedly.errors import LeaseLost
from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.now import Now
from reportedly.ledger.schema import unextracted, unread, workers

LISTS: Final = (unextracted, unread)
"""The lists whose rows are taken one by one."""


@dataclass
class Holder:
    """Who takes rows: a worker by its id. ``freed`` counts how often it saw that what others held is free again."""

    id: str
    freed: int = 0


def each(database: Database, table: Table, holder: Holder | None, size: int) -> Iterator[Sequence[Row[Any]]]:
    """The rows that are due now, taken in their order, up to ``size`` at once; without a holder only looked at.

    Each claim reads on from where the last one ended: where a long snapshot is open, rows that were struck off stand
    in the way at the head of a list, and are not to be passed over at each claim. Those that came free meanwhile are
    looked for from the head, at the end and when some are known to be.
    """
    if holder is None:
        yield from _looked_at(database, table, size)
        return
    last = _last(database, table)
    behind, freed = -1, holder.freed
    while last is not None:
        found, reached = _claim(database, table, holder, (behind, last), size)
        if found:
            yield found
        if reached is None and behind < 0:
            return
        behind = -1 if reached is None or freed != holder.freed else reached
        freed = holder.freed


def _looked_at(database: Database, table: Table, size: int) -> Iterator[Sequence[Row[Any]]]:
    """The rows of all, as they stand there."""
    behind = -1
    while True:
        query = sa.select(table).where(table.c.seq > behind).order_by(table.c.seq).limit(size)
        with database.looking() as connection:
            rows = connection.execute(query).all()
        if rows:
            yield rows
            behind = rows[-1].seq
        if len(rows) < size:
            return


def _last(database: Database, table: Table) -> int | None:
    with database.looking() as connection:
        return connection.scalar(sa.select(sa.func.max(table.c.seq)))


def _claim(
    database: Database, table: Table, holder: Holder, part: tuple[int, int], size: int
) -> tuple[Sequence[Row[Any]], int | None]:
    """Rows taken of a part of a list, and how far it was looked through; None where that was to its end."""
    own, (behind, last) = table.c, part
    free = sa.select(own.seq).where(own.seq > behind, own.seq <= last, is_free(table))
    free = free.order_by(own.seq).limit(size).with_for_update(skip_locked=True)
    with database.leasing() as connection:
        check(connection, holder)
        seqs = list(connection.scalars(free))
        taking = sa.update(table).where(own.seq.in_(seqs)).values(holder=holder.id).returning(*own)
        if "page" in own:
            taking = taking.where(~_comes_later(table, holder, seqs))
        rows = sorted(connection.execute(taking), key=lambda row: int(row.seq)) if seqs else []
    return rows, seqs[-1] if len(seqs) == size else None


def _comes_later(table: Table, holder: Holder, taken: Sequence[int]) -> sa.ColumnElement[bool]:
    """Whether another row of the same page comes before one and is neither this worker's nor taken with it."""
    other = table.alias("other")
    elsewhere = sa.or_(other.c.holder.is_(None), other.c.holder != holder.id)
    before = sa.and_(other.c.page == table.c.page, other.c.seq < table.c.seq, other.c.seq.not_in(taken), elsewhere)
    return sa.exists().where(before)


def check(connection: Connection, holder: Holder) -> None:
    """Raise ``LeaseLost`` where the worker's lease ran out, or it was taken off."""
    own = sa.select(workers.c.id).where(workers.c.id == holder.id, workers.c.until > Now())
    if connection.scalar(own) is None:
        raise LeaseLost(
            "this process was away for longer than its lease: others may do what it was at, so it filed nothing since; "
            "run it again"
        )


def is_free(table: Table) -> sa.ColumnElement[bool]:
    """Whether no worker that is entered holds a row."""
    return sa.or_(table.c.holder.is_(None), table.c.holder.not_in(sa.select(workers.c.id)))


def hold(connection: Connection, table: Table, key: str, ids: Iterable[str], holder: Holder) -> None:
    """Let the worker hold these rows, those that are free."""
    for batch in batches.of_ids(ids):
        rows = sa.update(table).where(table.c[key].in_(batch), is_free(table))
        connection.execute(rows.values(holder=holder.id))


def held(connection: Connection, table: Table, key: str, ids: Iterable[str], holder: Holder) -> set[str]:
    """Those of these rows that the worker holds."""
    own: set[str] = set()
    for batch in batches.of_ids(ids):
        query = sa.select(table.c[key]).where(table.c[key].in_(batch), table.c.holder == holder.id)
        own.update(connection.scalars(query))
    return own


def let_go(connection: Connection, holder: str) -> None:
    """Let nobody hold what the worker held."""
    for table in LISTS:
        connection.execute(sa.update(table).where(table.c.holder == holder).values(holder=None))
