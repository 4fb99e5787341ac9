"""What takes the room in the database: each table and each index with its rows and bytes.

SQLite tells that of every page where it was compiled with ``dbstat``, as most are. Where it was not, the rows are
counted and the bytes shared out by the mean length of some rows, which is an estimate and said to be one. PostgreSQL
knows the bytes; it counts no rows beyond some, but knows about how many there are. Each is asked in its own words.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from reportedly.records import Record

COUNTED: Final = 100_000
"""Rows as far as which PostgreSQL is made to count them; above that its own estimate is told."""
SAMPLED: Final = 1_000
"""Rows whose mean length stands for all of a table's, in an estimate."""
SEARCH: Final = "article_words"
"""What the tables of the full-text index begin with."""

Kind = Literal["table", "index", "search", "free", "log"]


class RoomTaken(Record, frozen=True):
    """What takes room: a table, an index ``of`` one, the full-text index, free pages, or the log of last writes.

    ``rows`` is None where nothing is counted. Bytes are those of whole pages.
    """

    name: str
    kind: Kind
    of: str
    rows: int | None
    bytes: int


class Room(Record, frozen=True):
    """All that takes room, the largest first; where it was not ``measured`` the bytes of tables are an estimate."""

    taken: tuple[RoomTaken, ...]
    measured: bool

    @property
    def bytes(self) -> int:
        """All of it together."""
        return sum(one.bytes for one in self.taken)


def taken(connection: Connection, *, measured: bool = True) -> Room:
    """What takes how much room; with ``measured`` False an estimate of SQLite's in any case."""
    if connection.dialect.name != "sqlite":
        return Room(_sorted(_of_postgresql(connection)), measured=True)
    known = _tables(connection)
    try:
        parts = list(_measured(connection, known)) if measured else []
    except OperationalError:  # no such table: dbstat
        parts = []
    every = [*(parts or _estimated(connection, known)), *_beside(connection)]
    return Room(_sorted(every), bool(parts))


def _sorted(every: Iterable[RoomTaken]) -> tuple[RoomTaken, ...]:
    return tuple(sorted(every, key=lambda one: (-one.bytes, one.name)))


class _Known(Record, frozen=True):
    """A table or index as the database lists it.

    ``keyed``: its rows are kept in the order of their key alone; ``partial``: it is of some rows of its table.
    """

    name: str
    of: str
    is_index: bool
    keyed: bool
    partial: bool = False


def _tables(connection: Connection) -> dict[str, _Known]:
    rows = connection.execute(sa.text("SELECT name, tbl_name, type, sql FROM sqlite_schema WHERE rootpage > 0"))
    listed = [_listed(name, of, kind == "index", sql or "") for name, of, kind, sql in rows]
    return {one.name: one for one in (*listed, _Known("sqlite_schema", "sqlite_schema", is_index=False, keyed=False))}


def _listed(name: str, of: str, is_index: bool, sql: str) -> _Known:  # noqa: FBT001  as the row says
    return _Known(name, of, is_index, is_index or "WITHOUT ROWID" in sql, is_index and " WHERE " in sql)


def _measured(connection: Connection, known: dict[str, _Known]) -> Iterator[RoomTaken]:
    """By the pages; in a table kept by row numbers only the leaves hold rows, elsewhere every page does."""
    pages = connection.execute(
        sa.text("SELECT name, pagetype, sum(ncell), sum(pgsize) FROM dbstat GROUP BY name, pagetype")
    )
    rows: dict[str, int] = {}
    size: dict[str, int] = {}
    for name, kind, cells, number in pages:
        size[name] = size.get(name, 0) + number
        if name in known and (known[name].keyed or kind == "leaf"):
            rows[name] = rows.get(name, 0) + cells
    for name, one in known.items():
        if name in size:
            yield _taken(one, rows.get(name, 0), size[name])


def _taken(one: _Known, rows: int | None, size: int) -> RoomTaken:
    if one.of.startswith(SEARCH):
        return RoomTaken(one.name, "search", SEARCH, None, size)
    return RoomTaken(one.name, "index" if one.is_index else "table", one.of, rows, size)


def _estimated(connection: Connection, known: dict[str, _Known]) -> Iterator[RoomTaken]:
    """By rows and their mean length, scaled so that all together are as large as the pages in use.

    How many rows a partial index has nobody knows; they are taken for few.
    """
    rows = {name: _rows(connection, name) for name, one in known.items() if not one.is_index}
    weights = {name: 0.0 if one.partial else rows[one.of] * _mean(connection, one) for name, one in known.items()}
    used = (_pragma(connection, "page_count") - _pragma(connection, "freelist_count")) * _page(connection)
    for name, one in known.items():
        yield _taken(
            one, None if one.partial else rows[one.of], round(used * weights[name] / max(1.0, sum(weights.values())))
        )


def _mean(connection: Connection, one: _Known) -> float:
    """The mean length in bytes of the first rows of a table, or of what an index holds of them."""
    info = sa.text(
        "SELECT name FROM pragma_index_info(:of)" if one.is_index else "SELECT name FROM pragma_table_info(:of)"
    )
    names = [f'"{name}"' for name in connection.scalars(info, {"of": one.name}) if name]
    lengths = " + ".join(f"coalesce(length(CAST({name} AS BLOB)), 0)" for name in names) or "0"
    some = f'SELECT {lengths} AS long FROM "{one.of}" LIMIT {SAMPLED}'  # noqa: S608  names of the ledger's own tables
    return float(connection.scalar(sa.text(f"SELECT avg(long) FROM ({some})")) or 0) + len(names) + 2  # noqa: S608


def _rows(connection: Connection, table: str) -> int:
    return int(connection.scalar(sa.text(f'SELECT count(*) FROM "{table}"')) or 0)  # noqa: S608


def _beside(connection: Connection) -> Iterator[RoomTaken]:
    """Pages that are free for what comes, and the log that SQLite keeps beside its file."""
    free = _pragma(connection, "freelist_count") * _page(connection)
    yield RoomTaken("free pages", "free", "", None, free)
    file = connection.scalar(sa.text("SELECT file FROM pragma_database_list WHERE name = 'main'"))
    log = Path(f"{file}-wal")
    yield RoomTaken(log.name, "log", "", None, log.stat().st_size if file and log.is_file() else 0)


_RELATIONS: Final = """
SELECT own.relname AS name, coalesce(of.relname, own.relname) AS of, own.relkind IN ('i', 'I') AS is_index,
    coalesce(of.reltuples, own.reltuples) AS about,
    CASE WHEN own.relkind = 'i' THEN pg_relation_size(own.oid) ELSE pg_table_size(own.oid) END AS bytes
FROM pg_class AS own LEFT JOIN pg_index ON indexrelid = own.oid LEFT JOIN pg_class AS of ON of.oid = indrelid
WHERE own.relnamespace = current_schema()::regnamespace AND own.relkind IN ('r', 'i')
"""


def _of_postgresql(connection: Connection) -> Iterator[RoomTaken]:
    """By table, with what is kept beside it of long texts, and by index; and what the database needs for itself."""
    rest = connection.scalar(sa.text("SELECT pg_database_size(current_database())")) or 0
    rows: dict[str, int] = {}
    for name, of, is_index, about, size in connection.exec_driver_sql(_RELATIONS).all():
        if of not in rows:
            rows[of] = round(about) if about > COUNTED else _rows(connection, of)
        rest -= size
        yield _taken(_Known(name, of, is_index, keyed=True), rows[of], size)
    yield RoomTaken("pg_catalog", "table", "pg_catalog", None, rest)


def _page(connection: Connection) -> int:
    return _pragma(connection, "page_size")


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.scalar(sa.text(f"PRAGMA {name}")) or 0)
