"""Stories: those of some pages are put in the place of theirs before; what did not change is not written again."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.clock import Clock
from reportedly.ledger import batches, differing, tongues, ungiven
from reportedly.ledger.database import Database
from reportedly.ledger.judging import titles
from reportedly.ledger.newest import Place, newest
from reportedly.ledger.news import note_stories
from reportedly.ledger.rows import Row, record_of, row_of
from reportedly.ledger.schema import articles, placings, stories, story_articles
from reportedly.ledger.upserts import insert
from reportedly.records import Record, Story, StoryArticle, page_id


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
    _now: Clock

    def tell(self, pages: Iterable[str], given: Iterable[Story]) -> int:
        """Put the stories of these pages in the place of those they stood in before; gives how many differ.

        The pages' places are settled then, also of those that stand in no story: their articles were set aside. Pages
        that stood in such a story and are not told yet stand in none until they are: its id may be another's now.
        """
        pages, given = list(pages), list(given)
        with self._database.writing() as connection:
            given = titles.told(connection, given)
            filed = _by_id(connection, _standing(connection, pages))
            added = _put(connection, filed, given)
            note_stories(connection, given, added, self._now())
            told = {page_id(place.url): story.id for story in given for place in story.articles}
            settled = sa.update(placings).where(placings.c.page == sa.bindparam("own_page"))
            into = [{"own_page": page, "into": told.get(page)} for page in dict.fromkeys((*pages, *told))]
            if into:
                connection.execute(settled.values(story=sa.bindparam("into"), settled=True), into)
            left = {page_id(place.url) for story in filed for place in story.articles}.difference(pages, told)
            for batch in batches.of_ids(sorted(left)):
                connection.execute(sa.update(placings).where(placings.c.page.in_(batch)).values(story=None))
        return len(added)

    def all(self, languages: Collection[str] = ()) -> Iterator[Story]:
        """All stories; with ``languages`` those that have an article in one of them."""
        with self._database.looking() as connection:
            yield from _all(connection, languages)

    def get(self, story_id: str) -> Story | None:
        """A story by its id."""
        return next(iter(self.by_id([story_id])), None)

    def by_id(self, ids: Iterable[str]) -> list[Story]:
        """Stories in the order of their ids; those that are not there are left out."""
        with self._database.looking() as connection:
            return _by_id(connection, ids)

    def of_article(self, article_id: str) -> str | None:
        """The id of the story that an article belongs to."""
        query = sa.select(story_articles.c.story).where(story_articles.c.article == article_id).limit(1)
        with self._database.looking() as connection:
            return connection.scalar(query)

    def of_thread(self, thread: str, limit: int = 50) -> list[StoryLine]:
        """Lines of the stories that are parts of a running story, earliest first."""
        query = (
            sa.select(stories)
            .where(stories.c.thread == thread)
            .order_by(stories.c.first.nulls_first(), stories.c.id)
            .limit(limit)
        )
        with self._database.looking() as connection:
            return [record_of(StoryLine, row) for row in connection.execute(query).mappings()]

    def lines_by_id(self, ids: Iterable[str]) -> dict[str, StoryLine]:
        """By id the lines of these stories; those that are not there are left out."""
        lines: dict[str, StoryLine] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                rows = connection.execute(sa.select(stories).where(stories.c.id.in_(batch))).mappings()
                lines |= {row["id"]: record_of(StoryLine, row) for row in rows}
        return lines

    def lines(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        since: date | None = None,
        until: date | None = None,
        languages: Collection[str] = (),
    ) -> list[StoryLine]:
        """Lines of stories; with ``since`` or ``until`` of those that have articles in these days.

        With ``languages`` of those that have an article in one of them.
        """
        query = sa.select(stories).order_by(*_NEWEST_FIRST).limit(limit).offset(offset)
        query = query.where(*tongues.of_story(stories.c.id, languages))
        if since is not None:
            query = query.where(stories.c.last >= since)
        if until is not None:
            query = query.where(stories.c.first <= until)
        with self._database.looking() as connection:
            return [record_of(StoryLine, row) for row in connection.execute(query).mappings()]

    def newest(
        self,
        *,
        limit: int,
        behind: Place | None = None,
        since: date | None = None,
        until: date | None = None,
        languages: Collection[str] = (),
    ) -> list[StoryLine]:
        """Lines of stories, those behind a place in the list; with days those that have articles in these.

        With ``languages`` those that have an article in one of them.
        """
        query = sa.select(stories).where(*tongues.of_story(stories.c.id, languages))
        if since is not None:
            query = query.where(stories.c.last >= since)
        if until is not None:
            query = query.where(stories.c.first <= until)
        with self._database.looking() as connection:
            rows = newest(connection, query, (stories.c.last, stories.c.id), limit=limit, behind=behind)
            return [record_of(StoryLine, row) for row in rows]


def _all(connection: Connection, languages: Collection[str] = ()) -> Iterator[Story]:
    query = sa.select(stories).where(*tongues.of_story(stories.c.id, languages)).order_by(*_NEWEST_FIRST)
    rows = connection.execute(query).mappings().all()
    for some in batches.of(rows, batches.IDS):
        yield from _stories(connection, some)


def _stories(connection: Connection, rows: Iterable[RowMapping]) -> Iterator[Story]:
    rows = list(rows)
    if not rows:
        return
    table = story_articles
    query = sa.select(table).where(table.c.story.in_([row["id"] for row in rows])).order_by(table.c.story, table.c.n)
    members: dict[str, list[StoryArticle]] = {}
    for row in connection.execute(query).mappings():
        members.setdefault(row["story"], []).append(record_of(StoryArticle, row))
    for row in rows:
        own = {name: row[name] for name in Story.__struct_fields__ if name != "articles"}
        yield Story(articles=tuple(members.get(row["id"], ())), **own)


def _by_id(connection: Connection, ids: Iterable[str]) -> list[Story]:
    known: list[Story] = []
    for batch in batches.of_ids(ids):
        query = sa.select(stories).where(stories.c.id.in_(batch))
        rows = {row["id"]: row for row in connection.execute(query).mappings()}
        known += _stories(connection, [rows[own] for own in batch if own in rows])
    return known


def _standing(connection: Connection, pages: Iterable[str]) -> list[str]:
    """The ids of the stories in which these pages stand."""
    found = set[str]()
    for batch in batches.of_ids(pages):
        query = sa.select(placings.c.story).where(placings.c.page.in_(batch), placings.c.story.is_not(None))
        found.update(connection.scalars(query.distinct()))
    return sorted(found)


def _put(connection: Connection, filed: Sequence[Story], given: Sequence[Story]) -> list[Story]:
    """Put the given stories in the place of those filed; gives those that differ."""
    added = differing.to_insert(connection, stories, filed, given)
    known = _known_articles(connection, [place.article for story in added for place in story.articles])
    _mark_ungiven(connection, filed, given)
    insert(connection, stories, [_row(story, known) for story in added])
    insert(connection, story_articles, [row for story in added for row in _article_rows(story)])
    return added


def _mark_ungiven(connection: Connection, filed: Sequence[Story], given: Sequence[Story]) -> None:
    """Let events be given out anew of the articles that come to another story, or repeat another article now."""
    before = {place.article: (story.id, place.copy_of) for story in filed for place in story.articles}
    after = {place.article: (story.id, place.copy_of) for story in given for place in story.articles}
    moved = [own for own, place in after.items() if before.get(own) != place]
    ungiven.mark_articles(connection, [*moved, *(own for own in before if own not in after)])


def _known_articles(connection: Connection, ids: Iterable[str]) -> Mapping[str, tuple[str, date | None]]:
    """Outlet and day of each of these articles, by its id."""
    known: dict[str, tuple[str, date | None]] = {}
    for batch in batches.of_ids(ids):
        query = sa.select(articles.c.id, articles.c.outlet, articles.c.published).where(articles.c.id.in_(batch))
        known |= {article: (outlet, published) for article, outlet, published in connection.execute(query)}
    return known


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
