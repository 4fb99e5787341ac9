"""People's decisions: rows that are only ever added. An undo is a row too, and can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import unrelated
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import announcements, judgements
from reportedly.ledger.upserts import insert_new
from reportedly.records import Judgement


@dataclass(frozen=True, slots=True)
class Judgements:
    """The decisions, in the order in which they were filed."""

    _database: Database

    def put(self, decision: Judgement) -> None:
        """Add a decision; ``ValueError`` where it undoes one that is not there."""
        undone = decision.undoes
        with self._database.writing() as connection:
            held = sa.select(judgements.c.seq).where(judgements.c.id == undone)
            if undone is not None and connection.scalar(held) is None:
                raise ValueError(f"judgement {decision.id} undoes {undone}, which is not in the ledger")
            insert_new(connection, judgements, [row_of(decision)], "id")
            if not decision.is_of_story:
                unrelated.mark(connection, _pages(connection, decision.about))

    def pages(self, followup: str) -> list[str]:
        """The URLs of the pages that what was ever decided about a follow-up concerns."""
        with self._database.looking() as connection:
            return _pages(connection, followup)

    def all(self, *, about: str | None = None) -> list[Judgement]:
        """Every decision ever made, or every one about the thing with the id ``about``."""
        query = sa.select(judgements).order_by(judgements.c.seq)
        with self._database.looking() as connection:
            decisions = [record_of(Judgement, row) for row in connection.execute(query).mappings()]
        return _about(about, decisions)

    def since(self, at: datetime, limit: int) -> list[Judgement]:
        """The decisions made since a moment, last first; undos too."""
        query = sa.select(judgements).where(judgements.c.at > at).order_by(judgements.c.seq.desc()).limit(limit)
        with self._database.looking() as connection:
            return [record_of(Judgement, row) for row in connection.execute(query).mappings()]

    def standing(self, *, about: str | None = None) -> list[Judgement]:
        """The decisions in force, all or those ``about`` a thing."""
        return _about(about, _in_force(self.all()))


def _pages(connection: Connection, followup: str) -> list[str]:
    parted = sa.select(judgements.c.value).where(judgements.c.about == followup, judgements.c.value.is_not(None))
    begun = sa.select(announcements.c.url).where(announcements.c.id == followup)
    return sorted(connection.scalars(sa.union(parted, begun)))


def _about(thing: str | None, decisions: Iterable[Judgement]) -> list[Judgement]:
    return [decision for decision in decisions if thing in (None, decision.about)]


def _in_force(decisions: Iterable[Judgement]) -> list[Judgement]:
    """The decisions, of all in order of filing, that no decision in force undoes and that are no undo themselves.

    A decision can only be undone by a later one, so going back from the last one settles each in turn.
    """
    undone: set[str] = set()
    standing: list[Judgement] = []
    for decision in reversed(list(decisions)):
        if decision.id in undone:
            continue
        if decision.undoes is not None:
            undone.add(decision.undoes)
        else:
            standing.append(decision)
    return standing[::-1]
