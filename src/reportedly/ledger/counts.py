"""How much the ledger holds."""

from typing import Final, Literal, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import schema
from reportedly.records import Record

Kind = Literal[
    "outlets",
    "captures",
    "articles",
    "unread",
    "entities",
    "statements",
    "events",
    "expectations",
    "stories",
    "followups",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_NEVER_DELETED: Final = {"captures", "articles"}
"""Tables that only grow: SQLite numbers their rows from 1 on, without a gap."""


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
    """How many of each kind there are."""
    return Counts(**{name: count(connection, name) for name in KINDS})


def count(connection: Connection, kind: Kind) -> int:
    """How many of one kind there are: of captures and articles at once, of others by going through an index of them."""
    if kind == "entities":
        query = sa.select(sa.func.count(sa.distinct(schema.entities.c.id)))
    elif kind in _NEVER_DELETED and connection.dialect.name == "sqlite":
        query = sa.select(sa.func.max(schema.metadata.tables[kind].c.seq))
    else:
        query = sa.select(sa.func.count()).select_from(schema.metadata.tables[kind])
    return connection.scalar(query) or 0
