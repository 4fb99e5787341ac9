"""Many rows as one statement of PostgreSQL takes them: an array a column, unnested there."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import ARRAY

from reportedly.ledger import keeping


def rows(table: Table, columns: Sequence[str]) -> sa.Select[Any]:
    """The rows that ``values`` gives, in their order, as something to select from."""
    types = [ARRAY(table.c[name].type, dimensions=1) for name in columns]
    arrays = [sa.bindparam(_name(at), type_=kind) for at, kind in enumerate(types)]
    given = sa.func.unnest(*arrays).table_valued(*columns, name="given").render_derived()
    return sa.select(*given.c)


def values(columns: Sequence[str], given: Iterable[Sequence[Any]]) -> dict[str, list[Any]]:
    """The values of these columns, for a statement with ``rows``, as every database can keep them."""
    by_column = [*zip(*keeping.values(list(given)), strict=True)]
    return {_name(at): [*by_column[at]] for at in range(len(columns))}


def _name(at: int) -> str:
    return f"given_{at}"
