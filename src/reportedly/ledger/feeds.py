"""Feeds: what their servers said last, and what they announced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from reportedly.ledger import batches, schema
from reportedly.ledger.database import Database
from reportedly.ledger.rows import first, record_of, row_of
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import FeedItem, Record


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
        with self._database.writing() as connection:
            insert_or_update(connection, schema.feed_states, [row_of(state)], "url", changing)

    def state(self, url: str) -> FeedState | None:
        """What a feed's server said last."""
        with self._database.looking() as connection:
            return first(connection, FeedState, sa.select(schema.feed_states).where(schema.feed_states.c.url == url))

    def put_items(self, items: Iterable[FeedItem]) -> None:
        """Add announced pages; one known already gets its new title and dates, and stays with its first outlet.

        A date that the feed no longer gives is kept.
        """
        rows = [row_of(item) for item in {item.url: item for item in items}.values()]
        with self._database.writing() as connection:
            insert_or_update(connection, schema.feed_items, rows, "url", {"title", "published", "updated"})

    def item(self, url: str) -> FeedItem | None:
        """What a feed said of a page."""
        return self.items([url]).get(url)

    def items(self, urls: Iterable[str]) -> dict[str, FeedItem]:
        """What feeds said of these pages, by URL."""
        table, items = schema.feed_items, dict[str, FeedItem]()
        with self._database.looking() as connection:
            for batch in batches.of_ids(urls):
                rows = connection.execute(sa.select(table).where(table.c.url.in_(batch))).mappings()
                items |= {row["url"]: record_of(FeedItem, row) for row in rows}
        return items
