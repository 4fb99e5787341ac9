"""Articles that a reader has not read yet.

Invariant: an article is put down in the transaction that files it, and struck off in the one that files its reading.
The list is made for the reader that asked last: for another it is made anew, once. Before any asked, it holds the
articles that nobody has read.
"""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, making
from reportedly.ledger.database import Database
from reportedly.ledger.schema import articles, readings, unread
from reportedly.ledger.upserts import insert_found
from reportedly.records import counting_as

_LIST = "unread"


def mark(connection: Connection, ids: Iterable[str]) -> None:
    """Let these articles be read."""
    for batch in batches.of_ids(ids):
        own = sa.select(articles.c.seq, articles.c.id).where(articles.c.id.in_(batch))
        insert_found(connection, unread, ("seq", "article"), own)


def note(connection: Connection, read: Iterable[tuple[str, str]]) -> None:
    """Strike off articles (by their ids) that were read, each by whom; put down those that another reader read."""
    reader = making.by(connection, _LIST)
    done: list[str] = []
    again: list[str] = []
    for article, own in read:
        (done if reader is None or own in counting_as(reader) else again).append(article)
    for batch in batches.of_ids(done):
        connection.execute(sa.delete(unread).where(unread.c.article.in_(batch)))
    mark(connection, again)


def make_for(database: Database, reader: str) -> None:
    """Let the list be that of ``reader`` (``name/version``); quick where it is.

    An article that the same version read as one in another language (``multilingual/version``), or found to be in none
    that it reads (``none/version``), is not on it.
    """
    with database.looking() as connection:
        if making.by(connection, _LIST) == reader:
            return
    with database.writing() as connection:
        if making.by(connection, _LIST) == reader:
            return  # another worker made it meanwhile, and some of it is taken
        connection.execute(sa.delete(unread))
        own = sa.select(articles.c.seq, articles.c.id).where(_awaits(reader))
        insert_found(connection, unread, ("seq", "article"), own)
        making.put(connection, _LIST, reader)


def waits(connection: Connection, reader: str) -> sa.ColumnElement[bool]:
    """Whether an article awaits ``reader``; gone through all articles only where the list is still another reader's."""
    own = making.by(connection, _LIST) == reader
    return articles.c.seq.in_(sa.select(unread.c.seq)) if own else _awaits(reader)


def _awaits(reader: str) -> sa.ColumnElement[bool]:
    """Whether an article awaits ``reader``; one whose reading was set aside waits for nobody."""
    settled = sa.or_(readings.c.reader.in_(counting_as(reader)), readings.c.set_aside.is_not(None))
    return ~sa.exists().where(readings.c.article == articles.c.id, settled)
