"""What other desks reported: versions with their origin, by which ways each came, and what was answered.

Invariants: a version keeps its bytes; one that comes again changes nothing. An object that was withdrawn once stays so,
whatever comes under its id afterwards. Nothing is deleted but by a person, once the pact is over that says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import answers, receipts, received
from reportedly.ledger.upserts import insert_new
from reportedly.records import Answer, Receipt, Received

_own: Final = received.c


class Taken(NamedTuple):
    """What taking came to: versions that are new here, those there already, and those that differ from what is here."""

    new: tuple[Received, ...]
    known: int
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReceivedReports:
    """The reports of other desks."""

    _database: Database

    def take(self, given: Sequence[Received]) -> Taken:
        """File what came, and that it came; what is there under the same id and moment with other bytes is refused."""
        once = {(one.id, one.modified): one for one in given}
        with self._database.writing() as connection:
            held = _bodies(connection, {own for own, _ in once})
            new = [one for key, one in once.items() if key not in held]
            differing = tuple(sorted(one.id for key, one in once.items() if held.get(key, one.body) != one.body))
            good = [one for one in once.values() if one.id not in differing]
            insert_new(connection, received, [row_of(one) for one in new], "id", "modified")
            rows = [row_of(Receipt(one.id, one.modified, one.sender, one.pact, one.at)) for one in good]
            insert_new(connection, receipts, rows, "id", "modified", "sender", "pact")
        return Taken(tuple(new), len(once) - len(new) - len(differing), differing)

    def current(
        self, kind: str | None = None, about: Iterable[str] | None = None, *, ids: Iterable[str] | None = None
    ) -> list[Received]:
        """The newest version of each object, told as withdrawn where any version of it is.

        Of a kind, about these things alone, or of these ids alone.
        """
        query = sa.select(received).order_by(_own.id, _own.modified)
        query = query if kind is None else query.where(_own.kind == kind)
        column, wanted = (_own.about, about) if ids is None else (_own.id, ids)
        with self._database.looking() as connection:
            if wanted is None:
                rows = list(connection.execute(query).mappings())
            else:
                some = (connection.execute(query.where(column.in_(batch))) for batch in batches.of_ids(wanted))
                rows = [row for found in some for row in found.mappings()]
        return _newest(record_of(Received, row) for row in rows)

    def get(self, object_id: str) -> list[Received]:
        """All versions of an object, the first first."""
        query = sa.select(received).where(_own.id == object_id).order_by(_own.modified)
        with self._database.looking() as connection:
            return [record_of(Received, row) for row in connection.execute(query).mappings()]

    def receipts(self, ids: Iterable[str]) -> dict[str, list[Receipt]]:
        """By object from whom and under which pacts it came."""
        found: dict[str, list[Receipt]] = {}
        query = sa.select(receipts).order_by(receipts.c.at, receipts.c.sender)
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                for row in connection.execute(query.where(receipts.c.id.in_(batch))).mappings():
                    found.setdefault(row["id"], []).append(record_of(Receipt, row))
        return found

    def count(self, pact: str, sender: str) -> int:
        """How many reports a partner gave under a pact."""
        own = receipts.c.pact == pact, receipts.c.sender == sender, receipts.c.id.startswith("report--")
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.count(sa.distinct(receipts.c.id))).where(*own)) or 0

    def delete(self, pact: str) -> int:
        """Delete all versions that came under a pact and under no other; of how many objects.

        That something was withdrawn stays, so that no old file brings it back.
        """
        with self._database.writing() as connection:
            mine = _keys(connection, receipts.c.pact == pact)
            connection.execute(sa.delete(receipts).where(receipts.c.pact == pact))
            gone = mine - _keys(connection, sa.true())
            for some in batches.of(sorted(gone), batches.IDS // 2):
                here = sa.tuple_(_own.id, _own.modified).in_(some)
                connection.execute(sa.delete(received).where(here, _own.state != "withdrawn"))
        return len({own for own, _ in gone})

    # -- what was answered ---------------------------------------------------------------------------------------------

    def answer(self, given: Iterable[Answer]) -> None:
        """Put down answers: of this desk, or of those that it gave something to."""
        with self._database.writing() as connection:
            insert_new(connection, answers, [row_of(one) for one in given], "id", "modified", "by", "word")

    def answers(self, by: str | None = None) -> list[Answer]:
        """All answers, or those of one desk, the first first."""
        query = sa.select(answers).order_by(answers.c.at, answers.c.id)
        query = query if by is None else query.where(answers.c.by == by)
        with self._database.looking() as connection:
            return [record_of(Answer, row) for row in connection.execute(query).mappings()]

    def last(self, pact: str) -> datetime | None:
        """When something last came under a pact."""
        query = sa.select(sa.func.max(receipts.c.at)).where(receipts.c.pact == pact)
        with self._database.looking() as connection:
            at: datetime | None = connection.scalar(query)
            return at


def _keys(connection: Connection, which: sa.ColumnElement[bool]) -> set[tuple[str, datetime]]:
    rows = connection.execute(sa.select(receipts.c.id, receipts.c.modified).where(which))
    return {(row.id, row.modified) for row in rows}


def _bodies(connection: Connection, ids: Iterable[str]) -> dict[tuple[str, datetime], str]:
    found: dict[tuple[str, datetime], str] = {}
    for batch in batches.of_ids(ids):
        query = sa.select(_own.id, _own.modified, _own.body).where(_own.id.in_(batch))
        found |= {(row.id, row.modified): row.body for row in connection.execute(query)}
    return found


def _newest(versions: Iterable[Received]) -> list[Received]:
    """The newest of each object, the withdrawn one where there is any; given in the order of their moments."""
    found: dict[str, Received] = {}
    for one in versions:
        before = found.get(one.id)
        if before is None or before.state != "withdrawn":
            found[one.id] = one
    return list(found.values())
