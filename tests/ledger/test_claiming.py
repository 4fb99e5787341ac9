"""What a claim looks at on PostgreSQL, where rows that were struck off stand in its way while a snapshot is open."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from reportedly.ledger import claiming
from reportedly.ledger.database import Database, connect
from reportedly.ledger.schema import unextracted, workers

MANY = 20_000  # rows struck off
SOME = 64  # that wait


@pytest.fixture
def list_with_dead_rows(database: str) -> Iterator[Database]:
    """A list that was empty when PostgreSQL looked at it last; a snapshot holds all that was struck off."""
    opened = connect(database)
    now = datetime(2031, 5, 20, tzinfo=UTC)
    times = {"entered": now, "seen": now, "until": datetime.max.replace(tzinfo=UTC) - timedelta(days=1)}
    with opened.writing() as connection:
        connection.execute(sa.text("ALTER TABLE unextracted DROP CONSTRAINT fk_unextracted_capture"))
        row = {"id": "w", "host": "h", "process": 1, "began": "", "reader": "r", "done": 0}
        connection.execute(sa.insert(workers).values(row | times))
    with opened.looking() as snapshot:
        snapshot.execute(sa.select(unextracted)).all()
        with opened.writing() as connection:
            _put(connection, 1, MANY)
        with opened.writing() as connection:
            connection.execute(sa.delete(unextracted))
        with opened.writing() as connection:
            connection.execute(sa.text("ANALYZE unextracted"))
        with opened.writing() as connection:
            _put(connection, MANY + 1, MANY + SOME)
        yield opened
    opened.close()


def test_a_claim_that_reads_on_passes_over_no_row_that_was_struck_off(list_with_dead_rows: Database) -> None:
    asked = {"behind": MANY, "last": MANY + SOME, "size": SOME, "who": "w"}
    with list_with_dead_rows.leasing() as connection:
        taking = claiming._taking(unextracted, "postgresql").compile(connection.engine)
        told = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {taking}", taking.params | asked)
        plan = told.scalar_one()[0]["Plan"]
    assert plan["Actual Rows"] == SOME
    assert (
        plan["Shared Hit Blocks"] < 40 * SOME
    )  # some twenty for each row that is written; else tens or hundreds of thousands


def _put(connection: sa.Connection, first: int, last: int) -> None:
    rows = ({"seq": n, "capture": f"c{n}", "page": f"p{n * 7919}"} for n in range(first, last + 1))
    connection.execute(sa.insert(unextracted), [*rows])
