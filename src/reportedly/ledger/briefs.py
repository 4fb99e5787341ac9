"""Briefs: drafts with every version that was saved, and what was issued from them.

Invariant: a saved version and an issued edition are never changed or deleted. A number is given once, in the
transaction that issues it, and is one more than any before; a version follows the one that its writer had seen, or is
not saved.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.database import Database
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.schema import draft_versions, drafts, issues, withdrawals
from reportedly.ledger.upserts import insert, insert_new
from reportedly.records import Dispatch, Draft, DraftLine, DraftVersion, IssueLine, VersionLine, Withdrawal, content_id


@dataclass(frozen=True, slots=True)
class Briefs:
    """Drafts by their ids, issued briefs by their numbers."""

    _database: Database

    # -- drafts --------------------------------------------------------------------------------------------------------

    def open(self, contents: Draft, who: str, at: datetime) -> DraftVersion:
        """Begin a draft; its first version is given. No two have one id, for none is ever deleted."""
        with self._database.writing() as connection:
            before = connection.scalar(sa.select(sa.func.count()).select_from(drafts))
            own = content_id("d", who, at.isoformat(), before)
            version = DraftVersion(own, 1, who, at, "drafted", contents)
            insert(connection, drafts, [row_of(DraftLine(own, contents.title, who, 1, who, at, issued=None))])
            insert(connection, draft_versions, [row_of(version)])
            return version

    def save(self, version: DraftVersion) -> bool:
        """Save a version after the one before it; False, and nothing is saved, where another was saved meanwhile."""
        with self._database.writing() as connection:
            line = _line(connection, version.draft)
            if line is None or line.versions != version.n - 1:
                return False
            insert(connection, draft_versions, [row_of(version)])
            now = {
                "title": version.contents.title,
                "versions": version.n,
                "saved_by": version.who,
                "saved": version.at,
            }
            connection.execute(sa.update(drafts).where(drafts.c.id == version.draft).values(now))
            return True

    def draft(self, draft: str) -> DraftLine | None:
        """A draft's line, by its id."""
        with self._database.looking() as connection:
            return _line(connection, draft)

    def version(self, draft: str, n: int | None = None) -> DraftVersion | None:
        """A version of a draft by its number, the last one without."""
        table = draft_versions
        query = sa.select(table).where(table.c.draft == draft).order_by(table.c.n.desc()).limit(1)
        with self._database.looking() as connection:
            return first(connection, DraftVersion, query if n is None else query.where(table.c.n == n))

    def versions(self, draft: str, limit: int = 50) -> list[VersionLine]:
        """The versions of a draft, the last one first."""
        table = draft_versions
        columns = (table.c.n, table.c.who, table.c.at, table.c.what)
        query = sa.select(*columns).where(table.c.draft == draft).order_by(table.c.n.desc()).limit(limit)
        with self._database.looking() as connection:
            return [record_of(VersionLine, row) for row in connection.execute(query).mappings()]

    def drafts(self, *, limit: int = 50, offset: int = 0) -> list[DraftLine]:
        """Drafts, the one saved last first."""
        order = drafts.c.saved.desc(), drafts.c.seq.desc()
        query = sa.select(drafts).order_by(*order).limit(limit).offset(offset)
        with self._database.looking() as connection:
            return [record_of(DraftLine, row) for row in connection.execute(query).mappings()]

    # -- issued --------------------------------------------------------------------------------------------------------

    def issue(self, draft: str, made: Callable[[int, int], Dispatch]) -> Dispatch:
        """File what is ``made`` from a draft with its number and edition; what ``made`` raises, and nothing is filed.

        A draft that was issued before keeps its number, and this is the next edition.
        """
        with self._database.writing() as connection:
            line = _line(connection, draft)
            number = (line.issued if line else None) or _highest(connection) + 1
            edition = connection.scalar(sa.select(sa.func.max(issues.c.edition)).where(issues.c.number == number)) or 0
            issued = made(number, edition + 1)
            names = [column.name for column in issues.columns if column.name != "contents"]
            insert(connection, issues, [{name: getattr(issued, name) for name in names} | {"contents": issued}])
            connection.execute(sa.update(drafts).where(drafts.c.id == draft).values(issued=number))
            return issued

    def issued(self, number: int, edition: int | None = None) -> Dispatch | None:
        """An edition of an issued brief, the last one without a number of its own."""
        query = sa.select(issues.c.contents).where(issues.c.number == number).order_by(issues.c.edition.desc())
        query = query if edition is None else query.where(issues.c.edition == edition)
        with self._database.looking() as connection:
            return connection.scalar(query.limit(1))

    def editions(self, number: int) -> list[IssueLine]:
        """The editions of an issued brief, the first one first."""
        with self._database.looking() as connection:
            return _issues(connection, _lines().where(issues.c.number == number).order_by(issues.c.edition))

    def issues(self, *, limit: int = 50, offset: int = 0) -> list[IssueLine]:
        """Issued briefs by their last editions, the highest number first."""
        later = issues.alias()
        overtaken = sa.exists().where(later.c.number == issues.c.number, later.c.edition > issues.c.edition)
        query = _lines().where(~overtaken).order_by(issues.c.number.desc()).limit(limit).offset(offset)
        with self._database.looking() as connection:
            return _issues(connection, query)

    def withdraw(self, withdrawal: Withdrawal) -> Withdrawal:
        """Withdraw an issued brief for good; what stands is given: where it was withdrawn before, that withdrawal."""
        with self._database.writing() as connection:
            insert_new(connection, withdrawals, [row_of(withdrawal)], "number")
            return _withdrawals(connection, [withdrawal.number])[withdrawal.number]

    def withdrawn(self, *numbers: int) -> dict[int, Withdrawal]:
        """The withdrawals of those of these briefs that were withdrawn."""
        with self._database.looking() as connection:
            return _withdrawals(connection, numbers)


def _line(connection: Connection, draft: str) -> DraftLine | None:
    return first(connection, DraftLine, sa.select(drafts).where(drafts.c.id == draft))


def _highest(connection: Connection) -> int:
    return connection.scalar(sa.select(sa.func.max(issues.c.number))) or 0


def _lines() -> sa.Select[tuple[object, ...]]:
    return sa.select(*(issues.c[name] for name in IssueLine.__struct_fields__))


def _issues(connection: Connection, query: sa.Select[tuple[object, ...]]) -> list[IssueLine]:
    return [record_of(IssueLine, row) for row in connection.execute(query).mappings()]


def _withdrawals(connection: Connection, numbers: Sequence[int]) -> dict[int, Withdrawal]:
    rows = connection.execute(sa.select(withdrawals).where(withdrawals.c.number.in_(numbers))).mappings()
    return {row["number"]: record_of(Withdrawal, row) for row in rows}
