"""The audit log: rows that are only added, but for refused tries, which anybody can cause and which are forgotten."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import audit
from reportedly.records import AuditLine

REFUSED_KEPT: Final = timedelta(days=90)
"""Long enough to see who tried; whatever was done is kept for good."""


@dataclass(frozen=True, slots=True)
class Audit:
    """Who did what, when, and from where."""

    _database: Database

    def put(self, line: AuditLine) -> None:
        """Add a line; a refused try makes those of long ago forgotten."""
        row = row_of(line)
        del row["seq"]
        past = sa.delete(audit).where(audit.c.what == "refused", audit.c.at < line.at - REFUSED_KEPT)
        with self._database.writing() as connection:
            connection.execute(sa.insert(audit).values(row))
            if line.what == "refused":
                connection.execute(past)

    def last(self, most: int = 100, *, before: int | None = None) -> list[AuditLine]:
        """The last lines, the latest first; only those filed ``before`` the one of that number."""
        query = sa.select(audit).order_by(audit.c.seq.desc()).limit(most)
        query = query if before is None else query.where(audit.c.seq < before)
        with self._database.looking() as connection:
            return [record_of(AuditLine, row) for row in connection.execute(query).mappings()]
