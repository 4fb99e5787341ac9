"""How much the ledger holds."""

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.ledger import schema
from reportedly.records import Record


class Counts(Record, frozen=True):
    """How much the ledger holds. ``unread`` are articles without a reading, ``articles`` counts every revision."""

    outlets: int
    captures: int
    articles: int
    unread: int
    entities: int
    statements: int
    events: int
    expectations: int
    stories: int
    followups: int


def counted(connection: Connection) -> Counts:
    """How many rows of each kind there are."""
    unread = ~sa.exists().where(schema.readings.c.article == schema.articles.c.id)
    tables = ["outlets", "captures", "articles", "statements", "events", "expectations", "stories", "followups"]
    return Counts(
        **{name: _count(connection, schema.metadata.tables[name]) for name in tables},
        unread=_count(connection, schema.articles, unread),
        entities=connection.scalar(sa.select(sa.func.count(sa.distinct(schema.entities.c.id)))) or 0,
    )


def _count(connection: Connection, table: Table, *which: sa.ColumnElement[bool]) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table).where(*which)) or 0
