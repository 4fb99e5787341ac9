"""The words articles are found by, made anew where a ledger has moved to: no database can read another's index."""

from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.database import Database
from reportedly.ledger.moving import comparing, reached
from reportedly.ledger.moving.comparing import Held
from reportedly.ledger.moving.copying import Counted
from reportedly.ledger.moving.reached import Reached
from reportedly.ledger.schema import article_marks
from reportedly.ledger.search import fts5, fulltext
from reportedly.ledger.search.marks import SHELVED
from reportedly.ledger.search.shelving import words_at
from reportedly.ledger.search.tsvector import LONGEST

INDEX: Final = "article_words"
AT_ONCE: Final = 500  # articles in one transaction
_VOCABULARY: Final = "CREATE VIRTUAL TABLE temp.words_held USING fts5vocab(main, article_words, row)"
_IN_SQLITE: Final = (
    f"SELECT term, doc FROM temp.words_held WHERE term <> '{fts5.EVERY}' AND length(CAST(term AS BLOB)) <= {LONGEST}"  # noqa: S608  our own words
)
_IN_POSTGRESQL: Final = (
    "SELECT word, ndoc FROM ts_stat('SELECT words FROM article_words') WHERE word NOT LIKE '\ue001%'"
)
"""But for words that are too long for one of them."""
_MANY_IN_SQLITE: Final = "SELECT count(*) FROM article_words_docsize"
_MANY_IN_POSTGRESQL: Final = "SELECT count(*) FROM article_words"


def make(target: Database, counted: Counted) -> None:
    """Make the articles findable by their words that are not yet."""
    held = reached.of(target, INDEX)
    counted(held.rows)
    while True:
        with target.writing() as connection:
            places = _places(connection, int(held.key or -1))
            if not places:
                return
            fulltext.index(connection, words_at(connection, places))
            held = Reached(str(places[-1]), held.rows + len(places))
            reached.put(connection, INDEX, held)
        counted(len(places))


def drop_all(connection: Connection) -> None:
    """Let no article be found by its words."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO article_words (article_words) VALUES ('delete-all')")


def held(connection: Connection, counted: Counted) -> Held:
    """What the index holds: how many articles, and a hash of each word with how many articles have it."""
    if connection.dialect.name == "postgresql":
        return _summed(connection, _IN_POSTGRESQL, _MANY_IN_POSTGRESQL, counted)
    connection.exec_driver_sql(_VOCABULARY)
    try:
        return _summed(connection, _IN_SQLITE, _MANY_IN_SQLITE, counted)
    finally:
        connection.exec_driver_sql("DROP TABLE temp.words_held")


def _summed(connection: Connection, words: str, many: str, counted: Counted) -> Held:
    of_words = comparing.summed(connection, sa.text(words), counted)
    return Held(connection.scalar(sa.text(many)) or 0, of_words.hash)


def found(connection: Connection) -> int:
    """How many articles are to be found by their words."""
    own = sa.select(sa.func.count()).select_from(article_marks).where(article_marks.c.mark == SHELVED)
    return connection.scalar(own) or 0


def _places(connection: Connection, after: int) -> list[int]:
    own = article_marks.c
    query = sa.select(own.place).where(own.mark == SHELVED, own.place > after).order_by(own.place).limit(AT_ONCE)
    return [*connection.scalars(query)]
