"""The ledger that search is measured in holds what the desk itself would have filed."""

from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from benchmarks import invented
from reportedly.ledger.database import connect
from reportedly.ledger.search import mark_readings, settle

HELD = sa.text("SELECT mark, place FROM article_marks ORDER BY mark, place")
INDEXED = sa.text("SELECT id FROM article_words_docsize ORDER BY id")
PAGES = sa.text("SELECT id, url FROM articles")


def test_its_marks_and_words_are_those_that_filing_keeps(tmp_path: Path) -> None:
    with invented.ledger(f"sqlite:///{tmp_path}/ledger.db", 120) as ledger:
        assert len(ledger.articles.lines(limit=200)) == 120
        assert ledger.articles.marked("language") == ["ar", "en", "fa", "ur"]
    with closing(connect(f"sqlite:///{tmp_path}/ledger.db")) as database, database.writing() as connection:
        before = connection.execute(HELD).all(), connection.execute(INDEXED).all()
        pages = connection.execute(PAGES).all()
        settle(connection, [url for _, url in pages])
        mark_readings(connection, [own for own, _ in pages])
        assert (connection.execute(HELD).all(), connection.execute(INDEXED).all()) == before


def test_common_words_stand_in_nearly_all_its_articles_and_others_in_few(tmp_path: Path) -> None:
    words = invented.languages()["ur"].words
    with invented.ledger(f"sqlite:///{tmp_path}/ledger.db", 120) as ledger:
        told = sum(line.language == "ur" for line in ledger.articles.lines(limit=200))
        assert len(ledger.articles.search(words[0], limit=200).hits) >= 0.9 * told
        assert len(ledger.articles.search(words[15_000], limit=200).hits) <= 2
        assert invented.ledger(f"sqlite:///{tmp_path}/ledger.db", 120).articles.lines() == ledger.articles.lines()
