"""The moment by the database's own clock: machines that share a ledger need not agree about the time."""

from datetime import datetime
from typing import Any

from sqlalchemy import Float
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from reportedly.ledger.columns import Moment


class Now(FunctionElement[datetime]):
    """The moment at which the database comes to it; not that at which the transaction began."""

    type = Moment()
    inherit_cache = True


@compiles(Now, "postgresql")
def _on_postgresql(_element: Now, _compiler: Any, **_more: Any) -> str:
    return "clock_timestamp()"


@compiles(Now, "sqlite")
def _on_sqlite(_element: Now, _compiler: Any, **_more: Any) -> str:
    return "(strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')"  # as moments are kept there: with six digits


class Seconds(FunctionElement[float]):
    """The same moment in seconds since 1970."""

    type = Float()
    inherit_cache = True


@compiles(Seconds, "postgresql")
def _seconds_on_postgresql(_element: Seconds, _compiler: Any, **_more: Any) -> str:
    return "extract(epoch FROM clock_timestamp())::float8"


@compiles(Seconds, "sqlite")
def _seconds_on_sqlite(_element: Seconds, _compiler: Any, **_more: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"
