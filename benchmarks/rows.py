"""Ledgers row for row: every table of two desks, on whatever database, however they came to what they hold.

A number that only says in which order rows were filed is left out of its own row, and told by what it numbers where
another row has it. Left out with reason are the tables of ``LEFT`` and the columns of ``OWN``. Both desks must stand on
one day (``today``): then all moments are alike, too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.ledger import schema
from reportedly.ledger.database import connect
from reportedly.ledger.moving import bare
from reportedly.settings import desk_in

LEFT: Final = frozenset({"runs", "news", "story_news"})
"""When which stage ran and how long it took; and when the desk came to know what, which is the order of work."""

OWN: Final = {
    "captures": {"warc", "offset"},  # where in the archive: as it was written
}
PLACES: Final = {("article_marks", "place"): "articles"}
"""Columns that hold the number of a row of another table."""

Held = dict[str, Counter[tuple[Any, ...]]]


def of(folder: Path) -> Held:
    """All rows of the desk in ``folder``, by table; how often each is there, since their order is left out."""
    database = connect(desk_in(folder).ledger_url)
    try:
        with database.looking() as connection:
            named = {table: dict(_numbered(connection, table)) for table in set(PLACES.values())}
            return {
                table.name: Counter(_rows(connection, table, named))
                for table in bare.tables()
                if table.name not in LEFT
            }
    finally:
        database.close()


def unlike(wanted: Held, given: Held) -> list[str]:
    """In which tables a ledger differs from what is wanted, and in how many rows; one phrase a table."""
    return [
        f"{name}: {(rows - given[name]).total()} of {rows.total()} rows missing, {(given[name] - rows).total()} extra"
        for name, rows in wanted.items()
        if rows != given[name]
    ]


def _numbered(connection: Connection, table: str) -> Iterator[tuple[int, str]]:
    """What each number of a table stands for."""
    own = schema.metadata.tables[table].c
    yield from ((int(seq), str(name)) for seq, name in connection.execute(sa.select(own.seq, own.id)))


def _rows(connection: Connection, table: Table, named: dict[str, dict[int, str]]) -> Iterable[tuple[Any, ...]]:
    number = schema.metadata.tables[table.name].autoincrement_column
    left = OWN.get(table.name, set()) | ({number.name} if number is not None else set())
    columns = [column for column in table.columns if column.name not in left]
    places = {at: PLACES[table.name, one.name] for at, one in enumerate(columns) if (table.name, one.name) in PLACES}
    for row in connection.execute(sa.select(*columns)):
        yield tuple(named[places[at]][value] if at in places else value for at, value in enumerate(row))
