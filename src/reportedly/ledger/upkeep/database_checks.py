"""Whether SQLite's file itself is sound: its pages, what rows point at, and the full-text index over the articles.

It is asked table by table, so that a long check can tell how far it is and can be stopped.
"""

from collections.abc import Callable, Iterator
from typing import Final

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from reportedly.ledger.database import Database
from reportedly.ledger.schema import metadata
from reportedly.ledger.search.places import SEQS
from reportedly.records import Fault

Told = Callable[[int, int | None], None]
"""Told how many are done, of how many (None: not known)."""

MOST: Final = 20
"""Lines of SQLite's own that are given of one table."""

_SEARCH: Final = tuple(f"article_words_{part}" for part in ("data", "idx", "docsize", "config"))
_POINTERS = (
    'SELECT "table", parent, count(*) FROM pragma_foreign_key_check(:name) GROUP BY "table", parent ORDER BY parent'
)
_UNFINDABLE = (
    "SELECT id FROM articles AS a WHERE NOT EXISTS (SELECT 1 FROM articles AS newer WHERE newer.page = a.page "
    "AND (newer.turn, newer.revision) > (a.turn, a.revision)) AND seq NOT IN (SELECT words.id & :seqs "
    "FROM article_words_docsize AS words JOIN article_marks ON mark = '' AND place = words.id) ORDER BY seq"
)
_FOUND_FOR_NOTHING = (
    "SELECT count(*) FROM article_words_docsize AS words WHERE id & :seqs NOT IN (SELECT seq FROM articles AS a "
    "WHERE NOT EXISTS (SELECT 1 FROM articles AS newer WHERE newer.page = a.page "
    "AND (newer.turn, newer.revision) > (a.turn, a.revision)))"
)
_SOUND = "INSERT INTO article_words (article_words) VALUES ('integrity-check')"  # writes nothing


def pages(database: Database, told: Told) -> Iterator[Fault]:
    """What SQLite finds wrong with its own file: torn pages, an index that lacks a row, a NULL where none may be."""
    names = *metadata.tables, *_SEARCH
    for done, name in enumerate(names, 1):
        with database.looking() as connection:
            try:
                lines = connection.scalars(sa.text(f"PRAGMA integrity_check({name})")).fetchmany(MOST)
            except DatabaseError as error:
                lines = [str(error.orig)]
        yield from (Fault("database", name, line) for line in lines if line != "ok")
        told(done, len(names))


def pointers(database: Database, told: Told) -> Iterator[Fault]:
    """Rows that point at rows which are not there."""
    for done, name in enumerate(metadata.tables, 1):
        with database.looking() as connection:
            lost = connection.execute(sa.text(_POINTERS), {"name": name}).all()
        for table, parent, many in lost:
            yield Fault("pointer", table, f"{many:,} rows of {table} point at rows of {parent} that are not there")
        told(done, len(metadata.tables))


def search(database: Database) -> Iterator[Fault]:
    """Articles whose words cannot be found, words of articles that are not there or overtaken, and a broken index."""
    with database.looking() as connection:
        for article in connection.scalars(sa.text(_UNFINDABLE), {"seqs": SEQS}):
            yield Fault("search", article, "its words are not in the full-text index: nobody finds it")
        stray = connection.scalar(sa.text(_FOUND_FOR_NOTHING), {"seqs": SEQS}) or 0
    if stray:
        yield Fault("search", "article_words", f"the full-text index holds the words of {stray:,} articles too many")
    try:
        with database.writing() as connection:
            connection.execute(sa.text(_SOUND))
    except DatabaseError as error:
        yield Fault("search", "article_words", f"the full-text index does not fit the articles: {error.orig}")
