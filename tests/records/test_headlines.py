from reportedly.records import (
    Article,
    heading,
    headline,
)
from reportedly.text import Span


def article(text: str, headline: str | None = None, title: Span | None = None) -> Article:
    return Article("a1", "https://gazette.example/1", "gazette", text, "en", "plain/1", headline, title)


def test_an_article_is_called_by_its_headline_or_its_title_or_its_first_line() -> None:
    text = "\nThe ford is  open again\nHalden. Boats cross."
    assert headline(article(text, " The ford,\nopen ")) == "The ford, open"
    assert headline(article(text, title=Span(1, 9))) == "The ford"
    assert headline(article(text)) == ""
    assert headline(article(text), opening=200) == "The ford is open again"
    assert headline(article(text), opening=8) == "The ford"


def test_the_title_or_the_first_line_is_cited_for_the_whole_article() -> None:
    text = "\nThe ford is open\nHalden. Boats cross."
    assert heading(article(text, title=Span(5, 9))) == Span(5, 9)
    assert heading(article(text)).of(text) == "The ford is open"
    assert heading(article("word " * 100)) == Span(0, 200)
    assert heading(article("")) == Span(0, 0)
