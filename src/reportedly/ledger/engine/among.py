"""Whether a value is one of many that are given as one: such a statement is the same however many they are."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from reportedly.ledger import keeping


class Among(FunctionElement[bool]):
    """A column's value is among those of a list."""

    type = sa.Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> "Among":  # noqa: ARG002  handed in by the query builder
        """As it is: set equal to 1, as SQLite has truths, no index would find it."""
        return self


def among(column: sa.Column[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether the column holds one of the values that are given under a name."""
    return Among(column, sa.bindparam(name, type_=_Listed(column.type)))


class _Listed(TypeDecorator[Any]):
    """A list of values: to PostgreSQL an array, to SQLite JSON."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, each: TypeEngine[Any]) -> None:
        super().__init__()
        self.each = each

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """As the database takes it."""
        return dialect.type_descriptor(sa.Text() if dialect.name == "sqlite" else ARRAY(self.each))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The values in their form."""
        return keeping.encoded([*value]).decode() if dialect.name == "sqlite" else [*value]


@compiles(Among)
def _among(element: Among, compiler: Any, **more: Any) -> str:
    column, given = (compiler.process(one, **more) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({given}))"  # noqa: S608  compiled here


@compiles(Among, "postgresql")
def _among_there(element: Among, compiler: Any, **more: Any) -> str:
    column, given = (compiler.process(one, **more) for one in element.clauses)
    return f"{column} = ANY ({given})"
