"""Functions that both databases have in words of their own."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class UtcDay(FunctionElement[Any]):
    """The day of a moment in UTC, wherever the server or the program stands."""

    type = sa.Date()
    inherit_cache = True


class PlainLower(FunctionElement[str]):
    """A text with its Latin letters A to Z in lower case, and no others: so names are sorted alike on both."""

    type = sa.String()
    inherit_cache = True


class Joined(FunctionElement[str]):
    """The values of a group in no order, a comma between."""

    type = sa.String()
    inherit_cache = True


@compiles(UtcDay)
def _utc_day(element: UtcDay, compiler: Any, **more: Any) -> str:
    return f"date({compiler.process(element.clauses, **more)})"


@compiles(UtcDay, "postgresql")
def _utc_day_there(element: UtcDay, compiler: Any, **more: Any) -> str:
    return f"CAST(timezone('UTC', {compiler.process(element.clauses, **more)}) AS DATE)"


@compiles(PlainLower)
def _plain_lower(element: PlainLower, compiler: Any, **more: Any) -> str:
    return f"lower({compiler.process(element.clauses, **more)})"


@compiles(PlainLower, "postgresql")
def _plain_lower_there(element: PlainLower, compiler: Any, **more: Any) -> str:
    return f'lower({compiler.process(element.clauses, **more)} COLLATE "C")'


@compiles(Joined)
def _joined(element: Joined, compiler: Any, **more: Any) -> str:
    return f"group_concat({compiler.process(element.clauses, **more)})"


@compiles(Joined, "postgresql")
def _joined_there(element: Joined, compiler: Any, **more: Any) -> str:
    return f"string_agg({compiler.process(element.clauses, **more)}, ',')"
