"""Lists from the newest day on, gone on with from a place: a page deep in a list costs no more than the first."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping


class Place(NamedTuple):
    """Where something stands in a list: its day, None at the list's end, and its id."""

    day: date | None
    id: str


def newest(
    connection: Connection,
    query: sa.Select[Any],
    order: tuple[sa.Column[Any], sa.Column[Any]],
    *,
    limit: int,
    behind: Place | None,
) -> Sequence[RowMapping]:
    """Rows by the newest day, on each day by id, undated ones last; with ``behind`` those that come after that place.

    ``order`` are the columns of day and id. Dated rows and undated ones are asked for apart, so that an index of both
    columns leads to either.
    """
    day, own = order
    found: list[RowMapping] = []
    if behind is None or behind.day is not None:
        dated = query.where(day.is_not(None)).order_by(day.desc(), own).limit(limit)
        if behind is not None:
            dated = dated.where(day <= behind.day, sa.or_(day < behind.day, own > behind.id))
        found += connection.execute(dated).mappings()
        behind = None
    if len(found) < limit:
        undated = query.where(day.is_(None)).order_by(own).limit(limit - len(found))
        found += connection.execute(undated.where(own > behind.id) if behind else undated).mappings()
    return found
