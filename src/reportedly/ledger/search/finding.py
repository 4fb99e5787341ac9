"""Finding the places of articles by words and marks, at a bounded cost however many there are.

The index of words and that of marks are both read newest first. Which of them leads and which is only looked up is
decided by how many articles have the rarest of the marks.
"""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.search import fulltext, marks
from reportedly.ledger.search.fulltext import Query
from reportedly.ledger.search.places import between, day_of
from reportedly.records import Filters
from reportedly.search import Question

FEW: Final = 5_000
"""Places of a mark that are set apart to be looked up in: 0.2 µs for each of the leading side, else 0.9 µs."""
PROBED: Final = 100
"""Look-ups in the index of words, times terms, that are quicker than reading it: 0.1 ms each in 200,000 articles."""
LOOKED: Final = 50_000
"""Of the leading side, looked up one by one for a page: 45 ms; what is older waits for the next page."""
LOOKED_IN_FEW: Final = 200_000
"""The same where few have the mark: 40 ms."""
RANKED: Final = 1_000
"""The newest of what matches, which are ranked by how well they do: 11 ms for a word of all articles, 30 for three."""

_WORDS: Final = (
    "SELECT rowid AS place FROM article_words WHERE article_words MATCH :match AND rowid >= :low AND rowid < :high "
    "ORDER BY rowid DESC LIMIT :looked"
)
_MARK: Final = "SELECT place FROM article_marks WHERE mark = :{} AND place >= :low AND place < :high"
_ORDER: Final = " ORDER BY place DESC LIMIT :looked"
"""Of one mark or of the union of several: either is read off the index in its order."""
_BEST: Final = sa.text(
    "SELECT rowid FROM article_words WHERE article_words MATCH :match AND rowid >= :low AND rowid <= :high "
    "AND +rowid IN (SELECT value FROM json_each(:places)) ORDER BY bm25(article_words, 4.0, 1.0), rowid DESC "
    "LIMIT :limit OFFSET :offset"
)


class Found(NamedTuple):
    """The places that were asked for, the one before which more may stand, and what was left out, in words."""

    places: list[int]
    before: int | None
    notes: tuple[str, ...] = ()


def newest(  # noqa: PLR0913  a page is a few numbers
    connection: Connection, asked: Question, filters: Filters, *, limit: int, before: int | None = None, offset: int = 0
) -> Found:
    """What matches, newest first; with ``before`` what stands before that place."""
    query = fulltext.query(connection, asked) if asked else None
    if asked and query is None:
        return Found([], None)
    search = _Search(connection, query, filters, before)
    places = search.places(limit + 1, offset)
    notes = [f"more than {fulltext.BEGINNINGS} words begin with “{cut}”" for cut in query.cut] if query else []
    if len(places) > limit:
        return Found(places[:limit], places[limit - 1], _spelt(notes))
    reached = search.reached()
    if reached is not None:
        notes.append(f"looked back as far as {day_of(reached) or 'articles of no known day'}; what is older comes next")
    return Found(places, reached, _spelt(notes))


def best(connection: Connection, asked: Question, filters: Filters, *, limit: int, offset: int = 0) -> Found:
    """The newest that match, those first which match best; a headline counts four times."""
    query = fulltext.query(connection, asked) if asked.wanted else None
    found = newest(connection, asked, filters, limit=RANKED if query else limit, offset=0 if query else offset)
    if query is None or not found.places:
        return found
    ranked = {"match": query.match, "low": found.places[-1], "high": found.places[0]}
    page = {"places": json.dumps(found.places), "limit": limit, "offset": offset}
    places = connection.scalars(_BEST, ranked | page).all()
    cut = [f"ranked are the newest {RANKED:,} that match"] if found.before is not None else []
    return Found([*places], None, (*found.notes, *cut))


def _spelt(notes: list[str]) -> tuple[str, ...]:
    return tuple(notes)


def _name(n: int, i: int) -> str:
    """What one of several marks is called in a query."""
    return f"mark{n}_{i}"


class _Search:
    """One search: which side leads, and what is asked of each place that it gives."""

    def __init__(self, connection: Connection, query: Query | None, filters: Filters, before: int | None) -> None:
        self._connection = connection
        self._days = filters.since, filters.until
        counts = sorted(
            (marks.counted_either(connection, own, self._days, FEW + 1), own) for own in marks.asked(filters)
        )
        self._marks = [own for _, own in counts] if counts or query else [(marks.SHELVED,)]
        self._alone = len(self._marks) + (query is not None) == 1
        self._fewest = counts[0][0] if counts else FEW + 1
        self._query = query
        low, high = between(*self._days, before)
        self._asked: dict[str, Any] = {"low": low, "high": high, "looked": self._looked()}
        self._asked |= {_name(n, i): own for n, either in enumerate(self._marks) for i, own in enumerate(either)}
        self._asked |= {"match": query.match} if query else {}

    def places(self, limit: int, offset: int) -> list[int]:
        """The newest places that match."""
        if self._fewest == 0:
            return []
        checks = " AND ".join(self._checks()) or "TRUE"
        sql = f"SELECT hit.place FROM ({self._leading()}) AS hit WHERE {checks} LIMIT :limit OFFSET :offset"  # noqa: S608  no word of it was typed
        found = self._connection.scalars(sa.text(sql), {**self._asked, "limit": limit, "offset": offset})
        return sorted(found, reverse=True)

    def reached(self) -> int | None:
        """The place up to which the leading side was read; None where it was read to its end."""
        if self._alone:
            return None
        sql = f"SELECT min(place) FROM ({self._leading()}) HAVING count(*) = :looked"  # noqa: S608  as above
        reached: int | None = self._connection.scalar(sa.text(sql), self._asked)
        return reached

    def _leads(self) -> bool:
        """Whether the rarest mark leads."""
        if self._query is None:
            return True
        return bool(self._marks) and self._fewest * max(self._query.terms, 1) <= PROBED

    def _looked(self) -> int:
        return 2**31 if self._alone else LOOKED_IN_FEW if self._fewest <= FEW else LOOKED

    def _leading(self) -> str:
        if not self._leads():
            return _WORDS
        return " UNION ALL ".join(_MARK.format(_name(0, i)) for i in range(len(self._marks[0]))) + _ORDER

    def _checks(self) -> Iterator[str]:
        """What is asked of a place of the leading side."""
        for n in range(1 if self._leads() else 0, len(self._marks)):
            either = ", ".join(f":{_name(n, i)}" for i in range(len(self._marks[n])))
            own = f"SELECT place FROM article_marks WHERE mark IN ({either})"  # noqa: S608  as above
            few = n == 0 and self._fewest <= FEW
            yield f"hit.place IN ({own})" if few else f"EXISTS ({own} AND place = hit.place)"
        if self._leads() and self._query is not None:
            yield "EXISTS (SELECT 1 FROM article_words WHERE article_words MATCH :match AND rowid = hit.place)"
