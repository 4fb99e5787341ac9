"""Ledgers row for row: every table of two desks, on whatever database, however they came to what they hold.

A number that only says in which order rows were filed is left out of its own row, and told by what it numbers where
another row has it. Left out with reason are the tables of ``LEFT`` and the columns of ``OWN``. Both desks must stand on
one day (``today``): then all moments are alike, too.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.ledger import schema
from reportedly.ledger.database import connect
from reportedly.ledger.moving import bare
from reportedly.ledger.search.places import day_of, seq_of
from reportedly.settings import desk_in

LEFT: Final = frozenset({"runs", "news", "story_news"})
"""When which stage ran and how long it took; and when the desk came to know what, which is the order of work."""

OWN: Final = {
    "captures": {"warc", "offset"},  # where in the archive: as it was written
    "given_events": {"revision", "edition", "at"},  # how often, and when, what is given out changed
    "given_expectations": {"revision", "edition", "at"},
}
PLACE: Final = ("article_marks", "place")
"""The column that holds places in lists: an article's day, then its number."""

Held = dict[str, Counter[tuple[Any, ...]]]


def of(folder: Path) -> Held:
    """All rows of the desk in ``folder``, by table; how often each is there, since their order is left out."""
    database = connect(desk_in(folder).ledger_url)
    try:
        with database.looking() as connection:
            own = schema.articles.c
            ids = {int(seq): str(article) for seq, article in connection.execute(sa.select(own.seq, own.id))}
            told = (table for table in bare.tables() if table.name not in LEFT)
            return {table.name: Counter(_rows(connection, table, ids)) for table in told}
    finally:
        database.close()


def unlike(wanted: Held, given: Held) -> list[str]:
    """In which tables a ledger differs from what is wanted, and in how many rows; one phrase a table."""
    return [
        f"{name}: {(rows - given[name]).total()} of {rows.total()} rows missing, {(given[name] - rows).total()} extra"
        for name, rows in wanted.items()
        if rows != given[name]
    ]


def _rows(connection: Connection, table: Table, ids: dict[int, str]) -> Iterator[tuple[Any, ...]]:
    left = OWN.get(table.name, set())
    columns = [one for one in table.columns if one.name not in left and not (one.name == "seq" and one.primary_key)]
    at = next((at for at, column in enumerate(columns) if (table.name, column.name) == PLACE), None)
    query = sa.select(*columns)
    if "gone" in table.c:  # given out in the midst of the work, and so no longer: told as long as the ledger is kept
        query = query.where(table.c.gone.is_(None))
    for row in connection.execute(query):
        if at is None:
            yield tuple(row)
        else:
            yield (*row[:at], day_of(row[at]), ids[seq_of(row[at])], *row[at + 1 :])
