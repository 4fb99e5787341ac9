"""News: what the desk came to know, each thing once, numbered in the order in which it was filed.

The order of numbers is the order of transactions, so nothing slips in behind a number that somebody has seen. An
article is news when it is first told in a story; grouping it elsewhere later, or undoing that, makes no news of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, cast

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import Row, record_of
from reportedly.ledger.schema import edits, news, placings, statements, stories, story_news
from reportedly.ledger.upserts import insert, insert_new
from reportedly.records import Change, Grown, Record, State, Story, page_id

NewsKind = Literal["told", "change", "edit"]
TOLD: Final[NewsKind] = "told"


class Changed(Record, frozen=True):
    """News of an expectation: since the day ``on`` it is in ``state``."""

    followup: str
    on: date
    state: State
    number: int
    at: datetime


class Edited(Record, frozen=True):
    """News of a page: the revision ``before`` was followed by ``after``."""

    before: str
    after: str
    number: int
    at: datetime


class Denied(Record, frozen=True):
    """News of a denial: statement ``statement`` of ``article``, which stands in ``story``."""

    article: str
    statement: str
    story: str
    sources: int
    number: int


@dataclass(frozen=True, slots=True)
class News:
    """The news, asked for by number: each question goes along one index, and gives at most ``limit``."""

    _database: Database

    def last(self) -> int:
        """The number of the last news; 0 where there is none."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.max(news.c.seq))) or 0

    def upto(self, at: datetime) -> int:
        """The number of the last news that was filed by then; 0 where there is none."""
        query = sa.select(news.c.seq).where(news.c.at <= at).order_by(news.c.at.desc(), news.c.seq.desc()).limit(1)
        with self._database.looking() as connection:
            return connection.scalar(query) or 0

    def at(self, number: int) -> datetime | None:
        """When the news of this number was filed."""
        with self._database.looking() as connection:
            moment: datetime | None = connection.scalar(sa.select(news.c.at).where(news.c.seq == number))
        return moment

    # -- stories -------------------------------------------------------------------------------------------------------

    def new_stories(self, after: int, *, limit: int) -> list[Grown]:
        """Stories that the desk did not know before, those of most independent sources first."""
        table = story_news.c
        return self._stories(table.begun > after, (table.sources.desc(), table.touched.desc()), limit)

    def grown_stories(self, after: int, *, limit: int) -> list[Grown]:
        """Stories known before that a voice came to, the latest first."""
        table = story_news.c
        return self._stories(sa.and_(table.grown > after, table.begun <= after), (table.grown.desc(),), limit)

    def differing_stories(self, after: int, *, limit: int) -> list[Grown]:
        """Stories whose articles differ on something, and that an article came to; of most sources first."""
        table = story_news.c
        return self._stories(
            sa.and_(table.touched > after, table.differs), (table.sources.desc(), table.touched), limit
        )

    def of_stories(self, ids: Iterable[str]) -> dict[str, Grown]:
        """By id the news of these stories."""
        found: dict[str, Grown] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                rows = connection.execute(sa.select(story_news).where(story_news.c.story.in_(batch))).mappings()
                found |= {row["story"]: record_of(Grown, row) for row in rows}
        return found

    def of_pages(self, urls: Iterable[str]) -> dict[str, tuple[int, datetime]]:
        """By URL the number of each page's news and when it was filed; none of what was never told."""
        found: dict[str, tuple[int, datetime]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(urls):
                pages = {page_id(url): url for url in batch}
                query = sa.select(news.c.about, news.c.seq, news.c.at)
                rows = connection.execute(query.where(news.c.kind == TOLD, news.c.about.in_(pages)))
                found |= {pages[about]: (seq, at) for about, seq, at in rows}
        return found

    def _stories(
        self, which: sa.ColumnElement[bool], order: Sequence[sa.ColumnElement[int]], limit: int
    ) -> list[Grown]:
        query = sa.select(story_news).where(which).order_by(*order).limit(limit)
        with self._database.looking() as connection:
            return [record_of(Grown, row) for row in connection.execute(query).mappings()]

    # -- other news ----------------------------------------------------------------------------------------------------

    def changes(self, after: int, *, limit: int) -> list[Changed]:
        """What came out of expectations, last first; of some the story has changed since."""
        query = sa.select(news.c.about, news.c.part, news.c.seq, news.c.at).where(*_since("change", after))
        with self._database.looking() as connection:
            rows = connection.execute(query.order_by(news.c.seq.desc()).limit(limit)).all()
        return [Changed(about, *_change_of(part), number, at) for about, part, number, at in rows]

    def edits(self, after: int, *, limit: int) -> list[Edited]:
        """Pages whose words were changed, last first."""
        query = sa.select(news.c.part, news.c.about, news.c.seq, news.c.at).where(*_since("edit", after))
        same = edits.c.before == news.c.part, edits.c.after == news.c.about
        worded = sa.exists().where(*same, edits.c.struck + edits.c.added > 0, ~edits.c.partial)
        query = query.where(worded).order_by(news.c.seq.desc()).limit(limit)
        with self._database.looking() as connection:
            return [Edited(*row) for row in connection.execute(query)]

    def denials(self, after: int, *, within: int, limit: int) -> list[Denied]:
        """Denials in the last ``within`` articles told, copies left out: those in stories of most sources first."""
        told = sa.select(news.c.about, news.c.seq).where(*_since(TOLD, after)).order_by(news.c.seq.desc()).limit(within)
        some = told.subquery()
        query = (
            sa.select(
                statements.c.article, statements.c.id, placings.c.story, stories.c.independent_sources, some.c.seq
            )
            .select_from(some)
            .join(placings, placings.c.page == some.c.about)
            .join(statements, statements.c.article == placings.c.article)
            .join(stories, stories.c.id == placings.c.story)
            .where(statements.c.polarity == "denied", placings.c.original.is_(None))
            .order_by(stories.c.independent_sources.desc(), some.c.seq.desc(), statements.c.n)
            .limit(limit)
        )
        with self._database.looking() as connection:
            return [Denied(*row) for row in connection.execute(query)]


def _since(kind: NewsKind, after: int) -> tuple[sa.ColumnElement[bool], ...]:
    return news.c.kind == kind, news.c.seq > after


def part_of(change: Change) -> str:
    """What tells a change of an expectation from its others."""
    return f"{change.on.isoformat()}:{change.state}"


def _change_of(part: str) -> tuple[date, State]:
    on, _, state = part.partition(":")
    return date.fromisoformat(on), cast("State", state)


# -- filing -----------------------------------------------------------------------------------------------------------


def note(connection: Connection, kind: NewsKind, things: Iterable[tuple[str, str]], at: datetime) -> None:
    """Put down that these things are known: what each is about and its part. What was known before is no news."""
    rows = [{"kind": kind, "about": about, "part": part, "at": at} for about, part in dict.fromkeys(things)]
    insert_new(connection, news, rows, "kind", "about", "part")


def note_stories(connection: Connection, told: Sequence[Story], added: Iterable[Story], at: datetime) -> None:
    """Put down the articles of stories that are told, and count the voices of those that differ from before."""
    pages = [(page_id(place.url), "") for story in told for place in story.articles]
    known = _numbers(connection, pages)
    note(connection, TOLD, [page for page in pages if page[0] not in known], at)
    known |= _numbers(connection, [page for page in pages if page[0] not in known])
    insert(connection, story_news, [_row(story, known) for story in added])


def _numbers(connection: Connection, pages: Iterable[tuple[str, str]]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for batch in batches.of_ids(page for page, _ in pages):
        query = sa.select(news.c.about, news.c.seq).where(news.c.kind == TOLD, news.c.about.in_(batch))
        numbers |= {row.about: row.seq for row in connection.execute(query)}
    return numbers


def _row(story: Story, numbers: Mapping[str, int]) -> Row:
    first: dict[str, int] = {}
    own = {url: numbers[page_id(url)] for url in story.voices}
    for url, voice in story.voices.items():
        first[voice] = min(own[url], first.get(voice, own[url]))
    voices = tuple(sorted(first.values()))
    return {
        "story": story.id,
        "begun": voices[0],
        "grown": voices[-1],
        "touched": max(own.values()),
        "sources": story.independent_sources,
        "differs": bool(story.disagreements),
        "voices": voices,
    }
