"""Rows that are given out, each with its revision; what goes stays as a deletion, so that it can be told.

Invariant: each edition differs from the one before by exactly the rows that have its number: those that came, changed
or went in it. So the rows of an edition, less what went since, with what came since in its place, are those of now.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping, Table

from reportedly.ledger import batches, ungiven
from reportedly.ledger import followups as expectations
from reportedly.ledger.database import Database
from reportedly.ledger.given import event_rows
from reportedly.ledger.given.event_rows import Shown
from reportedly.ledger.rows import Row, record_of
from reportedly.ledger.schema import given_events, given_expectations
from reportedly.ledger.upserts import insert
from reportedly.records import EventRow, GivenEvent, GivenExpectation, Record
from reportedly.records.given import Gone

R = TypeVar("R", bound=Record)

AT_ONCE: Final = 200
"""Pages or expectations brought up to date in one transaction: some hundredths of a second."""
SLICE: Final = 1_000
"""Rows in memory at a time."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is given out of events and expectations."""

    _database: Database

    def waiting(self) -> int:
        """How many pages and expectations are to be gone through again."""
        with self._database.looking() as connection:
            return ungiven.count(connection)

    def edition(self) -> int:
        """The number of the last edition; 0 before the first."""
        with self._database.looking() as connection:
            return _edition(connection)

    def bring_up_to_date(self, now: datetime) -> int:
        """Let what is given out be what the ledger holds now; gives how many rows came, changed or went."""
        changed = 0
        for step in (_events, _expectations):
            while (many := self._step(step, now)) is not None:
                changed += many
        return changed

    def _step(self, step: Callable[[Connection, datetime], int | None], now: datetime) -> int | None:
        with self._database.writing() as connection:
            return step(connection, now)

    def events_of(self, articles: Iterable[str]) -> dict[str, dict[str, EventRow]]:
        """By article all its events by their ids, as they would be given out; also those without a root."""
        with self._database.looking() as connection:
            return event_rows.every(connection, articles)

    def events(self, *, after: int = 0, gone: bool = False) -> Iterator[GivenEvent]:
        """Rows of the event tables, or with ``gone`` those that are in them no more; ``after`` an edition."""
        return self._rows(GivenEvent, given_events, after=after, gone=gone)

    def expectations(self, *, after: int = 0, gone: bool | None = False) -> Iterator[GivenExpectation]:
        """The same of expectations; both with ``gone`` None."""
        return self._rows(GivenExpectation, given_expectations, after=after, gone=gone)

    def _rows(self, record: type[R], table: Table, *, after: int, gone: bool | None) -> Iterator[R]:
        """All by id, so that each is met once; or what came after an edition up to the one of now, in order.

        What changes while they are walked over comes with the next edition.
        """
        query = sa.select(table)
        if gone is not None:
            query = query.where(table.c.gone.is_not(None) if gone else table.c.gone.is_(None))
        order: list[Any] = [table.c.id]
        if after:
            query = query.where(table.c.edition > after, table.c.edition <= self.edition())
            order = [table.c.edition, table.c.id]
        return (record_of(record, row) for row in batches.of_rows(self._database, query, order, SLICE))


def _edition(connection: Connection) -> int:
    last = (connection.scalar(sa.select(sa.func.max(t.c.edition))) for t in (given_events, given_expectations))
    return max(number or 0 for number in last)


def _events(connection: Connection, now: datetime) -> int | None:
    """Bring the events of some pages up to date; None where none waits."""
    pages = ungiven.some(connection, "events", AT_ONCE)
    if not pages:
        return None
    shown = event_rows.shown(connection, pages)
    found = event_rows.of_articles(connection, (one.article for one in shown.values() if not one.aside))
    own = {article.article: page for page, article in shown.items()}
    fresh = {row_id: (row, own[article]) for article, rows in found.items() for row_id, row in rows.items()}
    held: dict[str, RowMapping] = {}
    for some in batches.of_ids(pages):
        query = sa.select(given_events).where(given_events.c.page.in_(some))
        held |= {row["id"]: row for row in connection.execute(query).mappings()}
    came = {row_id: {"row": row, "page": page} for row_id, (row, page) in fresh.items()}
    left = {row_id: row for row_id, row in held.items() if row_id not in fresh and row["gone"] is None}
    filed = event_rows.filed(connection, {row["row"].article for row in left.values()})
    went = {own: _why(own, row["row"], shown.get(row["page"]), filed) for own, row in left.items()}
    ungiven.strike(connection, "events", pages)
    return _put(connection, given_events, held, came, went, now)


def _why(own: str, row: EventRow, shown: Shown | None, filed: Collection[str]) -> Gone:
    if shown is None or row.article != shown.article:
        return "edited"
    return "set aside" if shown.aside else "withdrawn" if own in filed else "read anew"


def _expectations(connection: Connection, now: datetime) -> int | None:
    """Bring some expectations up to date; None where none waits."""
    ids = ungiven.some(connection, "expectations", AT_ONCE)
    if not ids:
        return None
    found = {followup.id: {"row": followup} for followup in expectations.by_id(connection, ids)}
    query = sa.select(given_expectations).where(given_expectations.c.id.in_(ids))
    held = {row["id"]: row for row in connection.execute(query).mappings()}
    went: dict[str, Gone] = {own: "expected no more" for own in held if own not in found}
    ungiven.strike(connection, "expectations", ids)
    return _put(connection, given_expectations, held, found, went, now)


def _put(  # noqa: PLR0913, PLR0917  what is held, what came and what went
    connection: Connection,
    table: Table,
    held: Mapping[str, RowMapping],
    came: Mapping[str, Row],
    went: Mapping[str, Gone],
    now: datetime,
) -> int:
    """File what differs as the next edition; gives how many rows that are."""
    new = [own for own in came if own not in held]
    changed = [own for own in came if own in held and (held[own]["gone"] or held[own]["row"] != came[own]["row"])]
    gone = [own for own in went if not held[own]["gone"]]
    if not (new or changed or gone):
        return 0
    edition = {"edition": _edition(connection) + 1, "at": now}
    insert(connection, table, [{"id": own, "revision": 1, "gone": None, **edition, **came[own]} for own in new])
    again = ((own, {"gone": None, **came[own]}) for own in changed)
    for own, values in chain(again, ((own, {"gone": went[own]}) for own in gone)):
        revision = held[own]["revision"] + 1
        connection.execute(sa.update(table).where(table.c.id == own).values(revision=revision, **edition, **values))
    return len(new) + len(changed) + len(gone)
