"""Reading names from a few words, as the tests of names do it."""

from datetime import date

from reportedly.extract import plain
from reportedly.read import names
from reportedly.read.grammar import parse
from reportedly.read.names import Names
from reportedly.records import Entity


def read(text: str, country: str | None = None, headline: str | None = "-") -> Names:
    """The names of a text without a title of its own."""
    article = plain.article(text, url="u", outlet="o", published=date(2025, 6, 4), headline=headline)
    return names.find(next(parse.pages([article])), country)


def found(text: str, country: str | None = None, headline: str | None = "-") -> dict[str, str]:
    """Name -> kind."""
    return {entity.name: entity.kind for entity in read(text, country, headline).entities}


def one(got: Names, name: str) -> Entity:
    """The only entity with this name."""
    (entity,) = [entity for entity in got.entities if entity.name == name]
    return entity


def forms(got: Names, name: str) -> list[str]:
    """The words of each mention of an entity."""
    return [span.of(got.page.article.text) for span in one(got, name).mentions]
