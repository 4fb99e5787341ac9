"""How much the ledger holds."""

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.ledger import schema
from reportedly.records import Record


class Counts(Record, frozen=True):
    """How much the ledger holds. ``unread`` are articles that await the reader, ``articles`` counts every revision."""

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
    others = [name for name in Counts.__struct_fields__ if name != "entities"]
    return Counts(
        **{name: _count(connection, schema.metadata.tables[name]) for name in others},
        entities=connection.scalar(sa.select(sa.func.count(sa.distinct(schema.entities.c.id)))) or 0,
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
