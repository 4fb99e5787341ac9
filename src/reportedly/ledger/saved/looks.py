"""What each person has read of what a search matched: a high-water mark, and the matches that are otherwise.

Matches from before the search was saved count as read. An exception says of one match that it is read above the mark,
or unread below it.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.schema import search_exceptions, search_looks, search_matches

MOST: Final = 1_000
"""Unread matches are counted as far as that."""
_look, _except, _match = search_looks.c, search_exceptions.c, search_matches.c


class Unread(NamedTuple):
    """How many matches of a search somebody has not read; ``more`` where there are more than were counted."""

    many: int
    more: bool = False


def upto(connection: Connection, person: str, search: str) -> int:
    """The high-water mark of a person."""
    query = sa.select(_look.upto).where(_look.person == person, _look.search == search)
    return connection.scalar(query) or 0


def is_unread(person: str, mark: int) -> sa.ColumnElement[bool]:
    """Whether a match is unread to somebody with this mark."""
    own = sa.select(_except.unread).where(_except.person == person, _except.match == _match.seq).scalar_subquery()
    return sa.func.coalesce(own, sa.and_(~_match.back, _match.seq > mark))


def count(connection: Connection, person: str, search: str) -> Unread:
    """How many matches of a search somebody has not read."""
    mark = upto(connection, person, search)
    above = _match.search == search, ~_match.back, _match.seq > mark
    some = sa.select(_match.seq).where(*above).limit(MOST + 1).subquery()
    new = connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0
    if new > MOST:
        return Unread(MOST, more=True)
    own = sa.select(sa.func.count()).join_from(search_exceptions, search_matches)
    own = own.where(_except.person == person, _except.search == search)
    is_new = sa.and_(~_match.back, _match.seq > mark)
    read = connection.scalar(own.where(~_except.unread, is_new)) or 0
    kept = connection.scalar(own.where(_except.unread, ~is_new)) or 0
    return Unread(new - read + kept)


def mark_one(connection: Connection, person: str, search: str, matches: Iterable[int], *, unread: bool) -> None:
    """Let matches be read or unread to somebody."""
    mark = upto(connection, person, search)
    for seq in matches:
        own = connection.execute(sa.select(_match.back).where(_match.search == search, _match.seq == seq)).first()
        if own is None:
            continue
        this = _except.person == person, _except.match == seq
        connection.execute(sa.delete(search_exceptions).where(*this))
        if unread != (not own.back and seq > mark):
            row = {"person": person, "match": seq, "search": search, "unread": unread}
            connection.execute(sa.insert(search_exceptions).values(row))


def mark_all(connection: Connection, person: str, search: str, last: int) -> None:
    """Let all matches up to the number ``last`` be read to somebody; ``undo`` knows how it was before."""
    mark = upto(connection, person, search)
    kept = sa.select(_except.match).where(_except.person == person, _except.search == search, _except.unread)
    unread = tuple(connection.scalars(kept.where(_except.match <= last)))
    own = _except.person == person, _except.search == search
    overtaken = sa.or_(sa.and_(_except.unread, _except.match <= last), _except.match <= mark)
    connection.execute(sa.delete(search_exceptions).where(*own, overtaken))
    _put(connection, person, search, upto=max(mark, last), before=mark, before_unread=unread)


def undo_all(connection: Connection, person: str, search: str) -> None:
    """Let matches be read and unread as before the last ``mark_all``."""
    look = connection.execute(
        sa.select(_look.before, _look.before_unread).where(_look.person == person, _look.search == search)
    ).first()
    if look is not None:
        _put(connection, person, search, upto=look.before, before=look.before, before_unread=())
        mark_one(connection, person, search, look.before_unread, unread=True)


def _put(connection: Connection, person: str, search: str, **values: Any) -> None:
    connection.execute(sa.delete(search_looks).where(_look.person == person, _look.search == search))
    connection.execute(sa.insert(search_looks).values(person=person, search=search, **values))
