"""Rows put in where some are there already: the same on both databases, also where a key comes twice at once."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from reportedly.ledger import tuples, upserts
from reportedly.ledger.database import Database, connect
from reportedly.ledger.schema import article_vocabulary, feed_items, made_by
from tests.ledger.conftest import Another

AT = datetime(2031, 5, 20, 8, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty ledger's database, of either kind."""
    if request.param == "postgresql":
        with closing(connect(request.getfixturevalue("database"))) as opened:
            yield opened
    else:
        another: Another = request.getfixturevalue("another")
        with another() as url, closing(connect(url)) as opened:
            yield opened


def held(database: Database, table: sa.Table, *columns: str) -> list[tuple[object, ...]]:
    query = sa.select(*(table.c[name] for name in columns)).order_by(*table.primary_key)
    with database.looking() as connection:
        return [*map(tuple, connection.execute(query))]


def test_what_is_there_already_stays(either: Database) -> None:
    rows = [{"list": name, "by": by} for name, by in (("a", "1"), ("b", "1"), ("a", "2"))]
    for some in (rows[:1], rows, []):
        with either.writing() as connection:
            upserts.insert_new(connection, made_by, some, "list")
    assert held(either, made_by, "list", "by") == [("a", "1"), ("b", "1")]


def test_the_last_of_a_key_counts(either: Database) -> None:
    for row in ([{"list": "a", "by": "1"}], [{"list": "a", "by": by} for by in ("2", "3")]):
        with either.writing() as connection:
            upserts.insert_or_update(connection, made_by, row, "list", {"by"})
    assert held(either, made_by, "list", "by") == [("a", "3")]


def test_what_has_no_value_now_takes_none_away(either: Database) -> None:
    item = {"page": "p1", "url": "https://x.example/", "outlet": "x", "next_look": AT}
    told = [item | {"title": "Rain", "seen_at": None}, item | {"title": None, "seen_at": AT}]
    for some in (told, [told[1]]):
        with either.writing() as connection:
            upserts.insert_or_add_to(connection, feed_items, some, "page", {"title", "seen_at"})
    assert held(either, feed_items, "page", "title", "seen_at") == [("p1", "Rain", AT)]


def test_rows_as_tuples_may_be_there_already(either: Database) -> None:
    for words in ([("dam", "dam"), ("dams", "dam")], [("dams", "other"), ("quay", "quay")], []):
        with either.writing() as connection:
            tuples.insert_new(connection, article_vocabulary, ("word", "term"), words)
    assert held(either, article_vocabulary, "word", "term") == [("dam", "dam"), ("dams", "dam"), ("quay", "quay")]


def test_texts_that_no_database_keeps_are_mended_however_they_are_put_in(either: Database) -> None:
    odd = [("a\x00b", "\ud800 'c' \\ \t\n")]
    with either.writing() as connection:
        tuples.insert(connection, made_by, ("list", "by"), odd)
        upserts.insert_new(connection, made_by, [{"list": "d\x00", "by": "e"}], "list")
    assert held(either, made_by, "list", "by") == [("a\ufffdb", "\ufffd 'c' \\ \t\n"), ("d\ufffd", "e")]
