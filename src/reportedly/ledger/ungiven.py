"""Whose rows in the event tables and the calendar are to be gone through again.

Invariant: a page or an expectation is put down in the transaction that changes what its rows follow from, and struck
off in the one that brings them up to date. So nothing that was given out goes without being told.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.schema import articles, ungiven
from reportedly.ledger.upserts import insert_found, insert_new

List = Literal["events", "expectations"]
"""``events`` are put down by their page, ``expectations`` by themselves."""

_COLUMNS: Final = ("list", "id")


def mark_pages(connection: Connection, pages: Iterable[str]) -> None:
    """Let the events of these pages be gone through again, given by their ids."""
    _mark(connection, "events", pages)


def mark_articles(connection: Connection, ids: Iterable[str]) -> None:
    """The same of the pages of these articles."""
    for some in batches.of_ids(ids):
        pages = sa.select(sa.literal("events"), articles.c.page).where(articles.c.id.in_(some)).distinct()
        insert_found(connection, ungiven, _COLUMNS, pages)


def mark_followup(connection: Connection, followup: str) -> None:
    """Let an expectation be gone through again."""
    _mark(connection, "expectations", [followup])


def _mark(connection: Connection, which: List, ids: Iterable[str]) -> None:
    insert_new(connection, ungiven, [{"list": which, "id": own} for own in dict.fromkeys(ids)], *_COLUMNS)


def some(connection: Connection, which: List, size: int) -> list[str]:
    """So many ids of those put down."""
    query = sa.select(ungiven.c.id).where(ungiven.c.list == which).order_by(ungiven.c.id).limit(size)
    return [*connection.scalars(query)]


def strike(connection: Connection, which: List, ids: Sequence[str]) -> None:
    """Take these off."""
    for batch in batches.of_ids(ids):
        connection.execute(sa.delete(ungiven).where(ungiven.c.list == which, ungiven.c.id.in_(batch)))


def count(connection: Connection) -> int:
    """How many wait."""
    return connection.scalar(sa.select(sa.func.count()).select_from(ungiven)) or 0
