"""Articles as rows, and articles put together from their rows."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches
from reportedly.ledger.rows import Row
from reportedly.ledger.schema import articles
from reportedly.records import Article, Dateline, Published, Updated, page_id
from reportedly.text import Span

PUBLISHED: Final = ("published", "published_end", "published_basis", "published_at")
"""The columns of a ``Published``, in the order of its fields."""

_UPDATED: Final = ("updated", "updated_end", "updated_basis", "updated_at")
_PLAIN: Final = (
    "id",
    "url",
    "outlet",
    "text",
    "language",
    "extractor",
    "headline",
    "furniture",
    "capture",
    "partial",
)
"""Fields with a column of their name."""


def row_of(article: Article, revision: int) -> Row:
    """The row of an article but for its ``turn``; ``revision`` counts from 1 at its URL."""
    row: Row = {name: getattr(article, name) for name in _PLAIN}
    dateline = article.dateline
    for name in ("title", "credit", "byline"):
        row |= _ends(name, getattr(article, name))
    row |= _ends("dateline", dateline.span if dateline else None)
    row |= {"dateline_place": dateline and dateline.place, "dateline_day": dateline and dateline.start}
    for columns, days in ((PUBLISHED, article.published), (_UPDATED, article.updated)):
        row |= dict(zip(columns, msgspec.structs.astuple(days), strict=True)) if days else dict.fromkeys(columns)
    return {**row, "page": page_id(article.url), "revision": revision}


def article_of(row: RowMapping) -> Article:
    """The article that a row holds."""
    dateline = _span(row, "dateline")
    return Article(
        **{name: row[name] for name in _PLAIN},
        title=_span(row, "title"),
        credit=_span(row, "credit"),
        byline=_span(row, "byline"),
        dateline=Dateline(dateline, row["dateline_place"], row["dateline_day"]) if dateline else None,
        published=published_of(row),
        updated=Updated(*(row[name] for name in _UPDATED)) if row["updated"] else None,
    )


def published_of(row: RowMapping) -> Published | None:
    """When the article of a row came out."""
    return Published(*(row[name] for name in PUBLISHED)) if row["published"] else None


def _ends(name: str, span: Span | None) -> Row:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _span(row: RowMapping, name: str) -> Span | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return Span(start, end) if start is not None else None


def by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Articles by their ids; those that are not there are left out."""
    held: dict[str, Article] = {}
    for batch in batches.of_ids(ids):
        rows = connection.execute(sa.select(articles).where(articles.c.id.in_(batch))).mappings()
        held |= {row["id"]: article_of(row) for row in rows}
    return held


def first(connection: Connection, query: sa.Select[Any]) -> Article | None:
    """The article in the first row of ``query``; None where it has no row."""
    row = connection.execute(query).mappings().first()
    return article_of(row) if row else None
