"""The mark in a ledger that another is moving into: from where, and how far each part has come.

Invariant: rows and how far they reach are filed in one transaction, and the mark is taken away when all was compared;
so a ledger with a mark is half a ledger, and one without is whole.
"""

from typing import Final

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import BadSetting
from reportedly.ledger.database import Database
from reportedly.ledger.schema import moving
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Record

_WHOLE: Final = ""  # the part that tells of all


class Begun(Record, frozen=True):
    """The ledger that moves, as it may be shown, and the numbers that its tables had come to when that began."""

    source: str
    numbers: dict[str, int]


class Reached(Record, frozen=True):
    """How far a part has come: the last key as JSON, empty before the first, and how many rows."""

    key: str = ""
    rows: int = 0


def begun(connection: Connection) -> Begun | None:
    """What is moving into this ledger; None where it is whole."""
    held = _held(connection, _WHOLE)
    return msgspec.json.decode(held.key, type=Begun) if held.key else None


def begin(connection: Connection, what: Begun) -> None:
    """Mark this ledger as half."""
    put(connection, _WHOLE, Reached(msgspec.json.encode(what).decode()))


def of(database: Database, part: str) -> Reached:
    """How far a part has come."""
    with database.looking() as connection:
        return _held(connection, part)


def put(connection: Connection, part: str, reached: Reached) -> None:
    """Remember how far a part has come."""
    row = {"part": part, "reached": reached.key, "rows": reached.rows}
    insert_or_update(connection, moving, [row], "part", {"reached", "rows"})


def end(connection: Connection) -> None:
    """Take the mark away: the ledger is whole."""
    connection.execute(sa.delete(moving))


def refuse_half(database: Database, shown: str) -> None:
    """Raise ``BadSetting`` where another ledger has come here by half."""
    with database.looking() as connection:
        half = begun(connection)
    if half is not None:
        raise BadSetting(
            f"{shown} holds half of the ledger {half.source}: `reportedly ledger move {half.source} {shown}` goes on "
            "with it, with --anew from the beginning"
        )


def _held(connection: Connection, part: str) -> Reached:
    query = sa.select(moving.c.reached, moving.c.rows).where(moving.c.part == part)
    row = connection.execute(query).first()
    return Reached(row.reached, row.rows) if row else Reached()
