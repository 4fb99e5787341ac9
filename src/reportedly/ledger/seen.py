"""What each person has seen: one number that all news up to it have, and exceptions from that, story by story.

Nothing here takes anything out of any list: a page asks for the marks of what it shows anyway, by key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import looks, marks
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Mark, MarkedKind, Seen

KEPT: Final = 30
"""Looks of a person that can be undone: a month of mornings."""
_OWN: Final = ("person", "kind", "about")


@dataclass(frozen=True, slots=True)
class SeenNews:
    """The looks and marks of all persons, each asked for by whose they are."""

    _database: Database

    # -- all news up to a number ---------------------------------------------------------------------------------------

    def last(self, person: str) -> Seen | None:
        """What a person said last that they have seen; None where they never did, or took all back."""
        query = sa.select(looks).where(looks.c.person == person).order_by(looks.c.seq.desc()).limit(1)
        with self._database.looking() as connection:
            row = connection.execute(query).mappings().first()
        return Seen(row["at"], row["upto"], row["seq"]) if row else None

    def look(self, person: str, at: datetime, upto: int) -> None:
        """Put down that a person has seen all news up to a number."""
        own = looks.c.person == person
        with self._database.writing() as connection:
            connection.execute(sa.insert(looks).values(person=person, at=at, upto=upto))
            old = sa.select(looks.c.seq).where(own).order_by(looks.c.seq.desc()).offset(KEPT).limit(1)
            if (last := connection.scalar(old)) is not None:
                connection.execute(sa.delete(looks).where(own, looks.c.seq <= last))

    def unlook(self, person: str, number: int) -> bool:
        """Take back the person's last look, where it is that of this number; whether it was."""
        last = sa.select(sa.func.max(looks.c.seq)).where(looks.c.person == person).scalar_subquery()
        with self._database.writing() as connection:
            own = looks.c.person == person, looks.c.seq == number, looks.c.seq == last
            return connection.execute(sa.delete(looks).where(*own)).rowcount > 0

    # -- one by one ----------------------------------------------------------------------------------------------------

    def marks(self, person: str, kind: MarkedKind, ids: Iterable[str]) -> dict[str, Mark]:
        """By id the marks of these things, those that have any."""
        found: dict[str, Mark] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                own = marks.c.person == person, marks.c.kind == kind, marks.c.about.in_(batch)
                rows = connection.execute(sa.select(marks).where(*own)).mappings()
                found |= {row["about"]: record_of(Mark, row) for row in rows}
        return found

    def read(self, person: str, kind: MarkedKind, about: str, *, upto: int | None) -> None:
        """Mark a thing read as far as its news ``upto``; unread where that is None."""
        self._mark(person, kind, about, read=upto is not None, upto=upto)

    def star(self, person: str, kind: MarkedKind, about: str, at: datetime | None) -> None:
        """Star a thing at a moment, or take its star away."""
        self._mark(person, kind, about, starred=at)

    def starred(self, person: str, *, limit: int, offset: int = 0) -> list[Mark]:
        """What a person starred, last first."""
        query = sa.select(marks).where(marks.c.person == person, marks.c.starred.is_not(None))
        query = query.order_by(marks.c.starred.desc(), marks.c.kind, marks.c.about).limit(limit).offset(offset)
        with self._database.looking() as connection:
            return [record_of(Mark, row) for row in connection.execute(query).mappings()]

    def _mark(self, person: str, kind: MarkedKind, about: str, **said: bool | int | datetime | None) -> None:
        row = {"person": person, "kind": kind, "about": about, **said}
        with self._database.writing() as connection:
            insert_or_update(connection, marks, [row], _OWN, set(said))
