"""The tables with their values as they are kept: what is packed stays packed, what is JSON stays text.

Values are of the same kinds whatever the database, so that rows can be handed on and compared: a moment is aware UTC, a
yes or no a ``bool``. Binary columns once held plain text in SQLite; that is given packed, as it would be filed now.
"""

from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Dialect, LargeBinary, Table
from sqlalchemy.types import TypeDecorator, TypeEngine

from reportedly.ledger.columns import Moment
from reportedly.ledger.packed_text import packed
from reportedly.ledger.schema import metadata

LEFT: Final = frozenset({"moving", "workers", "leases", "host_paces"})
"""Tables that tell of a moment, who is at work and what may be asked in some seconds: they do not move."""


class _Bytes(TypeDecorator[bytes]):
    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return value

    def process_result_value(self, value: bytes | str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return packed(value) if isinstance(value, str) else value


@cache
def tables() -> tuple[Table, ...]:
    """All tables that move, each after those that it points at."""
    return tuple(_bare(table) for table in metadata.sorted_tables if table.name not in LEFT)


def kind_of(column: sa.Column[Any]) -> type:
    """Of which kind the values of a column are."""
    declared = column.type
    return (declared.impl_instance if isinstance(declared, TypeDecorator) else declared).python_type


def _bare(table: Table) -> Table:
    columns = (sa.Column(own.name, _kind(own.type), primary_key=own.primary_key) for own in table.columns)
    return Table(str(table.name), sa.MetaData(), *columns)


def _kind(declared: TypeEngine[Any]) -> TypeEngine[Any]:
    if isinstance(declared, Moment):
        return declared
    kept = declared.impl_instance if isinstance(declared, TypeDecorator) else declared
    return _Bytes() if isinstance(kept, LargeBinary) else kept
