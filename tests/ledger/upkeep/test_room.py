from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reportedly.ledger import Ledger
from reportedly.ledger.database import connect
from reportedly.ledger.upkeep import room
from reportedly.records import Article
from tests.postgres import of_sqlite

Write = Callable[..., Article]
pytestmark = of_sqlite  # how a server counts: test_postgresql.py


def test_all_that_is_told_is_as_large_as_the_files(ledger: Ledger, url: str, filed: Write, article: Write) -> None:
    filed(ledger, article())
    told = ledger.upkeep.room()
    file = Path(url.removeprefix("sqlite:///"))
    log = file.with_name("ledger.db-wal")
    assert told.measured
    # what was just written stands in the log only, until SQLite moves it into the file
    pages = sum(one.bytes for one in told.taken if one.kind != "log")
    assert pages >= file.stat().st_size
    assert told.bytes == pages + log.stat().st_size


def test_rows_are_counted_wherever_they_are_kept(ledger: Ledger, filed: Write, article: Write) -> None:
    for n in range(300):
        ledger.articles.file(article(f"https://herald.example/{n}"))
    filed(ledger, article())
    rows = {one.name: one.rows for one in ledger.upkeep.room().taken}
    assert (rows["articles"], rows["ix_articles_page_turn"]) == (301, 301)
    assert (rows["sentences"], rows["entities"], rows["readings"]) == (2, 2, 1)
    assert rows["article_words_data"] is None


def test_without_the_tables_of_pages_an_estimate_is_given_and_said_to_be_one(
    ledger: Ledger, url: str, filed: Write, article: Write
) -> None:
    for n in range(30):
        filed(ledger, article(f"https://herald.example/{n}"))
    with closing(connect(url)) as database, database.looking() as connection:
        guessed, told = room.taken(connection, measured=False), room.taken(connection)
    assert not guessed.measured
    rows = {one.name: one.rows for one in told.taken}
    known = {one.name: one.rows for one in guessed.taken if one.rows is not None}
    assert known.items() <= rows.items()
    assert "ix_readings_set_aside" not in known, "it is of some rows only, nobody knows how many"
    assert abs(guessed.bytes - told.bytes) < 1000
