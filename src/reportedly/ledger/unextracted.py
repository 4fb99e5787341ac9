"""Captures that were not looked at for an article yet.

Invariant: a capture that came whole is put down in the transaction that files it, and struck off in the one that files
what it shows.
"""

from collections.abc import Iterable
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.schema import captures, extractions, unextracted
from reportedly.ledger.upserts import insert_found

WHOLE: Final = (200, 203)
"""What a server says of a page that comes whole; 203: a proxy changed something on the way."""

_LOOKED_AT: Final = sa.exists().where(extractions.c.capture == captures.c.id)


def mark(connection: Connection, ids: Iterable[str]) -> None:
    """Let these captures be looked at, those that came whole and were not."""
    query = sa.select(captures.c.seq, captures.c.id, captures.c.page).where(captures.c.status.in_(WHOLE), ~_LOOKED_AT)
    for batch in batches.of_ids(ids):
        insert_found(connection, unextracted, ("seq", "capture", "page"), query.where(captures.c.id.in_(batch)))


def strike(connection: Connection, ids: Iterable[str]) -> None:
    """Take off captures that were looked at."""
    for batch in batches.of_ids(ids):
        connection.execute(sa.delete(unextracted).where(unextracted.c.capture.in_(batch)))
