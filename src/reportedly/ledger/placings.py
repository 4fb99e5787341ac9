"""Where pages stand among those that were linked, day by day, and which days are to be gone through again.

Invariant: in the transaction that changes where a page stands, the happenings it leaves and comes to are marked: their
stories are to be told anew. A day stays stale until where its pages stand is filed. So a run killed anywhere goes on
where it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import batches, unrelated
from reportedly.ledger.database import Database
from reportedly.ledger.rows import Row, record_of, row_of
from reportedly.ledger.schema import placings, stale_days
from reportedly.ledger.upserts import insert_new, insert_or_update
from reportedly.records import Placing, page_id, story_id

_CHANGING: Final = {column.name for column in placings.c} - {"page", "own", "story"}


@dataclass(frozen=True, slots=True)
class Placings:
    """The places of pages, by the ids of these."""

    _database: Database

    # -- asked for -----------------------------------------------------------------------------------------------------

    def place(self, page: str) -> Placing | None:
        """The place of a page."""
        return self.of_pages([page]).get(page)

    def members(self, happening: str) -> list[Placing]:
        """All who stand in a happening."""
        return self.of_happenings([happening])

    def of_pages(self, pages: Iterable[str]) -> dict[str, Placing]:
        """The places of these pages; those that have none are left out."""
        return {place.page: place for place in self._where(placings.c.page, pages)}

    def of_happenings(self, happenings: Iterable[str]) -> list[Placing]:
        """All who stand in these happenings."""
        return self._where(placings.c.happening, happenings)

    def named(self, names: Iterable[str]) -> list[Placing]:
        """The places of the pages that are named by their address, or by the id of a story that is made of it."""
        asked = list(names)
        return [*self._where(placings.c.own, asked), *self._where(placings.c.page, map(page_id, asked))]

    def articles_named(self, ids: Iterable[str]) -> dict[str, str]:
        """For ids of stories, some perhaps part of another now, the article of whose address they are made."""
        places = self._where(placings.c.own, ids)
        return {story_id(place.url): place.article for place in places}

    def of_days(self, first: date, last: date) -> dict[date, list[Placing]]:
        """The places of the pages of these days, the first and the last included, by days in their order."""
        query = sa.select(placings).where(placings.c.day.between(first, last)).order_by(placings.c.day, placings.c.page)
        days: dict[date, list[Placing]] = {}
        with self._database.looking() as connection:
            for row in connection.execute(query).mappings():
                days.setdefault(row["day"], []).append(record_of(Placing, row))
        return days

    def _where(self, column: sa.Column[Any], values: Iterable[str]) -> list[Placing]:
        with self._database.looking() as connection:
            return _where(connection, column, values)

    # -- days to be gone through again ---------------------------------------------------------------------------------

    def next_stale(self) -> date | None:
        """The first of the days to be gone through again."""
        with self._database.looking() as connection:
            day: date | None = connection.scalar(sa.select(sa.func.min(stale_days.c.day)))
        return day

    def take_up(self, given: Sequence[Placing], reach: timedelta) -> None:
        """Take up pages of which something is new, where nobody has linked them yet.

        Their days, the one before and the one now, and all days up to ``reach`` later are stale then.
        """
        with self._database.writing() as connection:
            before = {place.page: place for place in _of_pages(connection, given)}
            days = {place.day for place in (*given, *before.values()) if place.day}
            _file(connection, [_taken_up(place, before.get(place.page)) for place in given])
            insert_new(connection, stale_days, [{"day": day} for day in sorted(days)], "day")
            for day in days:
                _mark(connection, day, day + min(reach, date.max - day))

    def put(self, day: date, changed: Sequence[Placing], until: date | None) -> None:
        """File where the pages of a day stand, those that changed; with ``until`` the days to that one are stale then.

        The day itself is stale no more.
        """
        with self._database.writing() as connection:
            _file(connection, changed)
            if until is not None:
                _mark(connection, day + timedelta(1), until)
            connection.execute(sa.delete(stale_days).where(stale_days.c.day == day))

    def all_stale(self) -> None:
        """Let every day be gone through again, every story be told anew, and pages without a day be taken up again."""
        undated = sa.select(placings.c.url).where(placings.c.day.is_(None))
        with self._database.writing() as connection:
            _mark(connection, date.min, date.max)
            unrelated.mark(connection, connection.scalars(undated))
            connection.execute(sa.update(placings).values(settled=False))

    # -- stories to be told anew ---------------------------------------------------------------------------------------

    def unsettled(self, limit: int) -> list[str]:
        """So many happenings whose stories are to be told anew."""
        query = sa.select(placings.c.happening).where(~placings.c.settled).distinct().order_by(placings.c.happening)
        with self._database.looking() as connection:
            return list(connection.scalars(query.limit(limit)))

    def any_unsettled(self) -> bool:
        """Whether there is one."""
        with self._database.looking() as connection:
            return connection.scalar(sa.select(placings.c.page).where(~placings.c.settled).limit(1)) is not None

    def count_unsettled(self) -> int:
        """How many happenings there are whose stories are to be told anew."""
        query = sa.select(sa.func.count(sa.distinct(placings.c.happening))).where(~placings.c.settled)
        with self._database.looking() as connection:
            return connection.scalar(query) or 0


def _taken_up(new: Placing, old: Placing | None) -> Placing:
    """What is new of a page stands where it stood, as long as its day is the same."""
    return replace(old, article=new.article) if old and old.day == new.day else new


def _where(connection: Connection, column: sa.Column[Any], values: Iterable[str]) -> list[Placing]:
    found: list[Placing] = []
    for batch in batches.of_ids(values):
        query = sa.select(placings).where(column.in_(batch)).order_by(placings.c.page)
        found += [record_of(Placing, row) for row in connection.execute(query).mappings()]
    return found


def _of_pages(connection: Connection, given: Iterable[Placing]) -> list[Placing]:
    """Where the pages of these stand as filed."""
    return _where(connection, placings.c.page, [place.page for place in given])


def _file(connection: Connection, given: Sequence[Placing]) -> None:
    """File places, and mark the happenings that change by it."""
    left = {place.happening for place in _of_pages(connection, given)}
    insert_or_update(connection, placings, [_row(place) for place in given], "page", _CHANGING)
    for batch in batches.of_ids(sorted(left | {place.happening for place in given})):
        unsettle(connection, batch)


def unsettle(connection: Connection, happenings: Sequence[str], *, stale: bool = False) -> None:
    """Let the stories of these happenings be told anew; with ``stale`` their days be gone through again too."""
    own = placings.c.happening.in_(happenings)
    connection.execute(sa.update(placings).where(own, placings.c.settled).values(settled=False))
    if stale:
        days = connection.scalars(sa.select(placings.c.day).where(own).distinct())
        insert_new(connection, stale_days, [{"day": day} for day in days if day], "day")


def _mark(connection: Connection, first: date, last: date) -> None:
    """Let the days with pages from the first to the last be stale."""
    query = sa.select(placings.c.day).where(placings.c.day.between(first, last)).distinct()
    insert_new(connection, stale_days, [{"day": day} for day in connection.scalars(query)], "day")


def _row(place: Placing) -> Row:
    return {**row_of(place), "own": story_id(place.url), "settled": False}
