"""What the ledger lacks: captures to extract, and what the fetcher and the archive ask before they go on."""

from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, RowMapping

from reportedly.ledger import schema
from reportedly.ledger.due import OK
from reportedly.ledger.view import FeedState
from reportedly.records import Capture, FeedItem, Outcome, Outlet, Record

R = TypeVar("R", bound=Record)
PAGE = 200
"""Captures taken from the database at a time."""


def to_extract(engine: Engine) -> Iterator[Capture]:
    """Pages that came (status 200) and were not looked at, in the order they came; safe to mark meanwhile."""
    table, seen = schema.captures, 0
    done = sa.exists().where(schema.extractions.c.capture == table.c.id)
    while True:
        query = sa.select(table).where(table.c.seq > seen, table.c.status == OK, ~done).order_by(table.c.seq)
        with engine.connect() as connection:
            rows = connection.execute(query.limit(PAGE)).mappings().all()
        yield from (record(Capture, row) for row in rows)
        if len(rows) < PAGE:
            return
        seen = rows[-1]["seq"]


def captures(engine: Engine) -> Iterator[Capture]:
    """All captures as they stand in the archive: file by file, from the beginning of each to its end."""
    table = schema.captures
    place = sa.tuple_(table.c.warc, table.c.offset, table.c.seq)
    seen: tuple[str, int, int] = ("", -1, -1)
    while True:
        query = sa.select(table).where(place > seen).order_by(table.c.warc, table.c.offset, table.c.seq).limit(PAGE)
        with engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        yield from (record(Capture, row) for row in rows)
        if len(rows) < PAGE:
            return
        seen = (rows[-1]["warc"], rows[-1]["offset"], rows[-1]["seq"])


def first_of(connection: Connection, sha256: str) -> Capture | None:
    """The first capture whose payload has that digest."""
    table = schema.captures
    return _first(connection, Capture, sa.select(table).where(table.c.sha256 == sha256).order_by(table.c.seq).limit(1))


def capture(connection: Connection, capture_id: str) -> Capture | None:
    """A capture by its id."""
    return _first(connection, Capture, sa.select(schema.captures).where(schema.captures.c.id == capture_id))


def capture_outlet(connection: Connection, seen: Capture) -> str | None:
    """The outlet a capture is from: who announced its URL or published it before, or whose home is on its host."""
    for table in (schema.feed_items, schema.articles):
        known = connection.scalar(sa.select(table.c.outlet).where(table.c.url == seen.url).limit(1))
        if known is not None:
            return str(known)
    host = urlsplit(seen.url).hostname
    homes = connection.execute(sa.select(schema.outlets.c.id, schema.outlets.c.home).order_by(schema.outlets.c.id))
    return next((outlet for outlet, home in homes if host and urlsplit(home).hostname == host), None)


def feed_state(connection: Connection, url: str) -> FeedState | None:
    """What a feed's server said last."""
    return _first(connection, FeedState, sa.select(schema.feed_states).where(schema.feed_states.c.url == url))


def feed_item(connection: Connection, url: str) -> FeedItem | None:
    """What a feed said of a page."""
    return _first(connection, FeedItem, sa.select(schema.feed_items).where(schema.feed_items.c.url == url))


def archive_ends(connection: Connection) -> dict[str, int]:
    """For each WARC file the offset of the last record the ledger knows of."""
    table = schema.captures
    rows = connection.execute(sa.select(table.c.warc, sa.func.max(table.c.offset).label("last")).group_by(table.c.warc))
    return {row.warc: row.last for row in rows}


def outlets(connection: Connection) -> list[Outlet]:
    """All outlets, by name."""
    rows = connection.execute(sa.select(schema.outlets).order_by(schema.outlets.c.name, schema.outlets.c.id)).mappings()
    return [record(Outlet, row) for row in rows]


def outcomes(connection: Connection, limit: int) -> list[Outcome]:
    """How the last attempts ended, last first."""
    table = schema.outcomes
    query = sa.select(table).order_by(table.c.at.desc(), table.c.seq.desc()).limit(limit)
    return [record(Outcome, row) for row in connection.execute(query).mappings()]


def record(kind: type[R], row: RowMapping) -> R:
    """A record whose fields are columns of the same names."""
    return kind(**{name: row[name] for name in kind.__struct_fields__})


def _first(connection: Connection, kind: type[R], query: sa.Select[Any]) -> R | None:
    row = connection.execute(query).mappings().first()
    return record(kind, row) if row else None
