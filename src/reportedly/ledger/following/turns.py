"""Whose turn it is: a row a turn, taken off in the transaction that files what comes of it."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.schema import announcements, comparisons, followups, turns
from reportedly.ledger.upserts import insert
from reportedly.records import Turn, page_id

_SWEEP = 2  # after both turns of any page


def call(connection: Connection, called: Iterable[Turn]) -> None:
    """Let these have their turn."""
    for turn in called:
        page = page_id(turn.url)
        own = turns.c.on == turn.on, turns.c.n == turn.n, turns.c.page == page
        if connection.scalar(sa.select(turns.c.n).where(*own)) is None:
            insert(connection, turns, [{"on": turn.on, "n": turn.n, "page": page, "url": turn.url}])


def call_the_last(connection: Connection) -> None:
    """Let what nothing supports any more be swept out when all turns are over."""
    insert(connection, turns, [{"on": date.max, "n": _SWEEP, "page": "", "url": ""}])


def next_turn(connection: Connection) -> Turn | None:
    """The first turn, taken off; None where there is none."""
    row = connection.execute(sa.select(turns).order_by(turns.c.on, turns.c.n, turns.c.url).limit(1)).mappings().first()
    if row is None:
        return None
    own = turns.c.on == row["on"], turns.c.n == row["n"], turns.c.page == row["page"]
    connection.execute(sa.delete(turns).where(*own))
    if row["n"] == _SWEEP:
        _sweep(connection)
        return None
    return Turn(row["on"], row["n"], row["url"])


def _sweep(connection: Connection) -> None:
    begun = sa.exists().where(announcements.c.id == followups.c.id, announcements.c.followup == followups.c.id)
    connection.execute(sa.delete(followups).where(~begun))
    connection.execute(sa.delete(comparisons).where(comparisons.c.page == ""))
