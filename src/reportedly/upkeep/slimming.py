"""Readings of long ago set aside to make room, and brought back by reading their articles again."""

from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from reportedly import pipeline
from reportedly.errors import UsageError
from reportedly.session import Session


class Slimmed(NamedTuple):
    """How many readings were set aside, and what the ledger took in bytes before and after."""

    readings: int
    before: int
    after: int


class Restored(NamedTuple):
    """How many readings came back, how many did not, and how many pages are to be related again as they differ."""

    readings: int
    failed: int
    differing: int


def drop(session: Session, days: int) -> Slimmed:
    """Set the readings of articles aside that are older than so many days, and give their room back to the disk.

    It can be stopped and done again. Raises ``ReportedlyError`` where the room cannot be given back now.
    """
    before = session.ledger.upkeep.room().bytes
    day = session.desk.now().date() - timedelta(days=days)
    told = partial(session.report, "setting readings aside")
    readings = session.ledger.upkeep.set_aside(day, session.desk.now(), told)
    if readings:
        compact(session)
    return Slimmed(readings, before, session.ledger.upkeep.room().bytes)


def compact(session: Session) -> Slimmed:
    """Give the room of all that was ever deleted back to the disk; raises as ``drop``."""
    before = session.ledger.upkeep.room().bytes
    session.report("giving room back", 0, None)
    session.ledger.upkeep.compact()
    return Slimmed(0, before, session.ledger.upkeep.room().bytes)


def restore(session: Session, since: date | None, until: date | None) -> Restored:
    """Read the articles of these days again whose readings were set aside; what is as it was is only filled in."""
    upkeep = session.ledger.upkeep
    articles = upkeep.to_restore(since, until)
    total, before = len(articles), len(session.ledger.unrelated.all())
    pipeline.read_again(session, articles)
    left = len(articles)
    return Restored(total - left, left, len(session.ledger.unrelated.all()) - before)


def mend(session: Session) -> Restored:
    """Read those articles again whose rows are not what was filed of them, and what an earlier try left of them."""
    told = partial(session.report, "checking readings")
    broken = [fault.about for fault in session.ledger.upkeep.check_readings(told)]
    session.ledger.upkeep.forget(broken, session.desk.now())
    total, before = len(broken), len(session.ledger.unrelated.all())
    pipeline.read_again(session, session.ledger.articles.by_id(broken).values())
    left = len(session.ledger.readings.set_aside(broken))
    return Restored(total - left, left, len(session.ledger.unrelated.all()) - before)


def days_of(age: str) -> int:
    """The number of days in ``90d``; raises ``UsageError``."""
    number = age.removesuffix("d")
    if not (age.endswith("d") and number.isdecimal() and int(number)):
        raise UsageError(f"{age!r} is no age: write it in days, such as 90d")
    return int(number)
