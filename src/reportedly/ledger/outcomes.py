"""Outcomes: how attempts ended. None is ever taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import due, schema, spellings
from reportedly.ledger.database import Database
from reportedly.ledger.rows import Row, record_of, row_of
from reportedly.ledger.upserts import insert_new
from reportedly.records import FetchState, Outcome, content_id, page_id

_FAILED: Final[tuple[FetchState, ...]] = ("failed", "blocked")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How attempts to fetch a page or to use a capture ended."""

    _database: Database

    def put(self, outcome: Outcome, capture: str | None = None) -> None:
        """Add how an attempt ended; with ``capture`` one to use that, which is no reason to fetch its page again."""
        with self._database.writing() as connection:
            add(connection, outcome, capture)

    def put_all(self, outcomes: Iterable[Outcome]) -> None:
        """Add how attempts ended, all in one transaction."""
        given = [(outcome, None) for outcome in outcomes]
        if given:
            with self._database.writing() as connection:
                add_all(connection, given)

    def count_of(self, capture: str) -> int:
        """How many attempts to use a capture are told of."""
        table, page = schema.outcomes, sa.select(schema.captures.c.page).where(schema.captures.c.id == capture)
        at_page = table.c.page == page.scalar_subquery()  # an index leads there
        query = sa.select(sa.func.count()).select_from(table).where(at_page, table.c.capture == capture)
        with self._database.looking() as connection:
            return connection.scalar(query) or 0

    def last(self, limit: int = 50) -> list[Outcome]:
        """How the last attempts ended, last first."""
        table = schema.outcomes
        query = sa.select(table).order_by(table.c.at.desc(), table.c.seq.desc()).limit(limit)
        with self._database.looking() as connection:
            return [record_of(Outcome, row) for row in connection.execute(query).mappings()]

    def gone_since(self, at: datetime, limit: int) -> list[Outcome]:
        """Pages with articles that were found gone since a moment and had not been before, last first."""
        table, before = schema.outcomes, schema.outcomes.alias("before")
        gone = table.c.state == "gone", table.c.at > at
        known = sa.exists().where(schema.articles.c.page == table.c.page)
        again = sa.exists().where(before.c.page == table.c.page, before.c.state == "gone", before.c.at < table.c.at)
        query = sa.select(table).where(*gone, known, ~again).order_by(table.c.at.desc(), table.c.seq.desc())
        with self._database.looking() as connection:
            return [record_of(Outcome, row) for row in connection.execute(query.limit(limit)).mappings()]

    def failures(self, limit: int = 10) -> list[Outcome]:
        """The last attempts that failed, last first: what could not be had or used."""
        table = schema.outcomes
        query = sa.select(table).where(table.c.state.in_(_FAILED))
        query = query.order_by(table.c.at.desc(), table.c.seq.desc()).limit(limit)
        with self._database.looking() as connection:
            return [record_of(Outcome, row) for row in connection.execute(query).mappings()]


def add(connection: Connection, outcome: Outcome, capture: str | None = None) -> str:
    """The id of the row that says how an attempt ended, added where it is not there; see ``Outcomes.put``."""
    return add_all(connection, [(outcome, capture)])[0]


def add_all(connection: Connection, given: Iterable[tuple[Outcome, str | None]]) -> list[str]:
    """The ids of the rows that say how attempts ended, each with the capture that it was to use; see ``add``."""
    rows = [_row(outcome, capture) for outcome, capture in given]
    insert_new(connection, schema.outcomes, rows, "id")
    due.touch(connection, (row["url"] for row in rows if row["capture"] is None))
    spellings.note(connection, (row["url"] for row in rows))
    return [row["id"] for row in rows]


def _row(outcome: Outcome, capture: str | None) -> Row:
    own = content_id("o", outcome.url, outcome.at.isoformat(), outcome.state, outcome.message, capture or "")
    return {**row_of(outcome), "id": own, "page": page_id(outcome.url), "capture": capture}
