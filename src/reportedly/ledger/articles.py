"""Articles: filing a revision, and finding it again.

Invariant: an article, its revision number and its words in the search index are filed in one transaction and never
altered; revisions of a URL are numbered from 1 in the order they were filed.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, RowMapping

from reportedly.ledger import fulltext
from reportedly.ledger.once import Row
from reportedly.ledger.schema import articles, entities, readings
from reportedly.ledger.view import ArticleLine
from reportedly.records import Article, Dateline, Published
from reportedly.text import Span

PAGE = 100
"""Articles taken from the database at a time."""

_newer = articles.alias("newer")
LATEST = ~sa.exists().where(_newer.c.url == articles.c.url, _newer.c.revision > articles.c.revision)
"""Whether an article is the last filed revision of its URL."""

_LINE = [articles.c[name] for name in ("seq", "id", "url", "outlet", "headline", "language", "revision")]
LINE = [*_LINE, articles.c.published, articles.c.published_end, articles.c.published_basis]
"""The columns of an ``ArticleLine``."""

_NEWEST = (articles.c.published.desc().nulls_last(), articles.c.seq.desc())


def file(connection: Connection, article: Article) -> None:
    """File a revision, if it is not there yet."""
    if connection.scalar(sa.select(articles.c.seq).where(articles.c.id == article.id)) is not None:
        return
    last = connection.scalar(sa.select(sa.func.max(articles.c.revision)).where(articles.c.url == article.url))
    row = _row(article, (last or 0) + 1)
    seq = connection.execute(sa.insert(articles).values(row).returning(articles.c.seq)).scalar_one()
    fulltext.index(connection, seq, article.headline, article.text)


def get(connection: Connection, article_id: str) -> Article | None:
    """An article by its id."""
    return _first(connection, sa.select(articles).where(articles.c.id == article_id))


def latest(connection: Connection, url: str) -> Article | None:
    """The last filed revision of a URL."""
    return _first(connection, _of(url).order_by(articles.c.revision.desc()).limit(1))


def revisions(connection: Connection, url: str) -> list[Article]:
    """All revisions of a URL, first to last."""
    rows = connection.execute(_of(url).order_by(articles.c.revision)).mappings()
    return [record(row) for row in rows]


def lines(connection: Connection, limit: int, offset: int, outlet: str | None) -> list[ArticleLine]:
    """Latest revisions, newest first, undated ones last."""
    query = sa.select(*LINE).where(LATEST).order_by(*_NEWEST).limit(limit).offset(offset)
    if outlet is not None:
        query = query.where(articles.c.outlet == outlet)
    return [line(row) for row in connection.execute(query).mappings()]


def naming(connection: Connection, entity_id: str, limit: int, offset: int) -> list[ArticleLine]:
    """Latest revisions that name an entity, newest first."""
    named = sa.select(entities.c.article).where(entities.c.id == entity_id)
    query = sa.select(*LINE).where(articles.c.id.in_(named), LATEST).order_by(*_NEWEST).limit(limit).offset(offset)
    return [line(row) for row in connection.execute(query).mappings()]


def unread(reader: str) -> sa.ColumnElement[bool]:
    """Whether an article awaits ``reader`` (``name/version``).

    One that the same version found to be in no language it reads (``none/version``) does not.
    """
    done = (reader, "none/" + reader.partition("/")[2])
    return ~sa.exists().where(readings.c.article == articles.c.id, readings.c.reader.in_(done))


def to_read(engine: Engine, reader: str) -> Iterator[Article]:
    """Articles that await ``reader``, in the order they were filed, a page at a time.

    No transaction stays open between pages, so readings and articles may be filed meanwhile, from this thread or
    others; what is filed meanwhile is met too.
    """
    seen = 0
    while True:
        query = sa.select(articles).where(articles.c.seq > seen, unread(reader)).order_by(articles.c.seq).limit(PAGE)
        with engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        yield from map(record, rows)
        if len(rows) < PAGE:
            return
        seen = rows[-1]["seq"]


def record(row: RowMapping) -> Article:
    """An article from its row."""
    dateline = _span(row, "dateline")
    return Article(
        id=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        text=row["text"],
        language=row["language"],
        extractor=row["extractor"],
        headline=row["headline"],
        title=_span(row, "title"),
        credit=_span(row, "credit"),
        byline=_span(row, "byline"),
        dateline=Dateline(dateline, row["dateline_place"], row["dateline_day"]) if dateline else None,
        published=published(row),
        furniture=row["furniture"],
        capture=row["capture"],
    )


def line(row: RowMapping) -> ArticleLine:
    """A line of a list from the columns ``LINE``."""
    return ArticleLine(
        article=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        headline=row["headline"],
        published=published(row),
        language=row["language"],
        revision=row["revision"],
    )


def published(row: RowMapping) -> Published | None:
    """When an article came out, from its row."""
    if row["published"] is None:
        return None
    return Published(row["published"], row["published_end"], row["published_basis"])


def _row(article: Article, revision: int) -> Row:
    plain = ("id", "url", "outlet", "text", "language", "extractor", "headline", "furniture", "capture")
    row: Row = {name: getattr(article, name) for name in plain}
    for name in ("title", "credit", "byline"):
        row[f"{name}_start"], row[f"{name}_end"] = getattr(article, name) or (None, None)
    if article.dateline:
        row["dateline_start"], row["dateline_end"] = article.dateline.span
        row |= {"dateline_place": article.dateline.place, "dateline_day": article.dateline.start}
    if article.published:
        row |= {"published": article.published.start, "published_end": article.published.end}
        row["published_basis"] = article.published.basis
    return {**row, "revision": revision}


def _span(row: RowMapping, name: str) -> Span | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return Span(start, end) if start is not None else None


def _of(url: str) -> sa.Select[Any]:
    return sa.select(articles).where(articles.c.url == url)


def _first(connection: Connection, query: sa.Select[Any]) -> Article | None:
    row = connection.execute(query).mappings().first()
    return record(row) if row else None
