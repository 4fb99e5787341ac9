"""Sets of records that are made anew and replaced whole, where only what differs is written."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Table


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def to_insert(connection: Connection, table: Table, filed: Iterable[N], given: Iterable[N]) -> list[N]:
    """Those of ``given`` that are not among ``filed`` as they are; what is filed and not given so is deleted.

    Once they are inserted, ``table`` holds the given records and no others.
    """
    fresh = {record.id: record for record in given}
    for record in filed:
        if fresh.get(record.id) == record:
            del fresh[record.id]
        else:
            connection.execute(sa.delete(table).where(table.c.id == record.id))
    return [*fresh.values()]
