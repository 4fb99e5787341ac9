"""Whether a ledger on PostgreSQL is sound in itself: its tables and indexes, what rows point at, the words of articles.

Every page is read, so that the server finds one that is torn or, where the cluster was made with checksums, altered.
Indexes are checked against their order where the server has the extension ``amcheck``; only its owner can install that.
"""

from collections.abc import Iterator
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.schema import metadata
from reportedly.ledger.schema.search import article_words
from reportedly.ledger.search import tsvector
from reportedly.ledger.search.places import SEQS
from reportedly.ledger.upkeep.database_checks import Told
from reportedly.records import Fault

AT_ONCE: Final = 500
"""Rows of words in memory at a time."""

_HAS_AMCHECK: Final = sa.text("SELECT count(*) FROM pg_extension WHERE extname = 'amcheck'")
_TREES: Final = sa.text(
    "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am "
    "ON pg_am.oid = relam WHERE amname = 'btree' AND indrelid = CAST(:name AS regclass) ORDER BY 1"
)
_LAST: Final = (
    "NOT EXISTS (SELECT 1 FROM articles AS newer WHERE newer.page = a.page "
    "AND (newer.turn, newer.revision) > (a.turn, a.revision))"
)
_UNFINDABLE: Final = sa.text(
    f"SELECT id FROM articles AS a WHERE {_LAST} AND NOT EXISTS (SELECT 1 FROM article_words AS words "  # noqa: S608
    "JOIN article_marks ON mark = '' AND article_marks.place = words.place WHERE words.place & :seqs = a.seq) "
    "ORDER BY seq"
)
_FOUND_FOR_NOTHING: Final = sa.text(
    "SELECT count(*) FROM article_words AS words WHERE NOT EXISTS "  # noqa: S608
    f"(SELECT 1 FROM articles AS a WHERE a.seq = words.place & :seqs AND {_LAST})"
)


def pages(database: Database, told: Told) -> Iterator[Fault]:
    """What the server finds wrong when each table is read through, and with indexes where it can check them."""
    with database.looking() as connection:
        checked = bool(connection.scalar(_HAS_AMCHECK))
    names = *metadata.tables, article_words.name
    for done, name in enumerate(names, 1):
        for query in _readings_of(database, name, checked=checked):
            try:
                with database.looking() as connection:
                    connection.execute(query)
            except DatabaseError as error:
                yield Fault("database", name, f"{error.orig}".strip())
        told(done, len(names))


def _readings_of(database: Database, name: str, *, checked: bool) -> Iterator[sa.TextClause]:
    """Statements that read all of a table, and that check its indexes."""
    table = metadata.tables.get(name, article_words)
    texts = " + ".join(f'octet_length("{one.name}"::text)' for one in table.c)
    yield sa.text(f'SELECT max({texts}) FROM "{name}"')  # noqa: S608  names of our own
    if checked:
        with database.looking() as connection:
            trees = connection.scalars(_TREES, {"name": f'"{name}"'}).all()
        yield from (sa.text(f"SELECT bt_index_check('{tree}', true)") for tree in trees)


def pointers(database: Database, told: Told) -> Iterator[Fault]:
    """Rows that point at rows which are not there: somebody switched the server's own checks off."""
    for done, table in enumerate(metadata.tables.values(), 1):
        for key in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
            with database.looking() as connection:
                many = connection.scalar(_lost(key)) or 0
            if many:
                words = f"{many:,} rows of {table} point at rows of {key.referred_table} that are not there"
                yield Fault("pointer", table.name, words)
        told(done, len(metadata.tables))


def _lost(key: sa.ForeignKeyConstraint) -> sa.Select[Any]:
    parent = key.referred_table.alias("parent")
    same = [parent.c[one.column.name] == one.parent for one in key.elements]
    points = [one.parent.is_not(None) for one in key.elements]
    return sa.select(sa.func.count()).select_from(key.table).where(*points, ~sa.exists().where(*same))


def search(database: Database) -> Iterator[Fault]:
    """Articles whose words cannot be found, words of articles that are not there or overtaken, and broken rows."""
    with database.looking() as connection:
        for article in connection.scalars(_UNFINDABLE, {"seqs": SEQS}):
            yield Fault("search", article, "its words are not in the full-text index: nobody finds it")
        stray = connection.scalar(_FOUND_FOR_NOTHING, {"seqs": SEQS}) or 0
    if stray:
        yield Fault("search", "article_words", f"the full-text index holds the words of {stray:,} articles too many")
    broken = sum(1 for _ in _misfit(database))
    if broken:
        yield Fault("search", "article_words", f"the full-text index does not fit its words in {broken:,} articles")


def _misfit(database: Database) -> Iterator[int]:
    """The places whose words are not those that stand there in their order."""
    own = article_words.c
    rows = batches.of_rows(database, sa.select(own.place, own.many, own.headline, own.text), [own.place], AT_ONCE)
    for some in batches.of(rows, AT_ONCE):
        made = {row["place"]: (row["headline"].split(), row["text"].split()) for row in some}
        with database.looking() as connection:
            held = _as_kept(connection, made)
        for row in some:
            place, terms = row["place"], made[row["place"]]
            if not held.get(place) or row["many"] != sum(map(len, terms)):
                yield place


def _as_kept(connection: Connection, made: dict[int, tuple[list[str], list[str]]]) -> dict[int, bool]:
    """By place whether the words there are those of these terms."""
    given = sa.text(
        "SELECT own.place, own.words = CAST(one.words AS tsvector) AS same FROM unnest(CAST(:places AS bigint[]), "
        "CAST(:words AS text[])) AS one (place, words) JOIN article_words AS own ON own.place = one.place"
    )
    values = {"places": [*made], "words": [tsvector.vector(*terms) for terms in made.values()]}
    return {row.place: row.same for row in connection.execute(given, values)}
