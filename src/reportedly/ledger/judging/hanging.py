"""What hangs on a decision, marked so that it is told, matched or found by it."""

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import joining, rejoined, search, ungiven, unrelated
from reportedly.ledger import placings as places
from reportedly.ledger.judging import grounds, marks
from reportedly.ledger.saved import matching
from reportedly.ledger.schema import announcements, articles, placings
from reportedly.records import Judgement, page_id, thing


def mark(connection: Connection, made: Judgement) -> None:
    """Mark what a decision concerns that was made, taken back or put back.

    Notes, tags and marks change nothing.
    """
    own = thing(made.about)
    if own is None:
        return
    if own.kind == "expectation" and made.kind in {"split", *grounds.TOLD_OTHERWISE}:
        unrelated.mark(connection, _matched(connection, made))
    if own.kind == "story" and made.kind in {"merge", "split"}:
        _tie_anew(connection, made)
    if own.kind == "entity":
        rejoined.mark(connection, joining.settle_decided(connection, own.own))
    if made.kind not in grounds.TOLD_OTHERWISE:
        return
    if own.kind == "story":
        _unsettle(connection, placings.c.own == own.own)
    elif known := grounds.by_name(connection, [made.about]).get(made.about):
        _tell_anew(connection, known.url)
        if own.kind in {"article", "event"}:
            unrelated.mark(connection, [known.url])


def _matched(connection: Connection, made: Judgement) -> list[str]:
    """The pages whose match it is about."""
    begun = connection.scalars(sa.select(announcements.c.url).where(announcements.c.id == made.about))
    stood = (known.url for known in grounds.by_name(connection, [made.about]).values())
    return sorted({*begun, *stood, *([made.value] if made.kind == "split" and made.value else ())})


def _tie_anew(connection: Connection, made: Judgement) -> None:
    """Let the stories that are joined or parted be told anew; of those that are parted the days are gone through."""
    names = [name for name in (made.about, made.value) if name]
    named = sa.or_(placings.c.own.in_(names), placings.c.page.in_([*map(page_id, names)]))
    _unsettle(connection, named, stale=made.kind == "split")


def _unsettle(connection: Connection, where: sa.ColumnElement[bool], *, stale: bool = False) -> None:
    happenings = connection.scalars(sa.select(placings.c.happening).where(where).distinct()).all()
    places.unsettle(connection, happenings, stale=stale)


def _tell_anew(connection: Connection, url: str) -> None:
    page = page_id(url)
    _unsettle(connection, placings.c.page == page)
    ungiven.mark_pages(connection, [page])
    read = search.mark_readings(connection, connection.scalars(sa.select(articles.c.id).where(articles.c.page == page)))
    matching.note_read(connection, read | marks.lay(connection, [url]))
