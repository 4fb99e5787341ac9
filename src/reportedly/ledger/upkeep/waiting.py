"""What waits for each stage, and since when: the same that a run would take up now."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import due
from reportedly.ledger.database import Database
from reportedly.ledger.edits import Edits
from reportedly.ledger.outlets import Outlets
from reportedly.ledger.schema import articles, captures, readings, unextracted, unrelated
from reportedly.records import Record, Stage


class Waiting(Record, frozen=True):
    """How many wait for a stage, and since when the first does; None where nobody knows or nothing waits.

    ``next_at`` is when the next will be due, where that is known and nothing is due now.
    """

    stage: Stage
    many: int
    oldest: datetime | None
    next_at: datetime | None = None


def polls(database: Database, now: datetime, poll_every: float) -> Waiting:
    """Feeds, sitemaps and link pages that are due; one that was never asked is due at no known time."""
    states = {state.url: state for own in Outlets(database).feeds().values() for state in own}
    watched = {url for outlet in Outlets(database).all() for url in outlet.watched}
    times = [state.due_at(poll_every) for state in states.values()]
    passed = [at for at in times if at <= now]
    many = len(passed) + len(watched - states.keys())
    return Waiting("poll", many, min(passed, default=None), None if many else min(times, default=None))


def fetches(connection: Connection, now: datetime, look_again_after: tuple[float, ...]) -> Waiting:
    """Announced pages that are due."""
    pages = due.waiting(connection, now, look_again_after)
    return Waiting("fetch", len(pages), min((page.since for page in pages if page.since), default=None))


def extractions_due(connection: Connection) -> Waiting:
    """Captures that were not looked at for an article."""
    query = sa.select(sa.func.count(), sa.func.min(captures.c.fetched_at))
    waiting = captures.c.id.in_(sa.select(unextracted.c.capture))
    return Waiting("extract", *connection.execute(query.where(waiting)).one())


def readings_due(connection: Connection, unread: sa.ColumnElement[bool]) -> Waiting:
    """Articles that were not read, by the capture that brought them; those handed in tell no time."""
    query = sa.select(sa.func.count(), sa.func.min(captures.c.fetched_at))
    query = query.select_from(articles).outerjoin(captures, captures.c.id == articles.c.capture)
    return Waiting("read", *connection.execute(query.where(unread)).one())


def comparisons_due(database: Database) -> Waiting:
    """Revisions that were not compared, by when the later was seen."""
    pairs = Edits(database).waiting()
    return Waiting("compare", len(pairs), min((pair.at for pair in pairs if pair.at), default=None))


def relations_due(connection: Connection) -> Waiting:
    """Pages that are to be related, by when they were read."""
    many = connection.scalar(sa.select(sa.func.count(sa.distinct(unrelated.c.page)))) or 0
    read = sa.select(sa.func.min(readings.c.filed)).join(articles, articles.c.id == readings.c.article)
    read = read.where(articles.c.page.in_(sa.select(unrelated.c.page)))
    return Waiting("relate", many, connection.scalar(read) if many else None)
