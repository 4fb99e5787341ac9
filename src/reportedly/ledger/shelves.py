"""The shelves of expectations on any day, and what may happen within given days: told by indexes, page by page.

A row of ``spells`` says what was known of an expectation from one day until another. Its kind (timed, untimed, settled)
and the ends of its window put it on a shelf, so a shelf is a stretch of one index whatever the day is.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import tongues
from reportedly.ledger.database import Database
from reportedly.ledger.rows import Row
from reportedly.ledger.schema import spells
from reportedly.ledger.upserts import insert
from reportedly.records import NEVER, SETTLED, SOON, FollowUp, Record, Shelf, Spell, State
from reportedly.records import spells as spells_of


class Planned(Record, frozen=True):
    """An expectation in a calendar: when it may happen as was known on a day; ``closes`` is None for no known end.

    ``left`` says that this was so before it was moved.
    """

    followup: str
    state: State
    opens: date
    closes: date | None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Shelves:
    """Expectations by the shelf on which they lie on a day."""

    _database: Database

    def on(  # noqa: PLR0913  a filter each
        self,
        shelf: Shelf,
        day: date,
        *,
        state: State | None = None,
        languages: Collection[str] = (),
        limit: int,
        offset: int = 0,
    ) -> list[str]:
        """Ids of a shelf's expectations as they stood on ``day``, in the order a desk works through them.

        Due ones by when they close, later ones by when they open, the others by what was told last. With ``state``
        only those of which that was told last, with ``languages`` those that an article in one of them announces.
        """
        asked = *_standing(shelf, day, state), *tongues.of_followup(spells.c.followup, languages)
        query = sa.select(spells.c.followup).where(*asked).order_by(*_ORDERS[shelf])
        with self._database.looking() as connection:
            return [*connection.scalars(query.limit(limit).offset(offset))]

    def opening(self, first: date, last: date, day: date, *, limit: int) -> list[str]:
        """Ids of those not settled on ``day`` whose windows open in these days, the first to open first."""
        query = sa.select(spells.c.followup).where(spells.c.kind == "timed", spells.c.opens.between(first, last))
        query = query.where(spells.c.closes >= day, *_known(day)).order_by(*_ORDERS["later"])
        with self._database.looking() as connection:
            return [*connection.scalars(query.limit(limit))]

    def count(self, shelf: Shelf, day: date, most: int, languages: Collection[str] = ()) -> int:
        """How many lie there on ``day``; counting ends at ``most``."""
        asked = *_standing(shelf, day), *tongues.of_followup(spells.c.followup, languages)
        some = sa.select(sa.literal(1)).select_from(spells).where(*asked).limit(most)
        with self._database.looking() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0

    def between(
        self, first: date, last: date, day: date, *, limit: int, languages: Collection[str] = ()
    ) -> list[Planned]:
        """What may happen from ``first`` to ``last`` as was known on ``day``, with what it was moved away from there.

        At most ``limit`` of each kind, those first that close first; with ``languages`` those that an article in one of
        them announces.
        """
        spoken = tongues.of_followup(spells.c.followup, languages)
        later = spells.alias()
        moved = sa.select(sa.literal(1)).where(
            later.c.followup == spells.c.followup, later.c.n == spells.c.n + 1, later.c.state == "moved"
        )
        with self._database.looking() as connection:
            ask = partial(_planned, connection, first, last, limit)
            return [
                *ask("timed", *_known(day), *spoken),
                *ask("settled", *_known(day), *spoken),
                *ask("timed", spells.c.until <= day, moved.exists(), *spoken, left=True),
            ]


def _planned(  # noqa: PLR0913
    connection: Connection,
    first: date,
    last: date,
    limit: int,
    kind: str,
    *asked: sa.ColumnElement[bool],
    left: bool = False,
) -> list[Planned]:
    own = spells.c.kind == kind, spells.c.closes >= first, spells.c.opens <= last
    query = sa.select(spells.c.followup, spells.c.state, spells.c.opens, spells.c.closes).where(*own, *asked)
    rows = connection.execute(query.order_by(*_ORDERS["week"]).limit(limit)).all()
    return [Planned(one.followup, one.state, one.opens, _end(one.closes), left) for one in rows]


def _end(closes: date) -> date | None:
    return None if closes == NEVER else closes


def _known(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    return spells.c.since <= day, spells.c.until > day


def _standing(shelf: Shelf, day: date, state: State | None = None) -> tuple[sa.ColumnElement[bool], ...]:
    opens, closes = spells.c.opens, spells.c.closes
    within: dict[Shelf, Sequence[sa.ColumnElement[bool]]] = {
        "settled": (spells.c.kind == "settled",),
        "untimed": (spells.c.kind == "untimed",),
        "silent": (spells.c.kind == "timed", closes < day),
        "week": (spells.c.kind == "timed", closes >= day, opens <= day + SOON),
        "later": (spells.c.kind == "timed", opens > day + SOON),
    }
    told = (spells.c.state == state,) if state else ()
    return (*within[shelf], *_known(day), *told)


_TOLD_LAST: Final = (spells.c.since.desc(), spells.c.until.desc(), spells.c.followup.desc())
_ORDERS: Final[dict[Shelf, Sequence[Any]]] = {
    "settled": _TOLD_LAST,
    "untimed": _TOLD_LAST,
    "silent": (spells.c.closes.desc(), spells.c.opens.desc(), spells.c.since.desc()),
    "week": (spells.c.closes, spells.c.opens, spells.c.since, spells.c.until, spells.c.followup),
    "later": (spells.c.opens, spells.c.closes, spells.c.since, spells.c.until, spells.c.followup),
}


def shelve(connection: Connection, followup: FollowUp) -> None:
    """Let an expectation lie where it does now and did on every day before."""
    connection.execute(sa.delete(spells).where(spells.c.followup == followup.id))
    insert(connection, spells, [_row(followup.id, n, spell) for n, spell in enumerate(spells_of(followup))])


def _row(followup: str, n: int, spell: Spell) -> Row:
    kind = "settled" if spell.state in SETTLED else "timed" if spell.opens else "untimed"
    ends = {"since": spell.since, "until": spell.until, "opens": spell.opens, "closes": spell.closes}
    return {"followup": followup, "n": n, "kind": kind, "state": spell.state, **ends}
