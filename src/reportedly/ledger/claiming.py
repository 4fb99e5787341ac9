"""Rows of what is due, taken by one worker: some at a time, each by nobody else.

Invariant: a row is free while no worker that is entered holds it. A worker that is entered loses nothing it holds: who
is gone is taken off in a transaction that writes, so never while something of theirs is being filed (``leases.py``).
"""

import math
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table

from reportedly.errors import LeaseLost
from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.now import Now
from reportedly.ledger.schema import articles, captures, unextracted, unread, workers
from reportedly.ledger.schema.shapes import Big

LISTS: Final = (unextracted, unread)
"""The lists whose rows are taken one by one."""


SWEEP: Final = 10.0
"""Seconds between two looks from the head of a list. Where a snapshot was open for ten minutes, at 120 articles a
second, such a look passes over 72,000 rows that were struck off; a claim that reads on over none."""


@dataclass
class Place:
    """How far a worker has looked through a list: up to the row ``behind``; when it began at the head, last."""

    behind: int = -1
    began: float = -math.inf
    freed: int = 0

    def is_old(self, holder: "Holder") -> bool:
        """Whether there may be rows behind it that came free, or were put down again, since it began at the head."""
        return self.freed != holder.freed or time.monotonic() - self.began >= SWEEP

    def begin(self, holder: "Holder") -> None:
        """Be at the head."""
        self.behind, self.began, self.freed = -1, time.monotonic(), holder.freed


@dataclass
class Holder:
    """Who takes rows: a worker by its id. ``freed`` counts how often it saw that what others held is free again."""

    id: str
    freed: int = 0
    places: defaultdict[str, Place] = field(default_factory=lambda: defaultdict(Place))


def each(database: Database, table: Table, holder: Holder | None, size: int) -> Iterator[Sequence[Row[Any]]]:
    """The rows that are due now, taken in their order, up to ``size`` at once; without a holder only looked at.

    Each claim reads on from where the worker's last one ended, also in another round: where a long snapshot is open,
    rows that were struck off stand in the way at the head of a list, and are not to be passed over at each claim. What
    came free meanwhile is looked for from the head again and again.
    """
    if holder is None:
        yield from _looked_at(database, table, size)
        return
    place, last, came = holder.places[table.name], _last(database, table), False
    if place.is_old(holder):
        place.begin(holder)
    while True:
        found, reached = _claim(database, table, holder, (place.behind, last), size)
        place.behind = last if reached is None else reached
        if found:
            came = True
            yield found
        if place.freed != holder.freed or (reached is None and came and place.is_old(holder)):
            place.begin(holder)
            came = False
        elif reached is None:
            return


def any_free(database: Database, holder: Holder) -> bool:
    """Whether a row waits that nobody took, as far as the worker would look now."""
    return any(_first_free(database, table, holder) is not None for table in LISTS)


def _first_free(database: Database, table: Table, holder: Holder) -> int | None:
    place = holder.places[table.name]
    old = place.is_old(holder)
    asked = {"behind": -1 if old else place.behind, "last": _last(database, table), "size": 1}
    with database.looking() as connection:
        first: int | None = connection.scalar(_free(table), asked)
    if old and first is None:
        place.began, place.freed = time.monotonic(), holder.freed
    return first


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


def _last(database: Database, table: Table) -> int:
    """The last number there is: of what is never struck off, for the end of a list may be as full of dead rows."""
    with database.looking() as connection:
        return connection.scalar(sa.select(sa.func.max(_OF[table.name]))) or 0


_OF: Final = {unextracted.name: captures.c.seq, unread.name: articles.c.seq}


def _claim(
    database: Database, table: Table, holder: Holder, part: tuple[int, int], size: int
) -> tuple[Sequence[Row[Any]], int | None]:
    """Rows taken of a part of a list, and how far it was looked through; None where that was to its end."""
    asked = {"behind": part[0], "last": part[1], "size": size, "who": holder.id}
    with database.leasing() as connection:
        found = sorted(connection.execute(_taking(table, connection.dialect.name), asked), key=lambda row: int(row.seq))
        if len(found) == size:
            return found, found[-1].seq
        check(connection, holder)
        held_up: list[int] = [
            *connection.scalars(_free(table), asked)
        ]  # by others that hold the same pages, or file them
    if found and held_up:
        return found, found[-1].seq
    return found, held_up[-1] if len(held_up) == size else None


@cache
def _free(table: Table) -> sa.Select[Any]:
    """The first free rows of a part of a list."""
    seq, behind, last = table.c.seq, sa.bindparam("behind", type_=Big), sa.bindparam("last", type_=Big)
    query = sa.select(seq).where(seq > behind, seq <= last, is_free(table))
    return query.order_by(seq).limit(sa.bindparam("size", type_=sa.Integer()))


@cache
def _taking(table: Table, dialect: str) -> sa.sql.dml.ReturningUpdate[Any]:
    """Takes them, for a worker whose lease lasts: one statement, whatever others do meanwhile.

    Of a page only those of which each earlier one is taken, too, or its own already. PostgreSQL is kept from joining
    what is free with the whole list, which may hold a hundred thousand rows that were struck off: it is given the
    numbers as an array, and asked for other captures of a page one by one.
    """
    who = sa.bindparam("who", type_=sa.String())
    lasts = sa.exists().where(workers.c.id == who, workers.c.until > Now())
    free = _free(table).where(lasts).with_for_update(skip_locked=True, of=table).cte("free")
    seqs = sa.select(free.c.seq)
    among = sa.any_(sa.func.array(seqs.scalar_subquery())) if dialect == "postgresql" else None
    taking = sa.update(table).where(table.c.seq.in_(seqs) if among is None else table.c.seq == among)
    if "page" in table.c:
        other = table.alias("other")
        elsewhere = sa.or_(other.c.holder.is_(None), other.c.holder != who)
        # "+ 0", or all that come before may be gone through for each row, where the list was last looked at when empty.
        before = sa.and_(other.c.page == table.c.page, other.c.seq + 0 < table.c.seq, elsewhere)
        first = sa.select(other.c.seq).where(before, other.c.seq.not_in(seqs)).correlate(table).limit(1)
        taking = taking.where(first.scalar_subquery().is_(None))
    return taking.values(holder=who).returning(*table.c)


def check(connection: Connection, holder: Holder) -> None:
    """Raise ``LeaseLost`` where the worker's lease ran out, or it was taken off."""
    if connection.scalar(_LASTS, {"who": holder.id}) is None:
        raise LeaseLost(
            "this process was away for longer than its lease: others may do what it was at, so it filed nothing since; "
            "run it again"
        )


_LASTS: Final = sa.select(workers.c.id).where(workers.c.id == sa.bindparam("who"), workers.c.until > Now())


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
