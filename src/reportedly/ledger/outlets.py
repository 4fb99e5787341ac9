"""Outlets as their files say, and how watching each of them goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, schema
from reportedly.ledger.database import Database
from reportedly.ledger.days import within
from reportedly.ledger.engine.functions import UtcDay
from reportedly.ledger.feeds import FeedState
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Outlet, Record

LATELY = timedelta(days=14)
"""Over which the articles of an outlet are counted: two weekends."""


class OutletHealth(Record, frozen=True):
    """How watching an outlet goes: the states of its feeds, and how many of its articles were announced.

    ``newest`` is when its newest article came out (or was first announced, where it has no date), never after ``at``;
    ``a_day`` how many came a day over the last 14 days, or since the first of these.
    """

    outlet: str
    at: datetime
    feeds: tuple[FeedState, ...]
    newest: datetime | None
    a_day: float

    @property
    def succeeded_at(self) -> datetime | None:
        """When one of its feeds last answered as it should."""
        return max((feed.succeeded_at for feed in self.feeds if feed.succeeded_at), default=None)

    @property
    def last_failure(self) -> FeedState | None:
        """The feed that failed last, with its error."""
        failed = [feed for feed in self.feeds if feed.failed_at]
        return max(failed, key=lambda feed: str(feed.failed_at), default=None)

    @property
    def failing(self) -> tuple[FeedState, ...]:
        """The feeds whose last answer was a failure."""
        return tuple(feed for feed in self.feeds if feed.failures)

    @property
    def silent_for(self) -> timedelta | None:
        """How long no article came; None where none ever did."""
        return self.at - self.newest if self.newest else None


class _Announced(NamedTuple):
    """An outlet's newest article, how many were announced lately, and the first of these."""

    newest: datetime | None
    lately: int
    first_lately: datetime | None


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets that are watched."""

    _database: Database

    def put(self, outlets: Iterable[Outlet]) -> None:
        """Add outlets, or bring what is known of them up to date."""
        rows = [row_of(outlet) for outlet in outlets]
        with self._database.writing() as connection:
            insert_or_update(connection, schema.outlets, rows, "id", set(Outlet.__struct_fields__) - {"id"})

    def all(self) -> list[Outlet]:
        """All outlets, by name."""
        query = sa.select(schema.outlets).order_by(schema.outlets.c.name, schema.outlets.c.id)
        with self._database.looking() as connection:
            return [record_of(Outlet, row) for row in connection.execute(query).mappings()]

    def names(self) -> dict[str, str]:
        """The name of each outlet by its id."""
        with self._database.looking() as connection:
            return {
                row.id: row.name for row in connection.execute(sa.select(schema.outlets.c.id, schema.outlets.c.name))
            }

    def feeds(self) -> dict[str, tuple[FeedState, ...]]:
        """What the feeds of each outlet said last, by the outlet's id."""
        with self._database.looking() as connection:
            states = connection.execute(sa.select(schema.feed_states)).mappings().all()
        known = {row["url"]: record_of(FeedState, row) for row in states}
        return {own.id: tuple(known[url] for url in own.watched if url in known) for own in self.all()}

    def days(self, since: date, until: date) -> dict[str, list[date]]:
        """The days, ascending, on which an article of each outlet came out or was first announced; none, no entry."""
        own, article, item = schema.outlets.c.id, schema.articles.c, schema.feed_items.c
        out = sa.select(article.outlet, article.published).where(article.published.between(since, until))
        seen = sa.select(item.outlet, UtcDay(item.seen_at)).where(within(item.seen_at, since, until))
        days: dict[str, set[date]] = {}
        with self._database.looking() as connection:
            watched = connection.scalars(sa.select(own)).all()
            for outlets in batches.of_ids(watched):
                for outlet, day in connection.execute(out.where(article.outlet.in_(outlets)).distinct()):
                    days.setdefault(outlet, set()).add(day)
                for outlet, day in connection.execute(seen.where(item.outlet.in_(outlets)).distinct()):
                    days.setdefault(outlet, set()).add(day)
        return {outlet: sorted(known) for outlet, known in days.items()}

    def health(self, now: datetime) -> list[OutletHealth]:
        """How watching each outlet goes at ``now``, in the order of their ids."""
        with self._database.looking() as connection:
            rows = connection.execute(sa.select(schema.outlets).order_by(schema.outlets.c.id)).mappings().all()
            states = connection.execute(sa.select(schema.feed_states)).mappings().all()
            announced = _announced(connection, now)
        feeds = {row["url"]: record_of(FeedState, row) for row in states}
        outlets = (record_of(Outlet, row) for row in rows)
        return [_health(outlet, now, feeds, announced.get(outlet.id)) for outlet in outlets]


def _health(outlet: Outlet, now: datetime, feeds: dict[str, FeedState], announced: _Announced | None) -> OutletHealth:
    watched = tuple(feeds[url] for url in outlet.watched if url in feeds)
    newest, lately, first = announced or (None, 0, None)
    a_day = lately / max(1.0, (now - first) / timedelta(days=1)) if first else 0.0
    return OutletHealth(outlet.id, now, watched, newest, a_day)


def _announced(connection: Connection, now: datetime) -> dict[str, _Announced]:
    """By outlet, what feeds announced of it up to ``now``."""
    table = schema.feed_items.c
    when = sa.func.coalesce(table.published, table.seen_at, type_=table.published.type)
    known = sa.select(table.outlet, when.label("at")).subquery()
    late = sa.case((known.c.at > now - LATELY, known.c.at), else_=None)
    query = sa.select(known.c.outlet, sa.func.max(known.c.at), sa.func.count(late), sa.func.min(late))
    query = query.where(known.c.at <= now).group_by(known.c.outlet)
    return {outlet: _Announced(*figures) for outlet, *figures in connection.execute(query)}
