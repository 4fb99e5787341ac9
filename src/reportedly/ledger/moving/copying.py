"""Rows of one ledger put into another, in the order of their keys and in bounded pieces.

What is in memory at a time is bounded in rows and in bytes. A reading's rows go over whole, for some of them point at
each other.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, Row, Table

from reportedly.ledger import tuples
from reportedly.ledger.database import Database
from reportedly.ledger.moving import reached
from reportedly.ledger.moving.bare import kind_of
from reportedly.ledger.moving.reached import Reached
from reportedly.ledger.tuples import Values

AT_ONCE: Final = 10_000  # rows in one transaction
BYTES: Final = 8_000_000  # of texts and other long values in one
READ: Final = 1_000  # rows taken from the database at a time

Counted = Callable[[int], None]
"""Told how many more are done."""


def copy(table: Table, source: Connection, target: Database, counted: Counted) -> None:
    """Put the rows that are not there yet into ``target``; those that were are counted too."""
    key = (*table.primary_key.columns,)
    names = (*table.columns.keys(),)
    held = reached.of(target, table.name)
    counted(held.rows)
    for some in _pieces(source.execute(_after(table, held), execution_options={"yield_per": READ}), table):
        last = tuple(some[-1][names.index(column.name)] for column in key)
        held = Reached(msgspec.json.encode(last).decode(), held.rows + len(some))
        with target.writing() as connection:
            tuples.insert(connection, table, names, some)
            reached.put(connection, table.name, held)
        counted(len(some))


def _after(table: Table, held: Reached) -> sa.Select[Any]:
    key = (*table.primary_key.columns,)
    query = sa.select(table).order_by(*key)
    if not held.key:
        return query
    kinds: Any = tuple[tuple(map(kind_of, key))]  # type: ignore[misc]
    return query.where(sa.tuple_(*key) > msgspec.json.decode(held.key, type=kinds))


def _pieces(rows: Iterable[Row[Any]], table: Table) -> Iterator[list[Values]]:
    """The rows in pieces, none of which ends within an article's."""
    within = table.columns.keys().index("article") if [*table.primary_key.columns.keys()] == ["article", "n"] else None
    piece: list[Values] = []
    held = 0
    for row in rows:
        full = len(piece) >= AT_ONCE or held >= BYTES
        if full and (within is None or row[within] != piece[-1][within]):
            yield piece
            piece, held = [], 0
        piece.append(tuple(row))
        held += sum([len(value) for value in row if isinstance(value, (str, bytes))])
    if piece:
        yield piece
