"""Whose turn it is: a row a turn, taken off in the transaction that files what comes of it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import tuples
from reportedly.ledger.asked import Asked
from reportedly.ledger.engine.among import among
from reportedly.ledger.schema import announcements, comparisons, followups, turns
from reportedly.ledger.upserts import insert
from reportedly.records import Turn, page_id

_SWEEP = 2  # after both turns of any page


def call(connection: Connection, called: Iterable[Turn]) -> None:
    """Let these have their turn."""
    rows = ((turn.on, turn.n, page_id(turn.url), turn.url) for turn in called)
    tuples.insert_new(connection, turns, ("on", "n", "page", "url"), rows)


def standing(connection: Connection, called: Collection[Turn]) -> set[Turn]:
    """Those of these turns that stand."""
    if not called:
        return set()
    days, pages = [turn.on for turn in called], [page_id(turn.url) for turn in called]
    rows = _STANDING.rows(connection, since=min(days), until=max(days), pages=pages)
    return {Turn(*row) for row in rows}.intersection(called)


def call_the_last(connection: Connection) -> None:
    """Let what nothing supports any more be swept out when all turns are over."""
    insert(connection, turns, [{"on": date.max, "n": _SWEEP, "page": "", "url": ""}])


def next_turn(connection: Connection) -> Turn | None:
    """The first turn, taken off; None where there is none."""
    rows = _FIRST.rows(connection)
    if not rows:
        return None
    on, n, page, url = rows[0]
    connection.execute(_OFF, {"own_on": on, "own_n": n, "own_page": page})
    if n == _SWEEP:
        _sweep(connection)
        return None
    return Turn(on, n, url)


def also(connection: Connection, turn: Turn, most: int) -> list[Turn]:
    """The next turns of the same day and part, taken off."""
    rows = _ALSO.rows(connection, on=turn.on, n=turn.n, most=most)
    if rows:
        connection.execute(_OFF, [{"own_on": turn.on, "own_n": turn.n, "own_page": page} for page, _ in rows])
    return [Turn(turn.on, turn.n, url) for _, url in rows]


def _sweep(connection: Connection) -> None:
    begun = sa.exists().where(announcements.c.id == followups.c.id, announcements.c.followup == followups.c.id)
    connection.execute(sa.delete(followups).where(~begun))
    connection.execute(sa.delete(comparisons).where(comparisons.c.page == ""))


_DAYS = turns.c.on.between(sa.bindparam("since", type_=sa.Date()), sa.bindparam("until", type_=sa.Date()))
_STANDING: Final = Asked(sa.select(turns.c.on, turns.c.n, turns.c.url).where(_DAYS, among(turns.c.page, "pages")))
_ALSO: Final = Asked(
    sa.select(turns.c.page, turns.c.url)
    .where(*(turns.c[name] == sa.bindparam(name, type_=turns.c[name].type) for name in ("on", "n")))
    .order_by(turns.c.url)
    .limit(sa.bindparam("most", type_=sa.Integer()))
)
_FIRST: Final = Asked(sa.select(turns).order_by(turns.c.on, turns.c.n, turns.c.url).limit(1))
_OFF: Final = sa.delete(turns).where(
    *(turns.c[name] == sa.bindparam(f"own_{name}", type_=turns.c[name].type) for name in ("on", "n", "page"))
)
