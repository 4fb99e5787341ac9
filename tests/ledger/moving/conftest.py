"""A ledger with rows in every table, invented column by column, and how to move it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Column, Connection, Table

from reportedly.ledger import Ledger, open_ledger, tuples
from reportedly.ledger.database import connect
from reportedly.ledger.moving import Compared, bare, move
from reportedly.ledger.schema import metadata
from tests import newsroom

ROWS = 3  # in each table that the newsroom leaves empty
Opened = Callable[[str], Ledger]

STOPPED = """
import os, signal, sys
import sqlalchemy as sa
from reportedly.ledger.moving import copying, move
copying.AT_ONCE = 5
left, marked = int(sys.argv[3]), False
def counted(_connection, _cursor, statement, *_):
    global left, marked
    marked = marked or statement.startswith("INSERT INTO moving")
    left -= marked
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
sa.event.listen(sa.Engine, "before_cursor_execute", counted)
move(sys.argv[1], sys.argv[2], lambda *_: None)
"""
"""A move that is killed before the statement of that number, from where the target is marked as half."""
WORDS = "کتاب‌ها, café – 𝄞"


def moved(source: str, target: str, *, anew: bool = False) -> list[Compared]:
    """Move without telling how far it is."""
    return move(source, target, lambda _what, _done, _of: None, anew=anew)


def rows_of(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of all tables, in one order on every database."""
    database = connect(url)
    with database.looking() as connection:
        held = {table.name: [*map(tuple, connection.execute(sa.select(table)))] for table in bare.tables()}
    database.close()
    return {name: sorted(rows, key=repr) for name, rows in held.items()}


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom's ledger in a file, with rows in those tables, too, that it leaves empty; to be copied."""
    file = tmp_path_factory.mktemp("furnished") / "ledger.db"
    url = f"sqlite:///{file}"
    with open_ledger(url) as ledger:
        newsroom.fill(ledger)
    database = connect(url)
    with database.writing() as connection:
        for table in bare.tables():
            if not connection.scalar(sa.select(sa.func.count()).select_from(table)):
                _furnish(connection, table)
        connection.execute(sa.text("UPDATE sqlite_sequence SET seq = seq + 77 WHERE name = 'search_matches'"))
    database.close()
    return file


@pytest.fixture
def source(furnished: Path, tmp_path: Path) -> str:
    """The address of a ledger that moves."""
    return f"sqlite:///{shutil.copy(furnished, tmp_path / 'source.db')}"


@pytest.fixture
def target(empty: Path, tmp_path: Path) -> str:
    """The address of a ledger in which nothing is yet."""
    return f"sqlite:///{shutil.copy(empty, tmp_path / 'target.db')}"


@pytest.fixture
def opened() -> Iterator[Callable[[str], Ledger]]:
    """Opens ledgers, and closes them at the end."""
    held: list[Ledger] = []

    def at(url: str) -> Ledger:
        held.append(open_ledger(url))
        return held[-1]

    yield at
    for ledger in held:
        ledger.close()


def _furnish(connection: Connection, table: Table) -> None:
    columns = (*table.columns.keys(),)
    keys = [column.name for column in table.primary_key]
    rows = [
        {column.name: _value(column, n) for column in table.columns} | _pointing(connection, table.name, n)
        for n in range(1, ROWS + 1)
    ]
    distinct = {tuple(row[name] for name in keys): tuple(row[name] for name in columns) for row in rows}
    tuples.insert(connection, table, columns, distinct.values())


def _pointing(connection: Connection, table: str, n: int) -> dict[str, Any]:
    """Values for the columns that point at rows of other tables: those of their nth row that fits the others."""
    held: dict[str, Any] = {}
    for key in sorted(metadata.tables[table].foreign_key_constraints, key=lambda one: one.referred_table.name):
        parent = next(one for one in bare.tables() if one.name == key.referred_table.name)
        columns = {element.parent.name: parent.c[element.column.name] for element in key.elements}
        fits = (column == held[name] for name, column in columns.items() if name in held)
        query = sa.select(*columns.values()).where(*fits).order_by(*parent.primary_key).limit(n)
        rows = connection.execute(query).all()
        held |= dict(zip(columns, rows[-1] if rows else (None,) * len(columns), strict=True))
    return held


def _value(column: Column[Any], n: int) -> Any:
    """A value for a column, another in each row."""
    values: dict[type, Any] = {
        str: f"{column.table.name} {column.name} {n} {WORDS}",
        bytes: bytes([n, 0, 255]),
        int: n if isinstance(column.type, sa.Integer) and not isinstance(column.type, sa.BigInteger) else (1 << 40) + n,
        bool: n % 2 == 0,
        float: n / 3,
        date: date(2031, 5, n),
        datetime: datetime(2031, 5, n, 23, 59, 59, 999_999, UTC),
        time: time(23, 30, n),
    }
    return values[bare.kind_of(column)]
