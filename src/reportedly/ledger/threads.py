"""Running stories: on which day each happening began, what was told of it then, and with which earlier one it goes on.

Invariant: a day on which other happenings began than before is stale, with those that hang on it, until it is joined to
the weeks before it; and where a happening goes on with another than before, all that go on with it are told anew.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, placings
from reportedly.ledger.database import Database
from reportedly.ledger.schema import beginnings, continuations, stale_days, thread_days
from reportedly.ledger.schema import placings as places
from reportedly.ledger.upserts import insert, insert_new, insert_or_update
from reportedly.records import end_of


@dataclass(frozen=True, slots=True)
class Threads:
    """Running stories, by their happenings."""

    _database: Database

    def beginnings(self, happenings: Iterable[str]) -> dict[str, date]:
        """The day on which each of these began, of those that did."""
        with self._database.looking() as connection:
            return _beginnings(connection, happenings)

    def begin(self, day: date, happenings: Collection[str], told: bytes, reach: timedelta) -> None:
        """Let these and no others have begun on a day, of which ``told`` is what is known.

        Where that is new, the day and those up to ``reach`` later are to be joined again.
        """
        with self._database.writing() as connection:
            _begin(connection, day, happenings)
            before = connection.scalar(sa.select(thread_days.c.told).where(thread_days.c.day == day))
            if before == (told if happenings else None):
                return
            if happenings:
                row = {"day": day, "told": told, "stale": True}
                insert_or_update(connection, thread_days, [row], "day", {"told", "stale"})
            else:
                connection.execute(sa.delete(thread_days).where(thread_days.c.day == day))
                _join(connection, day, {})
            after = thread_days.c.day.between(day, day + min(reach, date.max - day))
            connection.execute(sa.update(thread_days).where(after).values(stale=True))

    def next_stale(self) -> date | None:
        """The first day that is to be joined to the weeks before it."""
        with self._database.looking() as connection:
            day: date | None = connection.scalar(sa.select(sa.func.min(thread_days.c.day)).where(thread_days.c.stale))
        return day

    def told(self, first: date, last: date) -> list[bytes]:
        """What was told on the days from the first to the last, in their order."""
        query = sa.select(thread_days.c.told).where(thread_days.c.day.between(first, last)).order_by(thread_days.c.day)
        with self._database.looking() as connection:
            return list(connection.scalars(query))

    def join(self, day: date, links: Mapping[str, str]) -> None:
        """Let the happenings that began on a day go on with these earlier ones, and with no others."""
        with self._database.writing() as connection:
            _join(connection, day, links)
            connection.execute(sa.update(thread_days).where(thread_days.c.day == day).values(stale=False))

    def roots(self, happenings: Iterable[str]) -> dict[str, str]:
        """The first of the running story of each of these happenings, of those that are of one."""
        with self._database.looking() as connection:
            asked = set(happenings)
            links = _links(connection, continuations.c.happening, asked)
            while further := _links(connection, continuations.c.happening, set(links.values()) - links.keys()):
                links |= further
            begun = set(_links(connection, continuations.c.before, asked).values())
        return {own: end_of(own, links) for own in asked & (links.keys() | begun)}

    def all_stale(self) -> None:
        """Let every day be joined again."""
        with self._database.writing() as connection:
            connection.execute(sa.update(thread_days).values(stale=True))


def _begin(connection: Connection, day: date, happenings: Collection[str]) -> None:
    """Put down who began on a day; where one begins earlier or no more, its other days are to be gone through again."""
    gone = set(connection.scalars(sa.select(beginnings.c.happening).where(beginnings.c.day == day))) - set(happenings)
    earlier = {own: began for own, began in _beginnings(connection, happenings).items() if began != day}
    for batch in batches.of_ids(sorted(gone)):
        connection.execute(sa.delete(beginnings).where(beginnings.c.happening.in_(batch)))
    days = set(earlier.values())
    for batch in batches.of_ids(sorted(gone)):
        query = sa.select(places.c.day).where(places.c.happening.in_(batch), places.c.day > day).distinct()
        days.update(connection.scalars(query))
    insert_new(connection, stale_days, [{"day": each} for each in sorted(days)], "day")
    rows = [{"happening": own, "day": day} for own in happenings]
    insert_or_update(connection, beginnings, rows, "happening", {"day"})


def _beginnings(connection: Connection, happenings: Iterable[str]) -> dict[str, date]:
    return _read(connection, beginnings.c.happening, beginnings.c.day, beginnings.c.happening, happenings)


def _join(connection: Connection, day: date, links: Mapping[str, str]) -> None:
    query = sa.select(continuations.c.happening, continuations.c.before).where(continuations.c.day == day)
    before = {row[0]: row[1] for row in connection.execute(query)}
    changed = {own for own in (*before, *links) if before.get(own) != links.get(own)}
    if not changed:
        return
    connection.execute(sa.delete(continuations).where(continuations.c.day == day))
    held = [own for own in links if own not in before]
    for batch in batches.of_ids(held):  # of one that began on another day before
        connection.execute(sa.delete(continuations).where(continuations.c.happening.in_(batch)))
    insert(connection, continuations, [{"happening": own, "before": of, "day": day} for own, of in links.items()])
    ends = {of for own in changed for of in (before.get(own), links.get(own)) if of}
    for batch in batches.of_ids(sorted(changed | ends | _after(connection, changed))):
        placings.unsettle(connection, batch)


def _after(connection: Connection, happenings: Collection[str]) -> set[str]:
    """All that go on with these, at any remove."""
    found, due = set[str](), set(happenings)
    while due:
        due = set(_links(connection, continuations.c.before, due)) - found
        found |= due
    return found


def _links(connection: Connection, column: sa.Column[str], happenings: Iterable[str]) -> dict[str, str]:
    return _read(connection, continuations.c.happening, continuations.c.before, column, happenings)


def _read(
    connection: Connection, own: sa.Column[str], value: sa.Column[Any], where: sa.Column[str], asked: Iterable[str]
) -> dict[str, Any]:
    """One column by another, of the rows that have one of the values asked for."""
    found: dict[str, Any] = {}
    for batch in batches.of_ids(sorted(asked)):
        query = sa.select(own, value).where(where.in_(batch))
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found
