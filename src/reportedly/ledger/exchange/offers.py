"""What is there for each receiver in the order of commit, and what each was given.

Invariant: numbers and moments of offers rise strictly in the order in which transactions commit, however many write:
whoever gives them out holds the one row of the sequencer until it commits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import offers, received, report_versions, sequencer, served
from reportedly.ledger.upserts import insert, insert_new
from reportedly.records import Offer, Served

_NAME: Final = "offers"
_TICK: Final = timedelta(microseconds=1)
Version = tuple[str, datetime]
"""An object's id and the moment of a version of it."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Versions offered to receivers under pacts, and the log of what was served."""

    _database: Database

    def put(self, pact: str, receiver: str, versions: Iterable[Version], now: datetime) -> int:
        """Offer those of these versions that were not offered to a receiver under a pact before; how many that were."""
        with self._database.writing() as connection:
            seq, added = _taken(connection, now)
            known = _offered(connection, pact, receiver)
            new = [version for version in dict.fromkeys(versions) if version not in known]
            own = {"pact": pact, "receiver": receiver}
            rows = [
                {"seq": seq + n, **own, "id": version[0], "modified": version[1], "added": added + n * _TICK}
                for n, version in enumerate(new, 1)
            ]
            insert(connection, offers, rows)
            if rows:
                last = {"seq": rows[-1]["seq"], "added": rows[-1]["added"]}
                connection.execute(sa.update(sequencer).where(sequencer.c.name == _NAME).values(last))
        return len(new)

    def after(
        self,
        pact: str,
        receiver: str,
        *,
        seq: int = 0,
        added: datetime | None = None,
        limit: int = 100,
    ) -> list[Offer]:
        """Offers behind that of a number, and added after a moment, in their order."""
        query = _with_bodies().where(offers.c.pact == pact, offers.c.receiver == receiver, offers.c.seq > seq)
        query = query if added is None else query.where(offers.c.added > added)
        with self._database.looking() as connection:
            rows = connection.execute(query.order_by(offers.c.seq).limit(limit)).mappings()
            return [record_of(Offer, row) for row in rows]

    def of(self, pact: str, receiver: str, ids: Iterable[str]) -> list[Offer]:
        """All offers of these objects to a receiver under a pact, in their order."""
        query = _with_bodies().where(offers.c.pact == pact, offers.c.receiver == receiver).order_by(offers.c.seq)
        found: list[Offer] = []
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                rows = connection.execute(query.where(offers.c.id.in_(batch))).mappings()
                found += [record_of(Offer, row) for row in rows]
        return sorted(found, key=lambda one: one.seq)

    # -- the log of what was served ------------------------------------------------------------------------------------

    def note_served(self, lines: Sequence[Served]) -> None:
        """Put down what a receiver was given; before it goes, so that nothing goes unlogged."""
        rows = [{name: value for name, value in row_of(line).items() if name != "seq"} for line in lines]
        with self._database.writing() as connection:
            insert(connection, served, rows)

    def served(self, receiver: str | None = None, *, limit: int = 100, before: int | None = None) -> list[Served]:
        """The last lines of the log, the latest first."""
        query = sa.select(served).order_by(served.c.seq.desc()).limit(limit)
        query = query if receiver is None else query.where(served.c.receiver == receiver)
        query = query if before is None else query.where(served.c.seq < before)
        with self._database.looking() as connection:
            return [record_of(Served, row) for row in connection.execute(query).mappings()]

    def receivers(self, ids: Iterable[str]) -> dict[str, set[tuple[str, str]]]:
        """By object to whom it was ever given, and under which pact."""
        query = sa.select(served.c.id, served.c.receiver, served.c.pact).distinct()
        found: dict[str, set[tuple[str, str]]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                for row in connection.execute(query.where(served.c.id.in_(batch))):
                    found.setdefault(row.id, set()).add((row.receiver, row.pact))
        return found

    def given(self, pact: str, receiver: str) -> set[Version]:
        """Every version that a receiver was ever given under a pact."""
        query = sa.select(served.c.id, served.c.modified).where(served.c.pact == pact, served.c.receiver == receiver)
        with self._database.looking() as connection:
            return {(row.id, row.modified) for row in connection.execute(query.distinct())}


def _taken(connection: Connection, now: datetime) -> tuple[int, datetime]:
    """The last number and moment given out, with the sequencer held until this transaction ends."""
    insert_new(connection, sequencer, [{"name": _NAME, "seq": 0, "added": now - _TICK}], "name")
    query = sa.select(sequencer.c.seq, sequencer.c.added).where(sequencer.c.name == _NAME).with_for_update()
    last = connection.execute(query).one()
    return last.seq, max(last.added, now - _TICK)


def _offered(connection: Connection, pact: str, receiver: str) -> set[Version]:
    query = sa.select(offers.c.id, offers.c.modified).where(offers.c.pact == pact, offers.c.receiver == receiver)
    return {(row.id, row.modified) for row in connection.execute(query)}


def _with_bodies() -> sa.Select[Any]:
    """Offers with the bytes of what is offered: of this desk's own, or of another's that is passed on."""
    own, other = report_versions, received
    body = sa.func.coalesce(own.c.body, other.c.body, "").label("body")
    query = sa.select(offers, body)
    query = query.outerjoin(own, sa.and_(own.c.id == offers.c.id, own.c.modified == offers.c.modified))
    return query.outerjoin(other, sa.and_(other.c.id == offers.c.id, other.c.modified == offers.c.modified))
