"""Other desks and their liaisons, this desk's own, and how each exchange went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from reportedly.errors import NotInLedger
from reportedly.ledger.database import Database
from reportedly.ledger.engine.functions import PlainLower
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.schema import own_liaisons, partners, reached, transfers
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Liaison, Partner, Reached, Transfer
from reportedly.records.partner import Direction

_CHANGING: Final = {"name", "liaisons", "token", "certificate", "address", "secret", "removed"}


@dataclass(frozen=True, slots=True)
class Partners:
    """The desks that reports are exchanged with, by the fingerprints of their keys."""

    _database: Database

    # -- who they are --------------------------------------------------------------------------------------------------

    def put(self, partner: Partner) -> None:
        """File a partner, or what is new of one; its key and the day it was added never change."""
        with self._database.writing() as connection:
            insert_or_update(connection, partners, [row_of(partner)], "desk", _CHANGING)

    def all(self) -> list[Partner]:
        """All that were not removed, by name."""
        query = sa.select(partners).where(partners.c.removed.is_(None))
        with self._database.looking() as connection:
            rows = connection.execute(query.order_by(PlainLower(partners.c.name), partners.c.desk)).mappings()
            return [record_of(Partner, row) for row in rows]

    def get(self, desk: str) -> Partner | None:
        """A partner by its fingerprint, also one that was removed."""
        with self._database.looking() as connection:
            return first(connection, Partner, sa.select(partners).where(partners.c.desk == desk))

    def coming_with(self, token: str) -> Partner | None:
        """Whoever comes in with a token, by its SHA-256; nobody who was removed."""
        query = sa.select(partners).where(partners.c.token == token, partners.c.removed.is_(None))
        with self._database.looking() as connection:
            return first(connection, Partner, query) if token else None

    def named(self, name: str) -> Partner:
        """A partner as a person names it: by its name or the beginning of its fingerprint; raises ``NotInLedger``."""
        asked = name.casefold()
        found = [one for one in self.all() if one.name.casefold() == asked]
        found = found or [one for one in self.all() if asked and one.desk.startswith(asked)]
        if len(found) != 1:
            raise NotInLedger(
                f"{name!r} names {len(found) or 'no'} partner{'s'[: len(found) > 1]}: give a name or the first digits "
                "of a fingerprint, as `reportedly exchange status` shows them"
            )
        return found[0]

    # -- who speaks for this desk --------------------------------------------------------------------------------------

    def own_liaisons(self) -> tuple[Liaison, ...]:
        """Who was named to speak for this desk, by name."""
        with self._database.looking() as connection:
            rows = connection.execute(sa.select(own_liaisons).order_by(own_liaisons.c.name)).mappings()
            return tuple(record_of(Liaison, row) for row in rows)

    def name_liaison(self, liaison: Liaison) -> None:
        """Name somebody to speak for this desk, or say anew how they are reached and until when."""
        with self._database.writing() as connection:
            insert_or_update(connection, own_liaisons, [row_of(liaison)], "name", {"contact", "role", "since", "until"})

    def release_liaison(self, name: str) -> bool:
        """Let somebody speak for this desk no more; whether they did."""
        with self._database.writing() as connection:
            return connection.execute(sa.delete(own_liaisons).where(own_liaisons.c.name == name)).rowcount > 0

    # -- how it goes ---------------------------------------------------------------------------------------------------

    def note(self, transfer: Transfer) -> None:
        """Put down that something was given or taken, or failed."""
        row = row_of(transfer)
        del row["seq"]
        with self._database.writing() as connection:
            connection.execute(sa.insert(transfers).values(row))

    def transfers(self, partner: str | None = None, *, limit: int = 50, idle: bool = True) -> list[Transfer]:
        """The last goings and comings, those with a partner or all, the latest first.

        Without ``idle`` ones only those with which something went or came, or that failed.
        """
        query = sa.select(transfers).order_by(transfers.c.seq.desc()).limit(limit)
        query = query if idle else query.where(sa.or_(transfers.c.many > 0, transfers.c.failed != ""))
        query = query if partner is None else query.where(transfers.c.partner == partner)
        with self._database.looking() as connection:
            return [record_of(Transfer, row) for row in connection.execute(query).mappings()]

    def failing(self, partner: str, direction: Direction) -> Transfer | None:
        """The first failure since giving, or taking, last went well with a partner; None where the last went well."""
        own = transfers.c.partner == partner, transfers.c.direction == direction
        well = sa.select(sa.func.max(transfers.c.seq)).where(*own, transfers.c.failed == "").scalar_subquery()
        query = sa.select(transfers).where(*own, transfers.c.failed != "")
        query = query.where(transfers.c.seq > sa.func.coalesce(well, 0)).order_by(transfers.c.seq).limit(1)
        with self._database.looking() as connection:
            return first(connection, Transfer, query)

    def last(self, partner: str, direction: Direction) -> datetime | None:
        """When something was last given to a partner, or taken, without failing."""
        query = sa.select(sa.func.max(transfers.c.at)).where(
            transfers.c.partner == partner, transfers.c.direction == direction, transfers.c.failed == ""
        )
        with self._database.looking() as connection:
            at: datetime | None = connection.scalar(query)
            return at

    def asked(self, partner: str) -> datetime | None:
        """When a partner's server was last asked, whatever came of it."""
        own = transfers.c.partner == partner, transfers.c.direction == "got", transfers.c.way == "client"
        with self._database.looking() as connection:
            at: datetime | None = connection.scalar(sa.select(sa.func.max(transfers.c.at)).where(*own))
            return at

    # -- how far a partner's server was asked --------------------------------------------------------------------------

    def reached(self, partner: str, collection: str) -> Reached:
        """Where asking a partner's server for a collection is to go on; at its beginning where it never began."""
        own = reached.c.partner == partner, reached.c.collection == collection
        with self._database.looking() as connection:
            found = first(connection, Reached, sa.select(reached).where(*own))
        return found or Reached(partner, collection)

    def reach(self, places: Iterable[Reached]) -> None:
        """Put down how far asking came."""
        rows = [row_of(place) for place in places]
        with self._database.writing() as connection:
            insert_or_update(connection, reached, rows, ("partner", "collection"), {"after", "next"})
