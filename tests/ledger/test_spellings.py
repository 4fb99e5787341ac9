from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reportedly.ledger import Ledger
from reportedly.records import Article, Capture, Outcome

AT = datetime(2031, 5, 20, 8, tzinfo=UTC)
Write = Callable[..., Article]


@pytest.mark.parametrize(
    "asked",
    [
        "https://x.example/a%20b",
        "http://www.x.example/a b/",
        "x.example/a%20b",
        "<https://x.example/a%20b?fbclid=1#top>",
    ],
)
def test_a_page_is_found_by_any_spelling(ledger: Ledger, article: Write, asked: str) -> None:
    ledger.articles.file(article(url="https://x.example/a%20b"))
    assert ledger.pages.known_as(asked) == "https://x.example/a%20b"


def test_what_stands_nowhere_stays_as_it_is_spelled(ledger: Ledger, article: Write) -> None:
    ledger.articles.file(article(url="https://x.example/a"))
    for asked in ("https://x.example/b", "https://y.example/a", "notes.txt", ""):
        assert ledger.pages.known_as(asked) == asked


def test_captures_attempts_and_other_addresses_are_found_too(ledger: Ledger) -> None:
    ledger.captures.put(Capture("c1", "http://x.example/1", AT, 200, "text/html", "0", 1, "a.warc", 0))
    ledger.outcomes.put(Outcome("http://x.example/2", AT, "failed", "no"))
    ledger.pages.put_alias("http://x.example/3", "http://x.example/1")
    spelled = [ledger.pages.known_as(f"https://www.x.example/{n}/") for n in (1, 2, 3)]
    assert spelled == ["http://x.example/1", "http://x.example/2", "http://x.example/1"]


def test_of_two_spellings_the_one_with_an_article_tells_and_then_the_nearer(ledger: Ledger, article: Write) -> None:
    ledger.outcomes.put(Outcome("https://x.example/1", AT, "failed", "no"))
    ledger.articles.file(article(url="http://www.x.example/1"))
    assert ledger.pages.known_as("https://x.example/1/#top") == "http://www.x.example/1"
    ledger.articles.file(article(url="https://x.example/1/"))
    assert ledger.pages.known_as("https://x.example/1/#top") == "https://x.example/1/"
