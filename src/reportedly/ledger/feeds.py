"""Feeds: what their servers said last, and what they announced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, due, schema
from reportedly.ledger.database import Database
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.upserts import insert_or_add_to, insert_or_update
from reportedly.records import FeedItem, Record, page_id
from reportedly.text import kept


class FeedState(Record, frozen=True):
    """What a feed's server said last, to ask it politely next time. Moments are aware UTC.

    ``failures`` counts those since the last success, ``error`` says what the last was; both stay until the next success
    (``failed_at`` and ``error`` also after it). ``next_at`` is when to ask again, None at once.
    """

    url: str
    etag: str | None
    last_modified: str | None
    polled_at: datetime
    failures: int = 0
    next_at: datetime | None = None
    succeeded_at: datetime | None = None
    failed_at: datetime | None = None
    error: str | None = None

    def due_at(self, poll_every: float) -> datetime:
        """When to ask again; ``poll_every`` in seconds, where nothing else was said."""
        return self.next_at or self.polled_at + timedelta(seconds=poll_every)


@dataclass(frozen=True, slots=True)
class Feeds:
    """Feeds, and likewise sitemaps and pages that link to articles, by their URL."""

    _database: Database

    def put_state(self, state: FeedState) -> None:
        """Remember what a feed's server said last."""
        changing = set(FeedState.__struct_fields__) - {"url"}
        row = {**row_of(state), "page": page_id(state.url)}
        with self._database.writing() as connection:
            insert_or_update(connection, schema.feed_states, [row], "page", changing)

    def state(self, url: str) -> FeedState | None:
        """What a feed's server said last."""
        query = sa.select(schema.feed_states).where(schema.feed_states.c.page == page_id(url))
        with self._database.looking() as connection:
            return first(connection, FeedState, query)

    def put_items(self, items: Iterable[FeedItem]) -> None:
        """Add announced pages; one known already gets its new title and dates, and stays with its first outlet.

        A title or date that the feed no longer gives is kept.
        """
        given = {page_id(item.url): item for item in items}
        rows = [{**row_of(item), "page": page} for page, item in given.items()]
        with self._database.writing() as connection:
            before = _updated(connection, given)
            insert_or_add_to(connection, schema.feed_items, rows, "page", {"title", "published", "updated"})
            fresh = (item for page, item in given.items() if page not in before or before[page] != item.updated)
            due.touch(connection, (item.url for item in fresh))

    def item(self, url: str) -> FeedItem | None:
        """What a feed said of a page."""
        return self.items([url]).get(kept(url))

    def items(self, urls: Iterable[str]) -> dict[str, FeedItem]:
        """What feeds said of these pages, by URL."""
        table, items = schema.feed_items, dict[str, FeedItem]()
        with self._database.looking() as connection:
            for batch in batches.of_ids(map(page_id, urls)):
                rows = connection.execute(sa.select(table).where(table.c.page.in_(batch))).mappings()
                items |= {row["url"]: record_of(FeedItem, row) for row in rows}
        return items


def _updated(connection: Connection, pages: Iterable[str]) -> dict[str, datetime | None]:
    """When each of these pages that was announced before was updated, as it was told last."""
    table, known = schema.feed_items.c, dict[str, datetime | None]()
    for batch in batches.of_ids(pages):
        query = sa.select(table.page, table.updated).where(table.page.in_(batch))
        known |= {row.page: row.updated for row in connection.execute(query)}
    return known
