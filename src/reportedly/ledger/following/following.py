"""Work on follow-ups, a transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from reportedly.clock import Clock
from reportedly.ledger import schema, unrelated
from reportedly.ledger.database import Database
from reportedly.ledger.following.shelf import FollowUpShelf
from reportedly.ledger.following.turns import call_the_last


@dataclass(frozen=True, slots=True)
class FollowedPages:
    """The pages that were followed up, and what is kept of that."""

    _database: Database
    _now: Clock

    @contextmanager
    def at_work(self, comparer: str) -> Iterator[FollowUpShelf]:
        """What is kept, to be worked on in one transaction; ``comparer`` is whose answers count."""
        with self._database.writing() as connection:
            yield FollowUpShelf(connection, comparer, self._now())

    def outdated(self, by: str) -> list[str]:
        """The URLs of pages that were followed up by other rules than these."""
        table = schema.followed
        with self._database.looking() as connection:
            query = sa.select(table.c.url).where(sa.or_(table.c.by < by, table.c.by > by))
            return list(connection.scalars(query.order_by(table.c.url)))

    def waiting(self) -> int:
        """How many turns are still to be had."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(schema.turns)) or 0

    def start_anew(self) -> None:
        """Forget how pages were followed up, and put all that were read down as unrelated.

        The follow-ups stay as they are until they are put together anew; what nothing supports goes in the end.
        """
        read = sa.select(schema.articles.c.url).where(schema.articles.c.id.in_(sa.select(schema.gists.c.article)))
        with self._database.writing() as connection:
            unrelated.mark(connection, connection.scalars(read.distinct().order_by(schema.articles.c.url)))
            for table in (schema.followed, schema.followed_keys, schema.announcement_keys, schema.announcements):
                connection.execute(sa.delete(table))
            for table in (schema.steps, schema.turns):
                connection.execute(sa.delete(table))
            call_the_last(connection)
