"""What is there for each receiver in the order of commit, and what each was given.

Invariants: numbers and moments of offers rise strictly in the order in which transactions commit, however many write:
whoever gives them out holds the one row of the sequencer until it commits. What is offered no more loses its place, and
gets one behind all others where it is offered again: so whoever reads on from where they were misses nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import (
    answers,
    articles,
    judgements,
    news,
    offers,
    receipts,
    received,
    report_versions,
    runs,
    sequencer,
    served,
    stories,
    unrelated,
)
from reportedly.ledger.upserts import insert, insert_new
from reportedly.records import Offer, Served

_NAME: Final = "offers"
_TICK: Final = timedelta(microseconds=1)
Version = tuple[str, datetime]
"""An object's id and the moment of a version of it."""


class Ground(NamedTuple):
    """Numbers that differ after anything changed: of what was decided and how stories are told; of what was filed."""

    decided: tuple[object, ...]
    filed: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """Versions offered to receivers under pacts, and the log of what was served."""

    _database: Database

    def last(self) -> int:
        """The last number that was given out."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sequencer.c.seq).where(sequencer.c.name == _NAME)) or 0

    def put(self, pact: str, receiver: str, versions: Iterable[Version], now: datetime, *, since: int) -> int:
        """Offer a receiver these versions under a pact, and no others; how many were not offered before.

        ``since`` is the last number before anybody looked what may be offered: what others offered meanwhile stays.
        """
        with self._database.writing() as connection:
            seq, added = _taken(connection, now)
            known = _offered(connection, pact, receiver)
            wanted = dict.fromkeys(versions)
            new = [version for version in wanted if version not in known]
            _drop(connection, [own for version, own in known.items() if version not in wanted and own <= since])
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

    def ground(self) -> Ground:
        """What all that may be offered hangs on."""
        told = sa.func.count(stories.c.id), sa.func.sum(stories.c.articles), sa.func.sum(stories.c.independent_sources)
        newest = (sa.func.max(table.c.seq) for table in (articles, news, runs, unrelated))
        several = (sa.func.count(table.c.id) for table in (receipts, answers))
        decided = [sa.func.max(judgements.c.seq), *told]
        filed = [*newest, sa.func.max(runs.c.ended), *several]
        parts = [sa.select(one).scalar_subquery() for one in (*decided, *filed)]
        with self._database.looking() as connection:
            row = tuple(connection.execute(sa.select(*parts)).one())
        return Ground(row[: len(decided)], row[len(decided) :])

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

    def served_versions(self, pact: str, ids: Iterable[str]) -> dict[str, dict[str, set[datetime]]]:
        """By object, and by whom it was ever given to under a pact, the moments of the versions that went."""
        query = sa.select(served.c.id, served.c.receiver, served.c.modified).where(served.c.pact == pact).distinct()
        found: dict[str, dict[str, set[datetime]]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                for row in connection.execute(query.where(served.c.id.in_(batch))):
                    found.setdefault(row.id, {}).setdefault(row.receiver, set()).add(row.modified)
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


def _offered(connection: Connection, pact: str, receiver: str) -> dict[Version, int]:
    query = sa.select(offers.c.id, offers.c.modified, offers.c.seq)
    rows = connection.execute(query.where(offers.c.pact == pact, offers.c.receiver == receiver))
    return {(row.id, row.modified): row.seq for row in rows}


def _drop(connection: Connection, numbers: Iterable[int]) -> None:
    for some in batches.of(numbers, batches.IDS):
        connection.execute(sa.delete(offers).where(offers.c.seq.in_(some)))


def _with_bodies() -> sa.Select[Any]:
    """Offers with the bytes of what is offered: of this desk's own, or of another's that is passed on."""
    own, other = report_versions, received
    body = sa.func.coalesce(own.c.body, other.c.body, "").label("body")
    query = sa.select(offers, body)
    query = query.outerjoin(own, sa.and_(own.c.id == offers.c.id, own.c.modified == offers.c.modified))
    return query.outerjoin(other, sa.and_(other.c.id == offers.c.id, other.c.modified == offers.c.modified))
