"""Whether articles and what was read in them are what was filed: texts by their ids, readings by their digests."""

from collections.abc import Iterator
from typing import Final

import sqlalchemy as sa
from msgspec import DecodeError, ValidationError
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.readings import filing, refound
from reportedly.ledger.schema import articles, gists, readings
from reportedly.ledger.upkeep.database_checks import Told
from reportedly.records import Fault, article_id

AT_ONCE: Final = 50
"""Articles, or readings with all their rows, in memory at a time."""


def texts(database: Database, told: Told) -> Iterator[Fault]:
    """Articles whose text is not the one that their id is made of."""
    total = _count(database, articles)
    query = sa.select(articles.c.seq, articles.c.id, articles.c.url, articles.c.extractor, articles.c.text)
    for done, row in enumerate(batches.of_rows(database, query, [articles.c.seq], AT_ONCE), 1):
        if article_id(row["url"], row["text"], row["extractor"]) != row["id"]:
            yield Fault("text", row["id"], f"the text at {row['url']} is not the one that was filed under this id")
        if done % AT_ONCE == 0 or done == total:
            told(done, total)


def found(database: Database, told: Told) -> Iterator[Fault]:
    """Readings whose rows are not those that were filed, or that lack what relates their article to others."""
    held = sa.select(readings.c.article, readings.c.digest).where(readings.c.set_aside.is_(None))
    total, some = _count(database, readings), list[RowMapping]()
    for done, row in enumerate(batches.of_rows(database, held, [readings.c.article], AT_ONCE), 1):
        some.append(row)
        if len(some) == AT_ONCE or done == total:
            yield from _differing(database, some)
            some = []
            told(done, total)
    yield from _differing(database, some)


def count_incomparable(database: Database) -> int:
    """How many readings were filed by a program whose records had other fields, so that nothing can be compared."""
    other = ~readings.c.digest.startswith(f"{filing.form()}-", autoescape=True)
    return _count(database, readings, other, readings.c.set_aside.is_(None))


def _differing(database: Database, rows: list[RowMapping]) -> Iterator[Fault]:
    ids = [row["article"] for row in rows]
    with database.looking() as connection:
        known = set(connection.scalars(sa.select(gists.c.article).where(gists.c.article.in_(ids))))
        for own in ids:
            if own not in known:
                yield Fault("gist", own, "it was read, but nothing is kept that relates it to other articles")
        filed = {row["article"]: row["digest"] for row in rows if row["digest"].startswith(f"{filing.form()}-")}
        now = dict(_digests(connection, [own for own in filed if own in known]))
    for own, digest in filed.items():
        if own in known and now.get(own) != digest:
            yield Fault("reading", own, "the rows of its reading are not those that were filed")


def _digests(connection: Connection, ids: list[str]) -> Iterator[tuple[str, str]]:
    """By article what would be its reading's digest, as the rows are now; one that cannot be put together has none."""
    try:
        for one in refound.filings(connection, ids):
            yield one.reading.article.id, filing.digest_of(one)
    except (DecodeError, ValidationError, ValueError, TypeError, LookupError):
        if len(ids) > 1:  # one of them is to blame
            for own in ids:
                yield from _digests(connection, [own])


def _count(database: Database, table: sa.Table, *which: sa.ColumnElement[bool]) -> int:
    with database.looking() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table).where(*which)) or 0
