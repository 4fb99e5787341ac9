from collections.abc import Iterable
from datetime import date
from pathlib import Path

from benchmarks import content
from reportedly.extract import plain
from reportedly.ledger import open_ledger
from reportedly.records import Article
from reportedly.settings import init_desk


def article(name: str, text: str) -> Article:
    day = date(2031, 5, 1)
    return plain.article(text, url=f"https://gazette.example/{name}", outlet="gazette", published=day, headline=name)


FERRY = article("ferry", "The ferry to Marrow was late again, the port said on Thursday. Nobody was hurt.")
BRIDGE = article("bridge", "The bridge at Lower Ford will open in June, the mayor said.")


def desk(folder: Path, articles: Iterable[Article]) -> Path:
    with open_ledger(init_desk(folder).ledger_url) as ledger:
        for one in articles:
            ledger.articles.file(one)
    return folder


def test_the_order_of_filing_makes_no_difference(tmp_path: Path) -> None:
    one, other = desk(tmp_path / "a", [FERRY, BRIDGE]), desk(tmp_path / "b", [BRIDGE, FERRY, FERRY])
    assert content.differences(one, other) == []


def test_a_lost_article_is_seen(tmp_path: Path) -> None:
    one, other = desk(tmp_path / "a", [FERRY, BRIDGE]), desk(tmp_path / "b", [BRIDGE])
    assert "articles: 1 missing, 0 extra" in content.differences(one, other)


def test_a_changed_word_is_seen(tmp_path: Path) -> None:
    changed = article("ferry", FERRY.text.replace("late", "early"))
    one, other = desk(tmp_path / "a", [FERRY]), desk(tmp_path / "b", [changed])
    assert "articles: 1 missing, 1 extra" in content.differences(one, other)
