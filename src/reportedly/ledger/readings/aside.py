"""Readings set aside to make room: all that is shown of them goes, all that relates their articles stays.

Gists and sightings stay, and so does the row of the reading with its digest. So whatever comes later, stories and
follow-ups are found from the same as before, no article is taken for unread, and a reading that comes again can be told
to be the same. It is read again from the article, which always stays.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, schema, ungiven
from reportedly.ledger.articles import rows as article_rows
from reportedly.ledger.database import Database
from reportedly.ledger.engine.functions import UtcDay
from reportedly.ledger.readings.rows import PARTS
from reportedly.records import Article, Record

AT_ONCE: Final = 100
"""Readings set aside in one transaction."""

_readings, _articles = schema.readings, schema.articles
_day: Final = sa.func.coalesce(_articles.c.published, UtcDay(_readings.c.filed), type_=sa.Date())
"""The day an article came out; of one without a day, when it was read."""


class SetAside(Record, frozen=True):
    """An article whose reading was set aside: its day, and when that was."""

    article: str
    day: date
    at: datetime


def of_articles(connection: Connection, ids: Sequence[str]) -> Iterator[SetAside]:
    """Which of these articles' readings are set aside."""
    query = sa.select(_readings.c.article, _day, _readings.c.set_aside).join(_articles)
    for batch in batches.of_ids(ids):
        which = _readings.c.article.in_(batch), _readings.c.set_aside.is_not(None)
        yield from (SetAside(*row) for row in connection.execute(query.where(*which).order_by(_articles.c.seq)))


def older(database: Database, day: date, but: set[str]) -> Iterator[list[str]]:
    """Ids of articles from before that day whose readings are all here, some at a time; none at the pages ``but``.

    Of articles in languages that nobody reads there is nothing to set aside.
    """
    query = sa.select(_readings.c.article, _articles.c.url).join(_articles)
    query = query.where(_readings.c.set_aside.is_(None), ~_readings.c.reader.startswith("none/"), _day < day)
    rows = batches.of_rows(database, query, [_readings.c.article], AT_ONCE)
    yield from batches.of((row["article"] for row in rows if row["url"] not in but), AT_ONCE)


def put_aside(connection: Connection, ids: Sequence[str], at: datetime) -> None:
    """Set the readings of these articles aside."""
    for part in reversed(PARTS):
        connection.execute(sa.delete(part.table).where(part.table.c.article.in_(ids)))
    ungiven.mark_articles(connection, ids)
    seen = schema.sightings
    connection.execute(sa.update(seen).where(seen.c.article.in_(ids)).values(event=None))
    connection.execute(sa.update(_readings).where(_readings.c.article.in_(ids)).values(set_aside=at))


def forget(connection: Connection, ids: Sequence[str], at: datetime) -> None:
    """Set readings aside whose rows are not what was filed, so that whatever is read again is filed as new."""
    put_aside(connection, ids, at)
    connection.execute(sa.update(_readings).where(_readings.c.article.in_(ids)).values(digest=""))


@dataclass(frozen=True, slots=True)
class Articles(Collection[Article]):
    """The articles of these days whose readings are set aside, in the order they were filed, some in memory at a time.

    Readings may come back meanwhile.
    """

    _database: Database
    _since: date | None
    _until: date | None

    def __len__(self) -> int:
        """How many there are now."""
        return count(self._database, self._since, self._until)

    def __iter__(self) -> Iterator[Article]:
        """Each of them once."""
        query = sa.select(_articles).join(_readings).where(*_aside(self._since, self._until))
        return map(article_rows.article_of, batches.of_rows(self._database, query, [_articles.c.seq], AT_ONCE))

    def __contains__(self, article: object) -> bool:
        """Whether it is one of them."""
        return any(article == one for one in self)


def count(database: Database, since: date | None, until: date | None) -> int:
    """How many these are."""
    query = sa.select(sa.func.count()).select_from(_readings.join(_articles)).where(*_aside(since, until))
    with database.looking() as connection:
        return connection.scalar(query) or 0


def _aside(since: date | None, until: date | None) -> list[Any]:
    days = [*([_day >= since] if since else ()), *([_day <= until] if until else ())]
    return [_readings.c.set_aside.is_not(None), *days]
