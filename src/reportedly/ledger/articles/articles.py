"""Articles: filing a revision, and finding it again.

Invariant: an article, its revision number and its words in the search index are filed in one transaction and never
altered (``filing.py``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.articles import filing, fulltext, rows
from reportedly.ledger.articles.lines import COLUMNS, ArticleLine, Hit, hit, placed
from reportedly.ledger.database import Database
from reportedly.ledger.schema import articles, entities, readings
from reportedly.records import Article

AT_ONCE: Final = 100
"""Articles taken from the database at a time."""

_newer = articles.alias("newer")
_LATEST: Final = ~sa.exists().where(_newer.c.url == articles.c.url, _newer.c.turn > articles.c.turn)
"""Whether an article is the revision of its URL that the page showed last."""

_NEWEST_FIRST: Final = (articles.c.published.desc().nulls_last(), articles.c.seq.desc())


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

    def to_read(self, reader: str) -> Iterator[Article]:
        """Articles that ``reader`` (``name/version``) has not read, in the order they were filed.

        Readings may be filed meanwhile. One that the same version found to be in no language it reads
        (``none/version``) does not wait.
        """
        query = sa.select(articles).where(unread(reader))
        return map(rows.article_of, batches.of_rows(self._database, query, [articles.c.seq], AT_ONCE))

    def count_unread(self, reader: str) -> int:
        """How many articles ``to_read`` would give."""
        query = sa.select(sa.func.count()).select_from(articles).where(unread(reader))
        with self._database.looking() as connection:
            return connection.scalar(query) or 0

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
        query = sa.select(articles).where(articles.c.url == url).order_by(articles.c.turn.desc()).limit(1)
        with self._database.looking() as connection:
            return rows.first(connection, query)

    def revisions(self, url: str) -> list[Article]:
        """All revisions of a URL, in the order in which they were first filed."""
        query = sa.select(articles).where(articles.c.url == url).order_by(articles.c.revision)
        with self._database.looking() as connection:
            return [rows.article_of(row) for row in connection.execute(query).mappings()]

    # -- lists ---------------------------------------------------------------------------------------------------------

    def lines(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> list[ArticleLine]:
        """Lines of all articles or of an outlet's, undated ones last."""
        query = _newest_first().limit(limit).offset(offset)
        if outlet is not None:
            query = query.where(articles.c.outlet == outlet)
        with self._database.looking() as connection:
            return [*placed(connection, query).values()]

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

    def latest_lines(self, urls: Iterable[str]) -> dict[str, ArticleLine]:
        """By URL the lines of the revisions that these pages showed last; those that are not there are left out."""
        lines: dict[str, ArticleLine] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(urls):
                query = sa.select(*COLUMNS).where(_LATEST, articles.c.url.in_(batch))
                lines |= {line.url: line for line in placed(connection, query).values()}
        return lines

    def naming(self, entity_id: str, *, limit: int = 50, offset: int = 0) -> list[ArticleLine]:
        """Lines of the articles that name an entity."""
        named = sa.select(entities.c.article).where(entities.c.id == entity_id)
        query = _newest_first().where(articles.c.id.in_(named)).limit(limit).offset(offset)
        with self._database.looking() as connection:
            return [*placed(connection, query).values()]

    def naming_each(self, entity_ids: Iterable[str], *, most: int) -> dict[str, list[ArticleLine]]:
        """For each entity named by no more than ``most`` articles: their lines."""
        with self._database.looking() as connection:
            named = [pair for batch in batches.of_ids(entity_ids) for pair in _naming(connection, batch, most)]
            lines = _lines_by_id(connection, (article for _, article in named))
        each: dict[str, list[ArticleLine]] = {}
        for entity, article in named:
            each.setdefault(entity, []).append(lines[article])
        return each

    def search(self, words: str, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Articles that hold all ``words``, best first: ``"two words"`` in a row, ``begin*``; all else is words."""
        with self._database.looking() as connection:
            passages = fulltext.find(connection, words, limit, offset)
            query = sa.select(*COLUMNS).where(articles.c.seq.in_([seq for seq, _ in passages]))
            lines = placed(connection, query)
        return [hit(lines[seq], snippet) for seq, snippet in passages]

    # -- figures -------------------------------------------------------------------------------------------------------

    def count_by_outlet(self) -> dict[str, int]:
        """How many articles each outlet has, by its id; also outlets that nobody described."""
        query = sa.select(articles.c.outlet, sa.func.count()).where(_LATEST).group_by(articles.c.outlet)
        with self._database.looking() as connection:
            return {row[0]: row[1] for row in connection.execute(query.order_by(articles.c.outlet))}

    def newest_day(self, until: date) -> date | None:
        """The last day up to ``until`` on which an article came out; None where there is none."""
        query = sa.select(sa.func.max(articles.c.published)).where(articles.c.published <= until)
        with self._database.looking() as connection:
            day: date | None = connection.scalar(query)
        return day


def unread(reader: str) -> sa.ColumnElement[bool]:
    """Whether an article awaits ``reader``; one whose reading was set aside waits for nobody."""
    done = readings.c.reader.in_((reader, "none/" + reader.partition("/")[2]))
    settled = sa.or_(done, readings.c.set_aside.is_not(None))
    return ~sa.exists().where(readings.c.article == articles.c.id, settled)


def _newest_first() -> sa.Select[Any]:
    return sa.select(*COLUMNS).where(_LATEST).order_by(*_NEWEST_FIRST)


def _lines_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ArticleLine]:
    lines: dict[str, ArticleLine] = {}
    for batch in batches.of_ids(ids):
        query = sa.select(*COLUMNS).where(articles.c.id.in_(batch))
        lines |= {line.article: line for line in placed(connection, query).values()}
    return lines


def _naming(connection: Connection, entity_ids: list[str], most: int) -> list[tuple[str, str]]:
    """Each of these entities that at most ``most`` articles name, with each of these articles."""
    each = sa.select(entities.c.id).where(entities.c.id.in_(entity_ids)).group_by(entities.c.id)
    rare = each.having(sa.func.count() <= most)
    query = sa.select(entities.c.id, articles.c.id).join(articles, articles.c.id == entities.c.article)
    query = query.where(entities.c.id.in_(rare), _LATEST).order_by(*_NEWEST_FIRST)
    return [(entity, article) for entity, article in connection.execute(query)]
