"""Pacts with other desks: filed as drafted, signed by one after the other, ended; never changed and never deleted."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import NotInLedger
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import pact_signatures, pacts
from reportedly.ledger.upserts import insert_new
from reportedly.records import Pact, PactSignature, PactStanding


@dataclass(frozen=True, slots=True)
class Pacts:
    """The pacts that this desk has before it, the first filed first."""

    _database: Database

    def file(self, pact: Pact, at: datetime) -> None:
        """File a pact; one that is there stays as it is."""
        row = {"id": pact.id, "pact": pact, "filed": at, "ended": None, "ended_by": "", "ended_why": ""}
        with self._database.writing() as connection:
            insert_new(connection, pacts, [row], "id")

    def sign(self, pact: str, signature: PactSignature) -> None:
        """File a party's signature; the first of each party counts."""
        with self._database.writing() as connection:
            insert_new(connection, pact_signatures, [{"pact": pact, **row_of(signature)}], "pact", "desk")

    def end(self, pact: str, at: datetime, by: str, why: str) -> None:
        """Let a pact hold no longer than until a moment; where it was ended before, the earlier moment counts."""
        earlier = sa.or_(pacts.c.ended.is_(None), pacts.c.ended > at)
        with self._database.writing() as connection:
            changed = sa.update(pacts).where(pacts.c.id == pact, earlier)
            connection.execute(changed.values(ended=at, ended_by=by, ended_why=why))

    def get(self, pact: str) -> PactStanding | None:
        """A pact by its id."""
        with self._database.looking() as connection:
            return next(iter(_standing(connection, pacts.c.id == pact)), None)

    def named(self, name: str) -> PactStanding:
        """A pact as a person names it: by its title or the beginning of its id; raises ``NotInLedger``."""
        every = self.all()
        found = [one for one in every if name in {one.pact.id, one.pact.title}]
        found = found or [one for one in every if name and one.pact.id.startswith(name)]
        if len(found) != 1:
            raise NotInLedger(
                f"{name!r} names {len(found) or 'no'} pact{'s'[: len(found) > 1]}: `reportedly exchange status` "
                "lists them"
            )
        return found[0]

    def all(self) -> list[PactStanding]:
        """All pacts."""
        with self._database.looking() as connection:
            return _standing(connection, sa.true())

    def between(self, desk: str, other: str, at: datetime) -> list[PactStanding]:
        """The pacts that bind both desks at a moment."""
        return [one for one in self.all() if one.holds(at) and one.pact.party(desk) and one.pact.party(other)]


def _standing(connection: Connection, which: sa.ColumnElement[bool]) -> list[PactStanding]:
    rows = connection.execute(sa.select(pacts).where(which).order_by(pacts.c.filed, pacts.c.id)).mappings().all()
    signed = defaultdict[str, list[PactSignature]](list)
    own = pact_signatures.c
    query = sa.select(pact_signatures).where(own.pact.in_([row["id"] for row in rows])).order_by(own.at, own.desk)
    for row in connection.execute(query).mappings():
        signed[row["pact"]].append(record_of(PactSignature, row))
    return [
        PactStanding(row["pact"], tuple(signed[row["id"]]), row["ended"], row["ended_by"], row["ended_why"])
        for row in rows
    ]
