"""A ledger on PostgreSQL looked after: what takes its room, room given back, and what does not add up."""

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, Fault
from tests.postgres import Postgres

Write = Callable[..., Article]
FILED = 30


@pytest.fixture
def large(database: str, article: Write, filed: Write) -> Iterator[Ledger]:
    with open_ledger(database) as ledger:
        for n in range(FILED):
            filed(ledger, article(f"https://herald.example/{n}"))
        yield ledger


def quiet(_done: int, _of: int | None) -> None:
    pass


def faults(ledger: Ledger) -> list[Fault]:
    own = ledger.upkeep
    return [*own.check_pages(quiet), *own.check_pointers(quiet), *own.check_search()]


@pytest.fixture
def do(postgres: Postgres, database: str) -> Callable[[str], None]:
    """Has a statement done behind the program's back."""
    name = sa.make_url(database).database or ""

    def done(statement: str) -> None:
        postgres.do(f"SET session_replication_role = replica; {statement}", name)

    return done


def test_each_table_and_index_is_told_with_its_rows_and_bytes(large: Ledger) -> None:
    room = large.upkeep.room()
    rows = {one.name: one.rows for one in room.taken}
    assert rows["articles"] == rows["ix_articles_page_turn"] == rows["readings"] == FILED
    assert rows["ix_article_words_words"] is None
    kinds = {one.name: (one.kind, one.of) for one in room.taken}
    assert kinds["ix_articles_page_turn"] == ("index", "articles")
    assert kinds["article_words"] == kinds["ix_article_words_words"] == ("search", "article_words")
    assert room.measured
    assert room.bytes > sum(one.bytes for one in room.taken if one.of == "articles") > 0


def test_room_of_what_was_deleted_is_given_back(large: Ledger, do: Callable[[str], None]) -> None:
    do("INSERT INTO made_by (list, by) SELECT 'many' || n, repeat('word ', 300) FROM generate_series(1, 2000) AS n")
    full = large.upkeep.room().bytes
    do("DELETE FROM made_by WHERE list LIKE 'many%'")
    large.upkeep.compact()
    assert large.upkeep.room().bytes < full - 100_000
    assert large.counts().articles == FILED


def test_a_sound_ledger_has_no_fault(large: Ledger) -> None:
    assert faults(large) == []


def test_indexes_are_checked_where_the_server_can(large: Ledger, do: Callable[[str], None]) -> None:
    do("CREATE EXTENSION amcheck")
    assert faults(large) == []
    do("DROP EXTENSION amcheck")


DAMAGE = {
    "DELETE FROM article_words WHERE place = (SELECT min(place) FROM article_words)": ("search", "nobody finds it"),
    "UPDATE article_words SET place = 77 WHERE place = (SELECT min(place) FROM article_words)": (
        "search",
        "too many",
    ),
    "UPDATE article_words SET words = '' WHERE place = (SELECT min(place) FROM article_words)": ("search", "not fit"),
    "UPDATE article_words SET many = 0": ("search", f"not fit its words in {FILED} articles"),
    "DELETE FROM readings WHERE article = (SELECT min(article) FROM readings)": ("pointer", "rows of readings"),
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_is_found(large: Ledger, do: Callable[[str], None], statement: str) -> None:
    do(statement)
    kind, words = DAMAGE[statement]
    found = faults(large)
    assert {one.kind for one in found} == {kind}
    assert any(words in one.words for one in found)
