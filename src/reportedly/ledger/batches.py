"""Much at once, in bounded pieces: ids to ask for, and rows to walk over."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from sqlalchemy import RowMapping

from reportedly.ledger.database import Database

Thing = TypeVar("Thing")
Id = TypeVar("Id", bound=Hashable)

IDS: Final = 500
"""Ids in one statement; databases bound how many values a statement may carry."""


def of(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Things in the order given, ``size`` in memory at a time."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some


def of_ids(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """Distinct ids in the order given, as many at a time as one statement takes."""
    distinct = list(dict.fromkeys(ids))
    for start in range(0, len(distinct), IDS):
        yield distinct[start : start + IDS]


def of_rows(
    database: Database, query: sa.Select[Any], place: Sequence[sa.Column[Any]], size: int
) -> Iterator[RowMapping]:
    """The rows of ``query`` in the order of the columns ``place``, which tell them apart; ``size`` in memory at a time.

    No transaction stays open between pages, so the rows may be altered and others filed meanwhile, from this thread or
    another; what is filed behind the place that was reached is met too.
    """
    page = query.order_by(*place).limit(size)
    while True:
        with database.looking() as connection:
            rows = connection.execute(page).mappings().all()
        yield from rows
        if len(rows) < size:
            return
        reached = tuple(rows[-1][column.name] for column in place)
        page = query.where(sa.tuple_(*place) > reached).order_by(*place).limit(size)
