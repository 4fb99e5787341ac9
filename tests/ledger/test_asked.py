from contextlib import closing
from datetime import date

import pytest
import sqlalchemy as sa

from reportedly.ledger import tuples
from reportedly.ledger.asked import Asked
from reportedly.ledger.database import connect
from reportedly.ledger.engine.among import among
from reportedly.ledger.engine.functions import Joined
from reportedly.ledger.schema import announcement_keys, followups
from reportedly.records import Window

DAYS = [date(2031, 5, day) for day in (1, 2, 3)]


@pytest.mark.usefixtures("ledger")
def test_what_is_asked_comes_back_as_its_columns_give_it(url: str) -> None:
    window = Window(date(2031, 5, 20), None, vague=True)
    columns = ("who", "window", "id", "certainty", "type", "announced")
    rows = [(("Oda",), window, f"f{n}", "certain", "CONSULT", day) for n, day in enumerate(DAYS)]
    own = among(followups.c.id, "ids"), followups.c.announced >= sa.bindparam("since", type_=sa.Date())
    asked = Asked(sa.select(followups.c.id, followups.c.window, followups.c.announced).where(*own).order_by("id"))
    with closing(connect(url)) as database, database.writing() as connection:
        tuples.insert(connection, followups, columns, rows)
        found = asked.rows(connection, ids=["f2", "f0", "f1", "unknown"], since=DAYS[1])
        assert found == [("f1", window, DAYS[1]), ("f2", window, DAYS[2])]
        assert asked.column(connection, ids=["f0", "f1"], since=DAYS[0]) == ["f0", "f1"]
        assert asked.named(connection, ids=["f2"], since=DAYS[0]) == [
            {"id": "f2", "window": window, "announced": DAYS[2]}
        ]
        assert asked.rows(connection, ids=[], since=DAYS[0]) == []


@pytest.mark.usefixtures("ledger")
def test_many_numbers_are_given_as_one_and_joined_by_their_key(url: str) -> None:
    rows = [(key, True, DAYS[0], f"f{n}", DAYS[2]) for n in range(3) for key in (2**62, n)]
    columns = ("key", "found", "on", "announcement", "last")
    key, every = announcement_keys.c.key, Joined(announcement_keys.c.announcement)
    asked = Asked(sa.select(key, every).where(among(key, "keys")).group_by(key).order_by(key))
    with closing(connect(url)) as database, database.writing() as connection:
        tuples.insert(connection, announcement_keys, columns, rows)
        found = dict(asked.rows(connection, keys=[2**62, *range(1, 700)]))
    assert {key: {*joined.split(",")} for key, joined in found.items()} == {
        1: {"f1"},
        2: {"f2"},
        2**62: {"f0", "f1", "f2"},
    }


@pytest.mark.usefixtures("ledger")
def test_a_list_of_values_is_looked_up_by_an_index(url: str) -> None:
    asked = sa.select(followups.c.type).where(among(followups.c.id, "ids"))
    with closing(connect(url)) as database, database.looking() as connection:
        if not database.is_sqlite:
            pytest.skip("PostgreSQL plans by how many rows there are")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked.compile(connection)}", ("[]",)).all()
    assert any("SEARCH followups USING INDEX" in row[-1] for row in plan)
