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
from reportedly.ledger.search import fulltext
from reportedly.ledger.search.marks import SHELVED
from reportedly.ledger.search.shelving import words_at

INDEX: Final = "article_words"
AT_ONCE: Final = 500  # articles in one transaction
_HELD: Final = "CREATE VIRTUAL TABLE temp.words_held USING fts5vocab(main, article_words, row)"


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
    connection.exec_driver_sql(_HELD)
    try:
        of_words = comparing.summed(connection, sa.text("SELECT term, doc FROM temp.words_held"), counted)
        articles = connection.scalar(sa.text("SELECT count(*) FROM article_words_docsize")) or 0
    finally:
        connection.exec_driver_sql("DROP TABLE temp.words_held")
    return Held(articles, of_words.hash)


def found(connection: Connection) -> int:
    """How many articles are to be found by their words."""
    own = sa.select(sa.func.count()).select_from(article_marks).where(article_marks.c.mark == SHELVED)
    return connection.scalar(own) or 0


def _places(connection: Connection, after: int) -> list[int]:
    own = article_marks.c
    query = sa.select(own.place).where(own.mark == SHELVED, own.place > after).order_by(own.place).limit(AT_ONCE)
    return [*connection.scalars(query)]
