"""Pages, the addresses at which articles stand: which are due, what the next look at one needs, and their history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, due, edits, looks, spellings
from reportedly.ledger.database import Database
from reportedly.ledger.days import within
from reportedly.ledger.schema import aliases, articles, outcomes, page_marks
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Edit, Look, page_id

Marks = tuple[str | None, str | None]
"""A page's ETag and Last-Modified."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages at which articles were announced or seen, by their URL."""

    _database: Database

    def to_fetch(self, now: datetime, look_again_after: tuple[float, ...]) -> list[tuple[str, str]]:
        """URL and outlet of each announced page that is due, in the order of URLs; ``due.next_look`` is the rule."""
        with self._database.writing() as connection:
            return [(page.url, page.outlet) for page in due.to_fetch(connection, now, look_again_after)]

    def marks(self, urls: Iterable[str]) -> dict[str, Marks]:
        """ETag and Last-Modified of those pages that have them."""
        marks: dict[str, Marks] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(map(page_id, urls)):
                rows = connection.execute(sa.select(page_marks).where(page_marks.c.page.in_(batch)))
                marks |= {row.url: (row.etag, row.last_modified) for row in rows}
        return marks

    def put_alias(self, url: str, canonical: str) -> None:
        """Remember that ``url`` is another address of the page ``canonical``: it is not fetched any more."""
        with self._database.writing() as connection:
            row = {"page": page_id(url), "url": url, "canonical": canonical}
            insert_or_update(connection, aliases, [row], "page", {"canonical"})
            due.touch(connection, [url])
            spellings.note(connection, [url])

    def canonical(self, urls: Iterable[str]) -> dict[str, str]:
        """The page behind each of those addresses that is known to be another page's."""
        pages: dict[str, str] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(map(page_id, urls)):
                rows = connection.execute(sa.select(aliases).where(aliases.c.page.in_(batch)))
                pages |= {row.url: row.canonical for row in rows}
        return pages

    def known_as(self, url: str) -> str:
        """The address under which the desk has a page, by any spelling of it; ``url`` itself where it has none."""
        with self._database.looking() as connection:
            return spellings.known_as(connection, url)

    def history(self, url: str) -> tuple[Sequence[Look], Sequence[Edit]]:
        """All looks at a page, ascending, and the edits between its revisions; ``account.page_events`` tells them."""
        return self.histories([url])[url]

    def histories(self, urls: Iterable[str]) -> dict[str, tuple[Sequence[Look], Sequence[Edit]]]:
        """The same of many pages, by their addresses."""
        asked = list(urls)
        with self._database.looking() as connection:
            seen, edited = looks.at_pages(connection, asked), edits.of_pages(connection, asked)
        return {url: (seen.get(url, ()), edited.get(url, ())) for url in asked}

    def gone_within(self, start: date, end: date) -> list[tuple[str, date]]:
        """URL and day of each page with an article that was first found gone from ``start`` to ``end``."""
        gone, first = outcomes.c.state == "gone", sa.func.min(outcomes.c.at)
        lately = sa.select(outcomes.c.page).where(gone, within(outcomes.c.at, start, end)).distinct()
        with_article = sa.exists().where(articles.c.page == outcomes.c.page)
        query = sa.select(outcomes.c.url, first).where(gone, with_article, outcomes.c.page.in_(lately))
        query = query.group_by(outcomes.c.url).having(within(first, start, end)).order_by(first, outcomes.c.url)
        with self._database.looking() as connection:
            return [(url, when.date()) for url, when in connection.execute(query)]


def mark(connection: Connection, marks: Mapping[str, Marks]) -> None:
    """Remember the ETag and Last-Modified of pages; those without any are forgotten."""
    rows = [{"page": page_id(url), "url": url, "etag": one, "last_modified": two} for url, (one, two) in marks.items()]
    some = [row for row in rows if row["etag"] or row["last_modified"]]
    if some:
        insert_or_update(connection, page_marks, some, "page", {"etag", "last_modified"})
    for batch in batches.of_ids(row["page"] for row in rows if row not in some):
        connection.execute(sa.delete(page_marks).where(page_marks.c.page.in_(batch)))
