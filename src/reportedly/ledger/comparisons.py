"""Answers of the comparer, kept so that matching everything anew asks it only what is new."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.schema import comparisons
from reportedly.ledger.upserts import insert
from reportedly.records import Comparison


@dataclass(frozen=True, slots=True)
class Comparisons:
    """Answers by the ids of their questions."""

    _database: Database

    def all(self, comparer: str) -> dict[str, Comparison]:
        """Every answer that this comparer gave."""
        query = sa.select(comparisons.c.id, comparisons.c.answer).where(comparisons.c.comparer == comparer)
        with self._database.looking() as connection:
            return {row.id: row.answer for row in connection.execute(query)}

    def replace(self, comparer: str, answers: Mapping[str, Comparison]) -> None:
        """Let the ledger hold these answers and no others."""
        held = sa.select(comparisons.c.id, comparisons.c.comparer)
        with self._database.writing() as connection:
            kept = {row.id for row in connection.execute(held) if row.comparer == comparer and row.id in answers}
            gone = [id_ for id_ in connection.scalars(sa.select(comparisons.c.id)) if id_ not in kept]
            for batch in batches.of_ids(gone):
                connection.execute(sa.delete(comparisons).where(comparisons.c.id.in_(batch)))
            fresh = [(id_, answer) for id_, answer in answers.items() if id_ not in kept]
            insert(connection, comparisons, [{"id": id_, "comparer": comparer, "answer": one} for id_, one in fresh])
