"""Articles: filing a revision, and finding it again.

Invariant: an article, its revision number and what it is found by are filed in one transaction (``filing.py``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import BadInput
from reportedly.ledger import batches, claiming, schema, search, unread
from reportedly.ledger.articles import filing, rows
from reportedly.ledger.articles.lines import COLUMNS, ArticleLine, Hits, hit, placed
from reportedly.ledger.claiming import Holder
from reportedly.ledger.columns import Moment
from reportedly.ledger.database import Database
from reportedly.ledger.schema import articles
from reportedly.ledger.search.places import day_of
from reportedly.records import Article, Filters, page_id
from reportedly.search import passage, question

AT_ONCE: Final = 100
"""Articles taken from the database at a time."""
FIRST, SLICE = 20, 200
"""Articles in memory at a time, where all are walked over; few to begin with, so that the first are had at once."""
FARTHEST: Final = 10_000
"""Articles that a search can pass over to begin with: each is looked up."""
EVERYTHING: Final = Filters()
_DIGITS: Final = 19  # of the highest place

_newer = articles.alias("newer")
_LATEST: Final = ~sa.exists().where(_newer.c.page == articles.c.page, _newer.c.turn > articles.c.turn)
"""Whether an article is the revision of its URL that the page showed last."""


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles, each with all its revisions. Lists show the latest revision of a URL, newest first."""

    _database: Database

    # -- filing --------------------------------------------------------------------------------------------------------

    def file(self, article: Article) -> None:
        """File an article as the next revision of its URL, unless it is there.

        One that is there and was overtaken by another is the latest again where another capture shows it.
        """
        self.file_all([article])

    def file_all(self, given: Iterable[Article]) -> None:
        """File articles as ``file`` does, all in one transaction: quicker where there are many."""
        known = list(given)
        with self._database.writing() as connection:
            filing.put_all(connection, known)

    def to_read(self, reader: str, holder: Holder | None = None) -> Iterator[Article]:
        """Articles that ``reader`` (``name/version``) has not read, in the order they were filed.

        With ``holder`` those that this worker takes: nobody else does then. Readings may be filed meanwhile. One that
        the same version read as ``records.counting_as`` names it does not wait.
        """
        unread.make_for(self._database, reader)
        for some in claiming.each(self._database, schema.unread, holder, AT_ONCE):
            known = self.by_id(row.article for row in some)
            yield from (known[row.article] for row in some if row.article in known)

    def count_unread(self, reader: str) -> int:
        """How many articles ``to_read`` would give."""
        unread.make_for(self._database, reader)
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(schema.unread)) or 0

    def read_at(self, urls: Iterable[str], reader: str) -> dict[str, tuple[str, ...]]:
        """By page the ids of those of its revisions that do not await ``reader``."""
        read: dict[str, tuple[str, ...]] = {}
        with self._database.looking() as connection:
            awaiting = unread.waits(connection, reader)
            for batch in batches.of_ids(map(page_id, urls)):
                query = sa.select(articles.c.url, articles.c.id).where(articles.c.page.in_(batch), ~awaiting)
                for url, own in connection.execute(query.order_by(articles.c.seq)):
                    read[url] = (*read.get(url, ()), own)
        return read

    # -- whole articles ------------------------------------------------------------------------------------------------

    def get(self, article_id: str) -> Article | None:
        """An article revision by its id."""
        return self.by_id([article_id]).get(article_id)

    def by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """Article revisions by their ids, all in a few queries; those that are not there are left out."""
        with self._database.looking() as connection:
            return rows.by_id(connection, ids)

    def latest(self, url: str) -> Article | None:
        """The revision of a URL that its page showed last."""
        query = sa.select(articles).where(articles.c.page == page_id(url)).order_by(articles.c.turn.desc()).limit(1)
        with self._database.looking() as connection:
            return rows.first(connection, query)

    def revisions(self, url: str) -> list[Article]:
        """All revisions of a URL, in the order in which they were first filed."""
        query = sa.select(articles).where(articles.c.page == page_id(url)).order_by(articles.c.revision)
        with self._database.looking() as connection:
            return [rows.article_of(row) for row in connection.execute(query).mappings()]

    # -- lists ---------------------------------------------------------------------------------------------------------

    def lines(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> list[ArticleLine]:
        """Lines of all articles or of an outlet's, undated ones last."""
        with self._database.looking() as connection:
            return _lines_at(connection, search.newest_places(connection, "outlet", outlet, limit, offset))

    def lines_by_id(self, ids: Iterable[str]) -> dict[str, ArticleLine]:
        """Lines of any revisions by their ids; those that are not there are left out."""
        with self._database.looking() as connection:
            return _lines_by_id(connection, ids)

    def outlets_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The outlet of each of these revisions; those that are not there are left out."""
        outlets: dict[str, str] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                query = sa.select(articles.c.id, articles.c.outlet).where(articles.c.id.in_(batch))
                outlets |= {row.id: row.outlet for row in connection.execute(query)}
        return outlets

    def out_between(self, outlets: Iterable[str], first: date, last: date) -> set[str]:
        """Those of these outlets of which an article came out from one day to another; one look into an index each."""
        days = articles.c.published.between(first, last)
        with self._database.looking() as connection:
            asked = ((own, sa.select(sa.literal(1)).where(articles.c.outlet == own, days).limit(1)) for own in outlets)
            return {own for own, query in asked if connection.scalar(query)}

    def latest_lines(self, urls: Iterable[str]) -> dict[str, ArticleLine]:
        """By URL the lines of the revisions that these pages showed last; those that are not there are left out."""
        lines: dict[str, ArticleLine] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(map(page_id, urls)):
                query = sa.select(*COLUMNS).where(_LATEST, articles.c.page.in_(batch))
                lines |= {line.url: line for line in placed(connection, query).values()}
        return lines

    def naming(self, entity_id: str, *, limit: int = 50, offset: int = 0) -> list[ArticleLine]:
        """Lines of the articles that name an entity."""
        with self._database.looking() as connection:
            return _lines_at(connection, search.newest_places(connection, "entity", entity_id, limit, offset))

    def naming_each(self, entity_ids: Iterable[str], *, most: int) -> dict[str, list[ArticleLine]]:
        """For each entity named by no more than ``most`` articles: their lines."""
        with self._database.looking() as connection:
            named = search.places_of_each(connection, "entity", entity_ids, most)
            return {entity: _lines_at(connection, places) for entity, places in named.items()}

    def outlets_naming(self, entity_ids: Iterable[str], first: date, last: date, *, most: int) -> set[str]:
        """The outlets whose articles of these days name any of these entities that ``most`` articles at most name."""
        outlets = set[str]()
        with self._database.looking() as connection:
            named = search.places_of_each(connection, "entity", entity_ids, most)
            days = {place: day_of(place) for places in named.values() for place in places}
            seqs = [search.seq_of(place) for place, day in days.items() if day and first <= day <= last]
            for batch in batches.of_ids(seqs):
                query = sa.select(articles.c.outlet).where(articles.c.seq.in_(batch)).distinct()
                outlets.update(connection.scalars(query))
        return outlets

    def search(  # noqa: PLR0913  all but the words are named
        self,
        words: str,
        filters: Filters = EVERYTHING,
        *,
        limit: int = 50,
        offset: int = 0,
        before: str | None = None,
        best: bool = False,
    ) -> Hits:
        """Articles that hold what was typed (``reportedly.search.question``) and pass the filters, newest first.

        Without any words all that pass. ``before`` is that of the page before; ``best`` ranks the newest that match.
        Raises ``BadInput`` for an ``offset`` beyond ``FARTHEST`` or a ``before`` that was never given.
        """
        asked, place = question(words), _place(before)
        if words.strip() and not asked:
            return Hits(())
        if not 0 <= offset <= FARTHEST:
            raise BadInput(f"offset={offset}: lists go on to {FARTHEST:,}, further by `before`")
        with self._database.looking() as connection:
            if best:
                found = search.best(connection, asked, filters, limit=limit, offset=offset)
            else:
                found = search.newest(connection, asked, filters, limit=limit, before=place, offset=offset)
            lines, texts = _lines_at(connection, found.places), _texts_at(connection, found.places)
        shown = zip(lines, texts, found.places, strict=True)
        hits = tuple(hit(line, passage(text, asked), place) for line, text, place in shown)
        return Hits(hits, None if found.before is None else str(found.before), found.notes)

    def matching(self, words: str = "", filters: Filters = EVERYTHING) -> Iterator[list[ArticleLine]]:
        """All articles that ``search`` finds, newest first, some at a time.

        No transaction stays open between slices, so others may be filed meanwhile.
        """
        asked, before, many = question(words), None, FIRST
        while asked or not words.strip():
            with self._database.looking() as connection:
                found = search.newest(connection, asked, filters, limit=many, before=before)
                lines = _lines_at(connection, found.places)
            yield lines
            if found.before is None:
                return
            before, many = found.before, SLICE

    def seen_at(self, ids: Iterable[str]) -> dict[str, datetime]:
        """When each of these revisions came: was captured first, or, of one handed in, was read; else none."""
        came: dict[str, datetime] = {}
        first = sa.func.coalesce(schema.captures.c.fetched_at, schema.readings.c.filed, type_=Moment())
        query = sa.select(articles.c.id, first).outerjoin(schema.captures, schema.captures.c.id == articles.c.capture)
        query = query.outerjoin(schema.readings, schema.readings.c.article == articles.c.id)
        with self._database.looking() as connection:
            for batch in batches.of_ids(ids):
                rows = connection.execute(query.where(articles.c.id.in_(batch)))
                came |= {own: at for own, at in rows if at is not None}
        return came

    # -- figures -------------------------------------------------------------------------------------------------------

    def count_by_outlet(self) -> dict[str, int]:
        """How many articles each outlet has, by its id; also outlets that nobody described."""
        with self._database.looking() as connection:
            return search.count_each(connection, "outlet")

    def counted(self, kind: str) -> dict[str, int]:
        """How many articles are found by each value of one of these kinds, in alphabetical order."""
        with self._database.looking() as connection:
            return search.count_each(connection, kind)

    def marked(self, kind: str) -> list[str]:
        """What articles can be narrowed down to by ``outlet``, ``language`` or ``event``, in alphabetical order."""
        with self._database.looking() as connection:
            return search.values(connection, kind)

    def newest_day(self, until: date) -> date | None:
        """The last day up to ``until`` on which an article came out; None where there is none."""
        query = sa.select(sa.func.max(articles.c.published)).where(articles.c.published <= until)
        with self._database.looking() as connection:
            day: date | None = connection.scalar(query)
        return day


def _place(before: str | None) -> int | None:
    """The place that ``before`` names."""
    if before is None:
        return None
    if not (before.isascii() and before.isdigit() and len(before) <= _DIGITS):
        raise BadInput(f"before={before!r}: give the one that came with the page before")
    return int(before)


def _lines_at(connection: Connection, places: Iterable[int]) -> list[ArticleLine]:
    """The lines of the articles in these places, in their order."""
    seqs = [search.seq_of(place) for place in places]
    lines: dict[int, ArticleLine] = {}
    for batch in batches.of_ids(seqs):
        lines |= placed(connection, sa.select(*COLUMNS).where(articles.c.seq.in_(batch)))
    return [lines[seq] for seq in seqs]


def _texts_at(connection: Connection, places: Iterable[int]) -> list[str]:
    """The texts of the articles in these places, in their order."""
    seqs = [search.seq_of(place) for place in places]
    texts: dict[int, str] = {}
    for batch in batches.of_ids(seqs):
        query = sa.select(articles.c.seq, articles.c.text).where(articles.c.seq.in_(batch))
        texts |= {row.seq: row.text for row in connection.execute(query)}
    return [texts[seq] for seq in seqs]


def _lines_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ArticleLine]:
    lines: dict[str, ArticleLine] = {}
    for batch in batches.of_ids(ids):
        query = sa.select(*COLUMNS).where(articles.c.id.in_(batch))
        lines |= {line.article: line for line in placed(connection, query).values()}
    return lines
