"""Runs: when each stage was at work, how long, and how much came of it. Those of the last month are kept.

They are put down also by a worker whose lease ran out: they say what it did, not what it found.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import runs
from reportedly.records import Run, Stage

KEPT: Final = timedelta(days=30)
"""A desk that looks every quarter of an hour has some 3,000 runs of a stage in that time."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of each stage, a row when it begins, filled in when it ends."""

    _database: Database

    def begin(self, stage: Stage, at: datetime) -> int:
        """Put down that a stage begins, and forget its runs of long ago; gives the number that ``end`` asks for."""
        past = sa.delete(runs).where(runs.c.stage == stage, runs.c.started < at - KEPT)
        row = {"stage": stage, "started": at, "done": 0, "failed": 0}
        with self._database.leasing() as connection:
            connection.execute(past)
            number: int = connection.execute(sa.insert(runs).values(row).returning(runs.c.seq)).scalar_one()
        return number

    def end(self, number: int, at: datetime, done: int, failed: int) -> None:
        """Put down when a run ended, how many it worked on, and how many of these failed."""
        ended = sa.update(runs).where(runs.c.seq == number).values(ended=at, done=done, failed=failed)
        with self._database.leasing() as connection:
            connection.execute(ended)

    def last(self, stage: Stage, most: int = 50) -> list[Run]:
        """The last runs of a stage, the latest first."""
        query = sa.select(runs).where(runs.c.stage == stage).order_by(runs.c.seq.desc()).limit(most)
        with self._database.looking() as connection:
            return [record_of(Run, row) for row in connection.execute(query).mappings()]
