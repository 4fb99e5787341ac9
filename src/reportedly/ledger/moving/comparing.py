"""Whether two ledgers hold the same: each table by how many rows it has and by a hash of all their values.

A row's hash is BLAKE2b over its values; a table's is the sum of its rows' hashes, so that it hangs on no order.
"""

import hashlib
from typing import Final

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection, Table

from reportedly.ledger.moving.copying import READ, Counted
from reportedly.records import Record

_BYTES: Final = 16
_encode = msgspec.msgpack.Encoder().encode


class Held(Record, frozen=True):
    """What a ledger holds in a part: rows, a hash of them, and the number of the next one where they are numbered."""

    rows: int
    hash: str
    next: int | None = None


class Compared(Record, frozen=True):
    """A part of a ledger, as it is there and as it came."""

    part: str
    source: Held
    target: Held

    @property
    def same(self) -> bool:
        """Whether all of it came, and nothing else."""
        return self.source == self.target

    def numbered(self, source: int | None, target: int | None) -> "Compared":
        """The same with the numbers that the next rows get."""
        return Compared(self.part, replace(self.source, next=source), replace(self.target, next=target))


def rows_of(connection: Connection, table: Table, counted: Counted) -> Held:
    """What a table holds."""
    return summed(connection, sa.select(table), counted)


def summed(connection: Connection, query: sa.Select[tuple[object, ...]] | sa.TextClause, counted: Counted) -> Held:
    """What a query finds, in any order."""
    rows, total = 0, 0
    found = connection.execute(query, execution_options={"yield_per": READ})
    for some in found.partitions():
        for row in some:
            total += int.from_bytes(hashlib.blake2b(_encode(tuple(row)), digest_size=_BYTES).digest())
        rows += len(some)
        counted(len(some))
    return Held(rows, f"{total % (1 << 8 * _BYTES):0{2 * _BYTES}x}")
