from contextlib import closing
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from reportedly.ledger import Ledger, tuples
from reportedly.ledger.database import connect
from reportedly.ledger.schema import followups, runs
from reportedly.records import Window

AT = datetime(2031, 5, 20, 8, tzinfo=UTC)


@pytest.mark.usefixtures("ledger")
def test_values_are_kept_as_their_columns_keep_them_in_whatever_order_they_come(url: str) -> None:
    window = Window(date(2031, 5, 20), None, vague=True)
    columns = ("who", "window", "id", "certainty", "type", "announced")
    row = (("Oda", "Tam"), window, "f1", "certain", "CONSULT", date(2031, 5, 20))
    with closing(connect(url)) as database, database.writing() as connection:
        tuples.insert(connection, followups, columns, [row])
        tuples.insert(connection, followups, columns, iter(()))
        held = connection.execute(sa.select(*(followups.c[name] for name in columns))).all()
    assert held == [row]


def test_a_moment_without_a_zone_is_refused(ledger: Ledger, url: str) -> None:
    assert ledger.counts().articles == 0
    naive = AT.replace(tzinfo=None)
    with closing(connect(url)) as database, database.writing() as connection:
        with pytest.raises(ValueError, match="no time zone"):
            tuples.insert(connection, runs, ("stage", "started", "done", "failed"), [("read", naive, 0, 0)])
        tuples.insert(connection, runs, ("stage", "started", "done", "failed"), [("read", AT, 0, 0)])
        assert connection.scalar(sa.select(runs.c.started)) == AT
