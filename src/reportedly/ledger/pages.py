"""Pages, the addresses at which articles stand: which are due, and what is remembered for the next look at one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from reportedly.ledger import batches, due
from reportedly.ledger.database import Database
from reportedly.ledger.schema import aliases, page_marks
from reportedly.ledger.upserts import insert_or_update

Marks = tuple[str | None, str | None]
"""A page's ETag and Last-Modified."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages at which articles were announced or seen, by their URL."""

    _database: Database

    def to_fetch(self, now: datetime, look_again_after: tuple[float, ...]) -> Iterator[tuple[str, str]]:
        """URL and outlet of each announced page that is due, in the order of URLs; ``due.is_due`` is the rule."""
        with self._database.looking() as connection:
            for url, outlet, watch in due.watched(connection):
                if due.is_due(watch, now, look_again_after):
                    yield url, outlet

    def put_marks(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember a page's ETag and Last-Modified for the next look at it; a page without any is forgotten."""
        row = {"url": url, "etag": etag, "last_modified": last_modified}
        with self._database.writing() as connection:
            if etag or last_modified:
                insert_or_update(connection, page_marks, [row], "url", {"etag", "last_modified"})
            else:
                connection.execute(sa.delete(page_marks).where(page_marks.c.url == url))

    def marks(self, urls: Iterable[str]) -> dict[str, Marks]:
        """ETag and Last-Modified of those pages that have them."""
        marks: dict[str, Marks] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(urls):
                rows = connection.execute(sa.select(page_marks).where(page_marks.c.url.in_(batch)))
                marks |= {row.url: (row.etag, row.last_modified) for row in rows}
        return marks

    def put_alias(self, url: str, canonical: str) -> None:
        """Remember that ``url`` is another address of the page ``canonical``: it is not fetched any more."""
        with self._database.writing() as connection:
            insert_or_update(connection, aliases, [{"url": url, "canonical": canonical}], "url", {"canonical"})

    def canonical(self, urls: Iterable[str]) -> dict[str, str]:
        """The page behind each of those addresses that is known to be another page's."""
        pages: dict[str, str] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(urls):
                rows = connection.execute(sa.select(aliases).where(aliases.c.url.in_(batch)))
                pages |= {row.url: row.canonical for row in rows}
        return pages
