"""Gists put together again: of the revision of each page that was read and shown last, with what the first one was."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, schema
from reportedly.records import FirstRevision, Gist, page_id


class LastRead(NamedTuple):
    """The last revision of a page that was read, and the day under which the page stands, where there is one.

    That is when it came out first or, where nobody says so, was fetched first.
    """

    article: str
    day: date | None


def all_of(connection: Connection) -> Iterator[Gist]:
    """Every gist, in the order in which their articles were filed."""
    article = schema.articles
    query = last_of_each(_query()).order_by(article.c.seq).execution_options(yield_per=batches.IDS)
    with connection.execute(query) as found:
        for rows in found.mappings().partitions():
            yield from _gists(connection, rows)


def of_articles(connection: Connection, article_ids: Iterable[str]) -> Iterator[Gist]:
    """The gists of these articles, each the last of its page that was read."""
    for batch in batches.of_ids(article_ids):
        rows = connection.execute(_query().where(schema.articles.c.id.in_(batch))).mappings().all()
        yield from _gists(connection, rows)


def last_read(connection: Connection, urls: Iterable[str]) -> dict[str, LastRead]:
    """By URL the last revision that was read, and the day under which its page stands."""
    article, gist = schema.articles, schema.gists
    columns = article.c.url, article.c.id, gist.c.published, _FETCHED, article.c.turn, article.c.revision
    query = _joined(*columns)
    known: dict[str, LastRead] = {}
    for batch in batches.of_ids(map(page_id, urls)):
        revisions: dict[str, list[Any]] = {}
        for row in connection.execute(query.where(article.c.page.in_(batch)).order_by(article.c.revision)):
            revisions.setdefault(row.url, []).append(row)
        for url, rows in revisions.items():
            last = max(rows, key=lambda row: (row.turn, row.revision))
            days = [row.published for row in (rows[0], last) if row.published]
            fetched = [day for row in (rows[0], last) if (day := _day(row.fetched_at))]
            known[url] = LastRead(last.id, min(days or fetched, default=None))
    return known


def last_of_each(query: sa.Select[Any]) -> sa.Select[Any]:
    """The same of the last revision of each page that was read alone."""
    newer, article = schema.articles.alias("newer_read"), schema.articles
    overtaken = sa.exists().where(
        newer.c.page == article.c.page, newer.c.turn > article.c.turn, schema.readings.c.article == newer.c.id
    )
    return query.where(~overtaken)


def _query() -> sa.Select[Any]:
    article, gist = schema.articles, schema.gists
    own = article.c.id, article.c.page, article.c.url, article.c.outlet, article.c.published_at.label("at")
    return _joined(*own, _FETCHED, *gist.c)


_FETCHED: Final = schema.captures.c.fetched_at


def _joined(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """These of gists, each with its article and, where it came from one, the capture."""
    article, gist, capture = schema.articles, schema.gists, schema.captures
    joined = gist.join(article, gist.c.article == article.c.id).outerjoin(capture, capture.c.id == article.c.capture)
    return sa.select(*columns).select_from(joined)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _gists(connection: Connection, rows: Iterable[RowMapping]) -> Iterator[Gist]:
    rows = list(rows)
    firsts = _first_read(connection, [row["page"] for row in rows])
    for row in rows:
        own = {name: row[name] for name in Gist.__struct_fields__ if name not in {"first", "fetched"}}
        yield Gist(first=firsts.get(row["page"]), fetched=_day(row["fetched_at"]), **own)


def _first_read(connection: Connection, pages: Iterable[str]) -> dict[str, FirstRevision]:
    """Of these pages those of which several revisions were read, and the first of them."""
    article, gist = schema.articles, schema.gists
    columns = article.c.page, gist.c.published, article.c.published_at.label("at"), gist.c.shingles, _FETCHED
    query = _joined(*columns).order_by(article.c.revision.desc())
    firsts: dict[str, FirstRevision] = {}
    for batch in batches.of_ids(pages):
        several = sa.select(article.c.page).join(gist, gist.c.article == article.c.id)
        several = several.where(article.c.page.in_(batch)).group_by(article.c.page).having(sa.func.count() > 1)
        for edited in batches.of_ids(connection.scalars(several).all()):
            for row in connection.execute(query.where(article.c.page.in_(edited))):
                firsts[row.page] = FirstRevision(row.published, row.at, row.shingles, _day(row.fetched_at))
    return firsts
