"""Articles: filing a revision, and finding it again.

Invariant: an article, its revision number and its words in the search index are filed in one transaction and never
altered; revisions of a URL are numbered from 1 in the order they were first filed. ``turn`` is the order in which the
page last showed them: a page that goes back to an earlier text has that as its latest revision again. A part of an
article never takes the place of the whole: it has turn 0.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, fulltext
from reportedly.ledger.database import Database
from reportedly.ledger.rows import Row
from reportedly.ledger.schema import articles, entities, readings, story_articles
from reportedly.ledger.view import ArticleLine
from reportedly.records import Article, Dateline, Published, Updated
from reportedly.text import Span

AT_ONCE: Final = 100
"""Articles taken from the database at a time."""

_newer = articles.alias("newer")
LATEST = ~sa.exists().where(_newer.c.url == articles.c.url, _newer.c.turn > articles.c.turn)
"""Whether an article is the revision of its URL that the page showed last."""

_LINE = [articles.c[name] for name in ("seq", "id", "url", "outlet", "headline", "language", "revision", "partial")]
_PUBLISHED = ("published", "published_end", "published_basis", "published_at")
_UPDATED = ("updated", "updated_end", "updated_basis", "updated_at")
LINE = [*_LINE, *(articles.c[name] for name in _PUBLISHED)]
"""The columns of an ``ArticleLine``."""

_NEWEST = (articles.c.published.desc().nulls_last(), articles.c.seq.desc())


def file(connection: Connection, article: Article) -> None:
    """File a revision, if it is not there yet; where another capture shows it again, let it be the latest again."""
    held = connection.execute(sa.select(articles.c.capture, LATEST).where(articles.c.id == article.id)).first()
    columns = sa.func.max(articles.c.revision), sa.func.max(articles.c.turn)
    last, turn = connection.execute(sa.select(*columns).where(articles.c.url == article.url)).one()
    kept = article.partial is not None and _has_whole(connection, article.url)
    if held is None:
        row = {**_row(article, (last or 0) + 1), "turn": 0 if kept else (turn or 0) + 1}
        seq = connection.execute(sa.insert(articles).values(row).returning(articles.c.seq)).scalar_one()
        fulltext.index(connection, seq, article.headline, article.text)
        return
    first_seen_in, is_latest = held
    if article.capture not in {None, first_seen_in} and not is_latest and not kept:
        connection.execute(sa.update(articles).where(articles.c.id == article.id).values(turn=turn + 1))


def _has_whole(connection: Connection, url: str) -> bool:
    """Whether a revision of the page is there that is more than a part of its article."""
    query = sa.select(articles.c.seq).where(articles.c.url == url, articles.c.partial.is_(None)).limit(1)
    return connection.scalar(query) is not None


def get(connection: Connection, article_id: str) -> Article | None:
    """An article by its id."""
    return _first(connection, sa.select(articles).where(articles.c.id == article_id))


def by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Articles by their ids; those that are not there are left out."""
    found: dict[str, Article] = {}
    for batch in batches.of_ids(ids):
        rows = connection.execute(sa.select(articles).where(articles.c.id.in_(batch))).mappings()
        found |= {row["id"]: record(row) for row in rows}
    return found


def latest(connection: Connection, url: str) -> Article | None:
    """The revision of a URL that the page showed last."""
    return _first(connection, _of(url).order_by(articles.c.turn.desc()).limit(1))


def revisions(connection: Connection, url: str) -> list[Article]:
    """All revisions of a URL, in the order in which they were first filed."""
    rows = connection.execute(_of(url).order_by(articles.c.revision)).mappings()
    return [record(row) for row in rows]


def lines(connection: Connection, limit: int, offset: int, outlet: str | None) -> list[ArticleLine]:
    """Latest revisions, newest first, undated ones last."""
    query = sa.select(*LINE).where(LATEST).order_by(*_NEWEST).limit(limit).offset(offset)
    if outlet is not None:
        query = query.where(articles.c.outlet == outlet)
    return [line for _, line in placed(connection, query)]


def lines_of(connection: Connection, ids: Iterable[str]) -> dict[str, ArticleLine]:
    """The lines of any articles by their ids; those that are not there are left out."""
    found: dict[str, ArticleLine] = {}
    for batch in batches.of_ids(ids):
        query = sa.select(*LINE).where(articles.c.id.in_(batch))
        found |= {line.article: line for _, line in placed(connection, query)}
    return found


def naming(connection: Connection, entity_id: str, limit: int, offset: int) -> list[ArticleLine]:
    """Latest revisions that name an entity, newest first."""
    named = sa.select(entities.c.article).where(entities.c.id == entity_id)
    query = sa.select(*LINE).where(articles.c.id.in_(named), LATEST).order_by(*_NEWEST).limit(limit).offset(offset)
    return [line for _, line in placed(connection, query)]


def naming_each(connection: Connection, entity_ids: Iterable[str], most: int) -> dict[str, list[ArticleLine]]:
    """For each entity that at most ``most`` articles name: their latest revisions, newest first."""
    told: list[tuple[str, str]] = []
    for batch in batches.of_ids(entity_ids):
        rows = sa.select(entities.c.id).where(entities.c.id.in_(batch)).group_by(entities.c.id)
        rare = rows.having(sa.func.count() <= most)
        query = sa.select(entities.c.id, articles.c.id).join(articles, articles.c.id == entities.c.article)
        query = query.where(entities.c.id.in_(rare), LATEST).order_by(*_NEWEST)
        told += (tuple(row) for row in connection.execute(query))
    held = lines_of(connection, (article for _, article in told))
    found: dict[str, list[ArticleLine]] = {}
    for entity, article in told:
        found.setdefault(entity, []).append(held[article])
    return found


def by_outlet(connection: Connection) -> dict[str, int]:
    """How many latest revisions each outlet has, by its id."""
    query = sa.select(articles.c.outlet, sa.func.count()).where(LATEST).group_by(articles.c.outlet)
    return {row[0]: row[1] for row in connection.execute(query.order_by(articles.c.outlet))}


def newest_day(connection: Connection, until: date) -> date | None:
    """The last day up to ``until`` on which an article came out."""
    found: date | None = connection.scalar(
        sa.select(sa.func.max(articles.c.published)).where(articles.c.published <= until)
    )
    return found


def unread(reader: str) -> sa.ColumnElement[bool]:
    """Whether an article awaits ``reader`` (``name/version``).

    One that the same version found to be in no language it reads (``none/version``) does not.
    """
    done = (reader, "none/" + reader.partition("/")[2])
    return ~sa.exists().where(readings.c.article == articles.c.id, readings.c.reader.in_(done))


def to_read(database: Database, reader: str) -> Iterator[Article]:
    """Articles that await ``reader``, in the order they were filed; readings may be filed meanwhile."""
    query = sa.select(articles).where(unread(reader))
    return map(record, batches.of_rows(database, query, [articles.c.seq], AT_ONCE))


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
        updated=Updated(*(row[name] for name in _UPDATED)) if row["updated"] else None,
        partial=row["partial"],
    )


def placed(connection: Connection, query: sa.Select[Any]) -> list[tuple[int, ArticleLine]]:
    """The lines that a query of the columns ``LINE`` finds, each with its ``seq`` and with its place in a story."""
    rows = connection.execute(query).mappings().all()
    table = story_articles
    columns = table.c.article, table.c.story, table.c.copy_of
    places = sa.select(*columns).where(table.c.article.in_([row["id"] for row in rows]))
    held = {article: (story, copy_of is not None) for article, story, copy_of in connection.execute(places)}
    return [(row["seq"], _line(row, *held.get(row["id"], (None, False)))) for row in rows]


def _line(row: RowMapping, story: str | None, is_copy: bool) -> ArticleLine:  # noqa: FBT001  as the row says
    return ArticleLine(
        article=row["id"],
        url=row["url"],
        outlet=row["outlet"],
        headline=row["headline"],
        published=published(row),
        language=row["language"],
        revision=row["revision"],
        story=story,
        is_copy=is_copy,
        partial=row["partial"] is not None,
    )


def published(row: RowMapping) -> Published | None:
    """When an article came out, from its row."""
    if row["published"] is None:
        return None
    return Published(*(row[name] for name in _PUBLISHED))


def _row(article: Article, revision: int) -> Row:
    plain = ("id", "url", "outlet", "text", "language", "extractor", "headline", "furniture", "capture", "partial")
    row: Row = {name: getattr(article, name) for name in plain}
    for name in ("title", "credit", "byline"):
        row[f"{name}_start"], row[f"{name}_end"] = getattr(article, name) or (None, None)
    if article.dateline:
        row["dateline_start"], row["dateline_end"] = article.dateline.span
        row |= {"dateline_place": article.dateline.place, "dateline_day": article.dateline.start}
    for names, told in ((_PUBLISHED, article.published), (_UPDATED, article.updated)):
        row |= dict(zip(names, msgspec.structs.astuple(told), strict=True)) if told else {}
    return {**row, "revision": revision}


def _span(row: RowMapping, name: str) -> Span | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return Span(start, end) if start is not None else None


def _of(url: str) -> sa.Select[Any]:
    return sa.select(articles).where(articles.c.url == url)


def _first(connection: Connection, query: sa.Select[Any]) -> Article | None:
    row = connection.execute(query).mappings().first()
    return record(row) if row else None
