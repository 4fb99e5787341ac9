"""Ledgers row for row: the same desk is like itself on either database, and one row more or less is told."""

import shutil
from pathlib import Path

from benchmarks import rows
from reportedly.ledger import open_ledger
from reportedly.ledger.moving import move
from reportedly.settings import desk_in, init_desk
from tests.read.reading_of import article


def desk_with(folder: Path, *texts: str) -> Path:
    """A desk with these articles, in their order."""
    with open_ledger(init_desk(folder).ledger_url) as ledger:
        ledger.articles.file_all(article(text, url=f"https://lake.example/{text}") for text in texts)
    return folder


def test_the_order_of_filing_makes_no_difference(tmp_path: Path) -> None:
    one, other = (desk_with(tmp_path / name, *texts) for name, texts in (("one", "abc"), ("other", "cab")))
    assert rows.of(one)["articles"].total() == 3
    assert rows.unlike(rows.of(one), rows.of(other)) == []


def test_a_row_more_or_less_is_told(tmp_path: Path) -> None:
    one, other = desk_with(tmp_path / "one", *"abc"), desk_with(tmp_path / "other", *"abd")
    assert "articles: 1 of 3 rows missing, 1 extra" in rows.unlike(rows.of(one), rows.of(other))


def test_the_database_makes_no_difference(tmp_path: Path, bare_database: str) -> None:
    one = desk_with(tmp_path / "one", *"abc")
    shutil.copytree(one, tmp_path / "other")
    move(desk_in(one).ledger_url, bare_database, lambda *_: None)
    (tmp_path / "other" / "desk.toml").write_text(f'ledger = "{bare_database}"\n')
    assert rows.unlike(rows.of(one), rows.of(tmp_path / "other")) == []
