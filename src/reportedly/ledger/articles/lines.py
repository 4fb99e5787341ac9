"""Articles in a list: what is shown of them without loading their texts."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger.articles.rows import PUBLISHED, published_of
from reportedly.ledger.schema import articles, story_articles
from reportedly.records import Published, Record
from reportedly.search import Passage


class ArticleLine(Record, frozen=True):
    """An article in a list; ``revision`` counts from 1 for each URL, ``article`` is the revision's id.

    ``story`` is the story it belongs to, None before it is grouped; ``is_copy`` says whether it repeats another's text,
    ``partial`` whether the text is only a part of the article.
    """

    article: str
    url: str
    outlet: str
    headline: str | None
    published: Published | None
    language: str
    revision: int
    story: str | None = None
    is_copy: bool = False
    partial: bool = False


class Hit(Record, frozen=True):
    """An article that was found.

    ``snippet`` is its best passage in pieces: words, and whether they were sought. ``place`` is where it stands among
    all articles, newest first: what is older can be asked for with it.
    """

    article: str
    url: str
    outlet: str
    headline: str | None
    published: Published | None
    language: str
    snippet: Passage
    place: str
    story: str | None = None
    is_copy: bool = False
    partial: bool = False


class Hits(Record, frozen=True):
    """Articles that were found. ``before`` asks for those after them, None where there are none or the best come first.

    ``notes`` say in words what was left out, and why.
    """

    hits: tuple[Hit, ...]
    before: str | None = None
    notes: tuple[str, ...] = ()


_OWN = ("seq", "id", "url", "outlet", "headline", "language", "revision", "partial")
COLUMNS = [articles.c[name] for name in (*_OWN, *PUBLISHED)]
"""What a query has to ask for, so that its rows can be made lines."""


def placed(connection: Connection, query: sa.Select[Any]) -> dict[int, ArticleLine]:
    """The lines that a query of ``COLUMNS`` gives, in its order, by their ``seq``; each with its place in a story."""
    rows = connection.execute(query).mappings().all()
    table = story_articles
    columns = table.c.article, table.c.story, table.c.copy_of
    places = sa.select(*columns).where(table.c.article.in_([row["id"] for row in rows]))
    stories = {article: (story, copy_of is not None) for article, story, copy_of in connection.execute(places)}
    return {row["seq"]: _line(row, *stories.get(row["id"], (None, False))) for row in rows}


def _line(row: RowMapping, story: str | None, is_copy: bool) -> ArticleLine:  # noqa: FBT001  as the row says
    return ArticleLine(
        article=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        headline=row["headline"],
        published=published_of(row),
        language=row["language"],
        revision=row["revision"],
        story=story,
        is_copy=is_copy,
        partial=row["partial"] is not None,
    )


def hit(line: ArticleLine, snippet: Passage, place: int) -> Hit:
    """The article of a line, as it was found."""
    own = {name: getattr(line, name) for name in Hit.__struct_fields__ if name not in {"snippet", "place"}}
    return Hit(snippet=snippet, place=str(place), **own)
