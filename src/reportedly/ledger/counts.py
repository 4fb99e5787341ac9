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
"""Tables that only grow, by rows whose numbers do: SQLite leaves no gap between these, PostgreSQL does."""


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


class Counter:
    """Counts: captures and articles at once, where they were counted before; others by going through an index."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, int]] = {}

    def all(self, connection: Connection) -> Counts:
        """How many of each kind there are."""
        return Counts(**{name: self.count(connection, name) for name in KINDS})

    def count(self, connection: Connection, kind: Kind) -> int:
        """How many of one kind there are."""
        table = schema.metadata.tables[kind]
        if kind in _NEVER_DELETED:
            is_sqlite = connection.dialect.name == "sqlite"
            return _last(connection, table) if is_sqlite else self._grown(connection, table)
        what = sa.func.count(sa.distinct(table.c.id)) if kind == "entities" else sa.func.count()
        return connection.scalar(sa.select(what).select_from(table)) or 0

    def _grown(self, connection: Connection, table: sa.Table) -> int:
        """What was counted before, and what came since; numbers are in the order of commit."""
        many, last = self._known.get(table.name, (0, 0))
        more = sa.select(sa.func.count(), sa.func.max(table.c.seq)).where(table.c.seq > last)
        came, newest = connection.execute(more).one()
        self._known[table.name] = many + came, newest or last
        return many + int(came)


def _last(connection: Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.max(table.c.seq))) or 0
