"""The shapes columns and tables share, so that every table is declared in few words."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import BigInteger, Column, Integer, String

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


Big = BigInteger().with_variant(Integer, "sqlite")
"""A number that may outgrow 32 bits; SQLite's own have 64, and only so named they number rows by themselves."""


def numbered() -> Column[Any]:
    """The number of a row, in the order of filing."""
    return Column("seq", Big, primary_key=True)


def must(name: str, kind: Any = String, *rest: Any, **more: Any) -> Column[Any]:
    """A column that is never NULL."""
    return Column(name, kind, *rest, nullable=False, **more)


def span(name: str) -> tuple[Column[Any], Column[Any]]:
    """Two columns for a span that may be missing."""
    return Column(f"{name}_start", Integer), Column(f"{name}_end", Integer)


def derived(name: str, *columns: sa.schema.SchemaItem, ids: bool = False) -> sa.Table:
    """A table of rows found in an article, in order ``n``, that vanish with their reading."""
    own: tuple[sa.schema.SchemaItem, ...] = (must("id"), sa.UniqueConstraint("article", "id")) if ids else ()
    return sa.Table(
        name,
        metadata,
        Column("article", String, primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        must("reader"),
        *own,
        *columns,
        sa.ForeignKeyConstraint(["article", "reader"], ["readings.article", "readings.reader"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def within(column: str, table: str) -> sa.ForeignKeyConstraint:
    """A reference to another row of the same reading, checked at commit."""
    return sa.ForeignKeyConstraint(
        ["article", column], [f"{table}.article", f"{table}.id"], deferrable=True, initially="DEFERRED"
    )
