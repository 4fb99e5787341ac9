"""PostgreSQL: how it is connected to, whether a database can keep a ledger, and who writes.

Invariant: one transaction writes at a time, as on SQLite. So a number given is the order of commit, and what is read
before it is written is still so when it is. The lock ends with its transaction, so a pooler that lends connections for
one transaction each (pgbouncer) may stand between; for the same reason nothing is prepared, or set for longer.
A transaction whose program stopped in the middle is ended by the server, so that it holds nobody up.
"""

from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import OperationalError

from reportedly.errors import BadSetting, LedgerLost, ReportedlyError
from reportedly.ledger.engine.options import WRITES

NAMES: Final = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
"""What the address of such a database begins with."""
ALONE: Final = "alone"
"""How a transaction writes (``options.WRITES``): this, ``ALTERING`` or ``BESIDE``."""
ALTERING: Final = "altering"
BESIDE: Final = "beside"
POOL: Final = 4
"""Connections that a process keeps at most: its other threads wait. ``?pool=8`` in an address changes it."""
IDLE: Final = 60
"""Seconds after which a writing transaction is ended that its program left standing. ``?idle=5`` changes it."""

_LOCK: Final = 0x7265706F7274  # who writes; a lock is its database's own
_IDLE: Final = "reportedly_idle"
_GIVEN_UP: Final = frozenset({"25P03", "40001", "40P01", "53300", "55P03", "57P01", "57P02", "57P03"})
"""What the server ends a transaction or a connection with that is no fault of the statement."""

_SUITS: Final = sa.text(
    "SELECT current_setting('server_encoding') AS encoding, current_database() AS name, "
    "'کتاب' ~ '^[[:alpha:]]+$' AND lower('É') = 'é' AS letters, "
    "'Z' < 'a' AND 'a-b' < 'aa' AND 'z' < 'é' AND 'ی' > 'ك' AS ordered"
)
_HANGS: Final = sa.text(
    "SELECT count(pg_terminate_backend(pid)) FROM pg_locks AS held JOIN pg_stat_activity AS own USING (pid) "
    "WHERE locktype = 'advisory' AND granted AND own.datname = current_database() AND held.database = own.datid "
    "AND classid = :high AND objid = :low AND state = 'active' AND wait_event = 'ClientRead' "
    "AND query_start < clock_timestamp() - make_interval(secs => :idle)"
)
_HOW: Final = (
    "make it so: CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'; "
    "see docs/settings.md for `ledger`"
)


def engine(url: URL) -> Engine:
    """The database at ``url``. Raises ``BadSetting`` where the driver is not installed."""
    pool, idle = _number(url, "pool", POOL), _number(url, "idle", IDLE)
    plain = url.difference_update_query(["pool", "idle"]).set(drivername="postgresql+psycopg")
    try:
        made = sa.create_engine(
            plain,
            pool_size=pool,
            max_overflow=0,
            pool_timeout=120,
            pool_pre_ping=True,  # a server that was started anew meanwhile is connected to anew
            use_native_hstore=False,
            connect_args={"prepare_threshold": None, "client_encoding": "UTF8", "application_name": "reportedly"},
        )
    except ImportError as error:
        raise BadSetting(
            "a ledger on PostgreSQL needs a driver that is not installed here: pip install 'reportedly[postgresql]'"
        ) from error
    made = made.execution_options(**{_IDLE: idle})
    event.listen(made, "begin", _Beginning(idle))
    event.listen(made, "handle_error", _told)
    return made


def check(connection: Connection) -> None:
    """Raise ``BadSetting`` where the database cannot keep a ledger: letters and their order are as on SQLite."""
    found = connection.execute(_SUITS).one()
    how = _HOW.format(name=found.name)
    if found.encoding != "UTF8":
        raise BadSetting(f"the database {found.name!r} keeps texts as {found.encoding}, not as UTF8; {how}")
    if not found.letters:
        raise BadSetting(f"the database {found.name!r} does not know the letters of all scripts; {how}")
    if not found.ordered:
        raise BadSetting(f"the database {found.name!r} orders words as a dictionary, not by their letters; {how}")


def end_who_hangs(connection: Connection) -> None:
    """End the transaction of a writer that stopped while it handed rows over: no limit of the server sees that."""
    idle = connection.engine.get_execution_options()[_IDLE]
    connection.execute(_HANGS, {"high": _LOCK >> 32, "low": _LOCK & (2**32 - 1), "idle": idle})


def shown(url: URL) -> str:
    """The address without its password."""
    hidden = url.update_query_dict({"password": "hidden"}) if "password" in url.query else url
    return hidden.render_as_string(hide_password=True).replace("password=hidden", "password=***")


def compact(engine: Engine) -> None:
    """Write each table anew without what was deleted, a table at a time, and count again what is in it."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in sa.inspect(connection).get_table_names():
            try:
                connection.exec_driver_sql(f'VACUUM (FULL, ANALYZE) "{name}"')
            except OperationalError as error:
                raise ReportedlyError(
                    f"the table {name} cannot be made smaller now ({error.orig}): for a while that takes as much room "
                    "again as it has; nothing is lost, and `reportedly ledger compact` tries again"
                ) from error


class _Beginning:
    """What a transaction begins with: who writes waits until nobody else does."""

    def __init__(self, idle: int) -> None:
        limit = f"set_config('idle_in_transaction_session_timeout', '{idle}s', true)"
        self._first = {
            ALONE: f"SELECT pg_advisory_xact_lock({_LOCK}), {limit}",
            ALTERING: f"SELECT pg_advisory_xact_lock({_LOCK})",
            # A server that crashes may forget who took what last: others take it, and only one of them files it. A list
            # is short but for rows that were struck off, and not to be read whole for the few that wait.
            BESIDE: f"SELECT {limit}, set_config('synchronous_commit', 'off', true), "
            "set_config('enable_seqscan', 'off', true)",
        }

    def __call__(self, connection: Connection) -> None:
        how = connection.get_execution_options().get(WRITES)
        if how is not None:
            connection.exec_driver_sql(self._first[how])


def _told(context: ExceptionContext) -> None:
    """A database that went away, does not answer, or gave a transaction up, in the words of this program.

    A connection that was lost while it lay in the pool is none of these: it is connected anew.
    """
    if context.is_pre_ping:
        return
    raise_lost(context.original_exception, gone=context.is_disconnect or context.connection is None)


def raise_lost(error: BaseException, *, gone: bool) -> None:
    """Raise ``LedgerLost`` where the connection is gone, or the server gave a transaction up that did nothing wrong."""
    if isinstance(error, Exception) and (gone or getattr(error, "sqlstate", None) in _GIVEN_UP):
        why = f"{error}".strip().partition("\n")[0]
        raise LedgerLost(
            f"the ledger's database ended what was under way ({why or 'the connection is lost'}): nothing of this step "
            "was filed, what was filed before stands; see that the database runs, and run the command again"
        ) from error


def _number(url: URL, name: str, usual: int) -> int:
    given: Any = url.query.get(name, usual)
    try:
        number = int(given)
    except (TypeError, ValueError):
        number = 0
    if number < 1:
        raise BadSetting(f"the ledger's address says {name}={given!r}: write a number of 1 or more, or leave it out")
    return number
