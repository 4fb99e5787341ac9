"""Stories: replaced as a whole when articles are grouped anew; what did not change is not written again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, differing
from reportedly.ledger.database import Database
from reportedly.ledger.rows import Row, record_of, row_of
from reportedly.ledger.schema import articles, stories, story_articles
from reportedly.ledger.upserts import insert
from reportedly.records import Record, Story, StoryArticle, story_id


class StoryLine(Record, frozen=True):
    """A story in a list: ``articles`` is how many it has, ``outlets`` the ids of who tell it, in alphabetical order.

    ``first`` and ``last`` are the days its dated articles came out; None where none is dated.
    """

    id: str
    title: str
    first: date | None
    last: date | None
    articles: int
    outlets: tuple[str, ...]
    independent_sources: int


_NEWEST_FIRST: Final = (stories.c.last.desc().nulls_last(), stories.c.id.desc())


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories, newest first, undated ones last."""

    _database: Database

    def replace(self, given: Iterable[Story]) -> None:
        """Let the ledger hold these stories and no others."""
        with self._database.writing() as connection:
            added = differing.to_insert(connection, stories, _all(connection), given)
            known = _known_articles(connection) if added else {}
            insert(connection, stories, [_row(story, known) for story in added])
            insert(connection, story_articles, [row for story in added for row in _article_rows(story)])

    def all(self) -> Iterator[Story]:
        """All stories."""
        with self._database.looking() as connection:
            yield from _all(connection)

    def get(self, story_id: str) -> Story | None:
        """A story by its id."""
        return next(iter(self.by_id([story_id])), None)

    def by_id(self, ids: Iterable[str]) -> list[Story]:
        """Stories in the order of their ids; those that are not there are left out."""
        known: list[Story] = []
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                query = sa.select(stories).where(stories.c.id.in_(batch))
                rows = {row["id"]: row for row in connection.execute(query).mappings()}
                known += _stories(connection, [rows[own] for own in batch if own in rows])
        return known

    def of_article(self, article_id: str) -> str | None:
        """The id of the story that an article belongs to."""
        query = sa.select(story_articles.c.story).where(story_articles.c.article == article_id).limit(1)
        with self._database.looking() as connection:
            return connection.scalar(query)

    def named_by(self, ids: Iterable[str]) -> dict[str, str]:
        """For ids of stories, some perhaps part of another now, the id of the article of whose URL they are made."""
        asked = set(ids)
        query = sa.select(story_articles.c.url, story_articles.c.article)
        with self._database.looking() as connection:
            every = connection.execute(query) if asked else ()
            return {story: article for url, article in every if (story := story_id(url)) in asked}

    def of_thread(self, thread: str, limit: int = 50) -> list[StoryLine]:
        """Lines of the stories that are parts of a running story, earliest first."""
        query = (
            sa.select(stories).where(stories.c.thread == thread).order_by(stories.c.first, stories.c.id).limit(limit)
        )
        with self._database.looking() as connection:
            return [record_of(StoryLine, row) for row in connection.execute(query).mappings()]

    def lines(
        self, *, limit: int = 50, offset: int = 0, since: date | None = None, until: date | None = None
    ) -> list[StoryLine]:
        """Lines of stories; with ``since`` or ``until`` of those that have articles in these days."""
        query = sa.select(stories).order_by(*_NEWEST_FIRST).limit(limit).offset(offset)
        if since is not None:
            query = query.where(stories.c.last >= since)
        if until is not None:
            query = query.where(stories.c.first <= until)
        with self._database.looking() as connection:
            return [record_of(StoryLine, row) for row in connection.execute(query).mappings()]


def _all(connection: Connection) -> Iterator[Story]:
    rows = connection.execute(sa.select(stories).order_by(*_NEWEST_FIRST)).mappings().all()
    for start in range(0, len(rows), batches.IDS):
        yield from _stories(connection, rows[start : start + batches.IDS])


def _stories(connection: Connection, rows: Iterable[RowMapping]) -> Iterator[Story]:
    rows = list(rows)
    table = story_articles
    query = sa.select(table).where(table.c.story.in_([row["id"] for row in rows])).order_by(table.c.story, table.c.n)
    members: dict[str, list[StoryArticle]] = {}
    for row in connection.execute(query).mappings():
        members.setdefault(row["story"], []).append(record_of(StoryArticle, row))
    for row in rows:
        own = {name: row[name] for name in Story.__struct_fields__ if name != "articles"}
        yield Story(articles=tuple(members.get(row["id"], ())), **own)


def _known_articles(connection: Connection) -> Mapping[str, tuple[str, date | None]]:
    """Outlet and day of each article, by its id."""
    rows = connection.execute(sa.select(articles.c.id, articles.c.outlet, articles.c.published))
    return {article: (outlet, published) for article, outlet, published in rows}


def _row(story: Story, known: Mapping[str, tuple[str, date | None]]) -> Row:
    members = [known[member.article] for member in story.articles if member.article in known]
    days = [day for _, day in members if day is not None]
    return {
        **row_of(story),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "articles": len(story.articles),
        "outlets": tuple(sorted({outlet for outlet, _ in members})),
    }


def _article_rows(story: Story) -> Iterator[Row]:
    for n, member in enumerate(story.articles):
        yield {"story": story.id, "n": n, **row_of(member)}
