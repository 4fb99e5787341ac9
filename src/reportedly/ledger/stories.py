"""Stories: replaced as a whole when articles are grouped anew; what did not change is not written again."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, schema
from reportedly.ledger.rows import Row
from reportedly.ledger.upserts import insert
from reportedly.ledger.view import StoryLine
from reportedly.records import Story, StoryArticle


def replace(connection: Connection, stories: Iterable[Story]) -> None:
    """Let the ledger hold these stories and no others."""
    fresh = {story.id: story for story in stories}
    kept = set()
    for old in everything(connection):
        if fresh.get(old.id) == old:
            kept.add(old.id)
        else:
            connection.execute(sa.delete(schema.stories).where(schema.stories.c.id == old.id))
    added = [story for story in fresh.values() if story.id not in kept]
    known = _articles(connection) if added else {}
    insert(connection, schema.stories, [_row(story, known) for story in added])
    insert(connection, schema.story_articles, [row for story in added for row in _article_rows(story)])


def everything(connection: Connection) -> Iterator[Story]:
    """All stories, newest first."""
    found = connection.execute(sa.select(schema.stories).order_by(*_newest())).mappings().all()
    for start in range(0, len(found), batches.IDS):
        yield from _stories(connection, found[start : start + batches.IDS])


def by_id(connection: Connection, ids: Iterable[str]) -> list[Story]:
    """Stories in the order of their ids; those that are not there are left out."""
    found: list[Story] = []
    for batch in batches.of_ids(ids):
        query = sa.select(schema.stories).where(schema.stories.c.id.in_(batch))
        rows = {row["id"]: row for row in connection.execute(query).mappings()}
        found += _stories(connection, [rows[one] for one in batch if one in rows])
    return found


def get(connection: Connection, story_id: str) -> Story | None:
    """A story by its id."""
    return next(iter(by_id(connection, [story_id])), None)


def of(connection: Connection, article_id: str) -> str | None:
    """The id of the story that an article belongs to."""
    table = schema.story_articles
    return connection.scalar(sa.select(table.c.story).where(table.c.article == article_id).limit(1))


def lines(connection: Connection, limit: int, offset: int, since: date | None, until: date | None) -> list[StoryLine]:
    """Stories, newest first, undated ones last; with ``since`` or ``until`` those that have articles in these days."""
    table = schema.stories
    query = sa.select(table).order_by(*_newest()).limit(limit).offset(offset)
    if since is not None:
        query = query.where(table.c.last >= since)
    if until is not None:
        query = query.where(table.c.first <= until)
    return [_line(row) for row in connection.execute(query).mappings()]


def _newest() -> tuple[sa.ColumnElement[Any], ...]:
    return schema.stories.c.last.desc().nulls_last(), schema.stories.c.id.desc()


def _stories(connection: Connection, found: Iterable[RowMapping]) -> Iterator[Story]:
    found = list(found)
    table = schema.story_articles
    query = sa.select(table).where(table.c.story.in_([row["id"] for row in found])).order_by(table.c.story, table.c.n)
    members: dict[str, list[StoryArticle]] = {}
    for row in connection.execute(query).mappings():
        own = StoryArticle(row["article"], row["url"], row["copy_of"], row["originator"])
        members.setdefault(row["story"], []).append(own)
    for row in found:
        articles = tuple(members.get(row["id"], ()))
        yield Story(row["id"], row["title"], articles, row["independent_sources"])


def _articles(connection: Connection) -> Mapping[str, tuple[str, date | None]]:
    table = schema.articles
    rows = connection.execute(sa.select(table.c.id, table.c.outlet, table.c.published))
    return {article: (outlet, published) for article, outlet, published in rows}


def _row(story: Story, known: Mapping[str, tuple[str, date | None]]) -> Row:
    told = [known[member.article] for member in story.articles if member.article in known]
    days = [day for _, day in told if day is not None]
    return {
        "id": story.id,
        "title": story.title,
        "independent_sources": story.independent_sources,
        "first": min(days, default=None),
        "last": max(days, default=None),
        "articles": len(story.articles),
        "outlets": tuple(sorted({outlet for outlet, _ in told})),
    }


def _article_rows(story: Story) -> Iterator[Row]:
    for n, member in enumerate(story.articles):
        own = {"article": member.article, "url": member.url}
        yield {"story": story.id, "n": n, **own, "copy_of": member.copy_of, "originator": member.originator}


def _line(row: RowMapping) -> StoryLine:
    return StoryLine(**{name: row[name] for name in StoryLine.__struct_fields__})
