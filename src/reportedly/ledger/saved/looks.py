"""What each person has read of what a search matched: a high-water mark, and the matches that are otherwise.

Matches from before the search was saved count as read. An exception says of one match that it is read above the mark,
or unread below it.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
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


def counts(connection: Connection, person: str, searches: Iterable[str]) -> dict[str, Unread]:
    """How many matches of each search somebody has not read, in few statements however many searches there are."""
    counted: dict[str, Unread] = {}
    for some in batches.of_ids(searches):
        asked = {"person": person, "no": False, "most": MOST + 1, "searches": some}
        new = {row.id: row.new for row in connection.execute(_NEW, asked)}
        rows = connection.execute(_excepted(person, some))
        but = {row.search: row.kept - row.read for row in rows}
        counted |= {
            search: Unread(MOST, more=True) if many > MOST else Unread(many + but.get(search, 0))
            for search, many in new.items()
        }
    return counted


_NEW: Final = sa.text(
    "SELECT s.id, (SELECT count(*) FROM (SELECT 1 FROM search_matches AS m WHERE m.search = s.id AND m.back = :no "
    "AND m.seq > coalesce(l.upto, 0) LIMIT :most) AS held) AS new FROM saved_searches AS s "
    "LEFT JOIN search_looks AS l ON l.person = :person AND l.search = s.id WHERE s.id IN :searches"
).bindparams(sa.bindparam("searches", expanding=True), sa.bindparam("no", type_=sa.Boolean()))


def _excepted(person: str, searches: list[str]) -> sa.Select[Any]:
    """For each of these searches how many exceptions are unread below the mark, and how many read above it."""
    mark = sa.select(_look.upto).where(_look.person == person, _look.search == _except.search).scalar_subquery()
    is_new = sa.and_(~_match.back, _match.seq > sa.func.coalesce(mark, 0))
    kept, read = sa.and_(_except.unread, ~is_new), sa.and_(~_except.unread, is_new)
    each = [sa.func.sum(sa.case((own, 1), else_=0)).label(name) for own, name in ((kept, "kept"), (read, "read"))]
    query = sa.select(_except.search, *each).join_from(search_exceptions, search_matches)
    return query.where(_except.person == person, _except.search.in_(searches)).group_by(_except.search)


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
