"""Small articles and their readings, for tests that ask what was filed from a text."""

from datetime import date
from functools import cache

from reportedly.extract import plain
from reportedly.read import reader
from reportedly.records import Article, Event, Reading, Statement, article_id
from reportedly.text import Span

MONDAY = date(2025, 6, 2)


def article(text: str, published: date | None = MONDAY, url: str = "https://lake.example/1") -> Article:
    """An article handed in as plain text."""
    return plain.article(text, url=url, outlet="lake", published=published, headline="Lake news")


def bare(text: str, language: str = "en", url: str = "https://lake.example/1") -> Article:
    """An article of which nothing is known but its text and language."""
    return Article(article_id(url, text, "t"), url, "lake", text, language, "t")


@cache
def reading(text: str, published: date | None = MONDAY) -> Reading:
    """What is found in it; the language is given, for a sentence is too short to tell it by."""
    found = article(text, published)
    (got,) = reader.read([Article(**{**{f: getattr(found, f) for f in found.__struct_fields__}, "language": "en"})])
    return got


def words(got: Reading, *spans: Span) -> str:
    """The words under spans."""
    return " | ".join(span.of(got.article.text) for span in spans)


def said(got: Reading, one: Statement) -> tuple[str, str, str]:
    """A statement as (source, cue, content)."""
    return words(got, *one.source), words(got, *one.cue), words(got, *one.content)


def statements(text: str) -> list[tuple[str, str, str]]:
    """All statements of a text as (source, cue, content)."""
    got = reading(text)
    return [said(got, one) for one in got.statements]


def event(got: Reading, trigger: str) -> Event:
    """The one event whose trigger is that word."""
    (found,) = [one for one in got.events if words(got, one.trigger) == trigger]
    return found


def people(got: Reading, one: Event) -> list[str]:
    """The actors' names, or their words where they name nobody."""
    names = {entity.id: entity.name for entity in got.entities}
    return [names[actor.entity] if actor.entity else words(got, actor.span) for actor in one.actors]
