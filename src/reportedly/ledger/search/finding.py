"""Finding the places of articles by words and marks, at a bounded cost however many there are.

The index of words and that of marks are both read newest first. Which of them leads and which is only looked up is
decided by how many articles have the rarest of the marks.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.search import fulltext, marks
from reportedly.ledger.search.asked import Query
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

_WORDS: Final = "SELECT {0} AS place FROM article_words WHERE {1} AND {0} >= :low AND {0} < :high ORDER BY {0} DESC"
_MARK: Final = "SELECT place FROM article_marks WHERE mark = :{} AND place >= :low AND place < :high"
_ORDER: Final = " ORDER BY place DESC"
"""Of one mark or of the union of several: either is read off the index in its order."""


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
    if not asked.wanted:
        return newest(connection, asked, filters, limit=limit, offset=offset)
    found = newest(connection, asked, filters, limit=RANKED)
    if not found.places:
        return found
    ranked = fulltext.ranked(connection, asked, found.places)
    cut = [f"ranked are the newest {RANKED:,} that match"] if found.before is not None else []
    return Found(ranked[offset : offset + limit], None, (*found.notes, *cut))


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
        self._asked |= query.values if query else {}
        is_sqlite = connection.dialect.name == "sqlite"
        self._bound = "" if self._alone and not is_sqlite else " LIMIT :looked"
        """PostgreSQL would go through all that leads before it takes the first; SQLite keeps to the order by it."""
        self._order = "" if is_sqlite else "ORDER BY hit.place DESC "
        """SQLite gives the leading side in its order by itself, PostgreSQL promises nothing."""

    def places(self, limit: int, offset: int) -> list[int]:
        """The newest places that match."""
        if self._fewest == 0:
            return []
        checks = " AND ".join(self._checks()) or "TRUE"
        sql = (
            f"SELECT hit.place FROM ({self._leading()}) AS hit WHERE {checks} {self._order}LIMIT :limit OFFSET :offset"  # noqa: S608  no word of it was typed
        )
        found = self._connection.scalars(sa.text(sql), {**self._asked, "limit": limit, "offset": offset})
        return sorted(found, reverse=True)

    def reached(self) -> int | None:
        """The place up to which the leading side was read; None where it was read to its end."""
        if self._alone:
            return None
        sql = f"SELECT min(place) FROM ({self._leading()}) AS led HAVING count(*) = :looked"  # noqa: S608  as above
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
        if self._query is not None and not self._leads():
            return _WORDS.format(self._query.place, self._query.condition) + self._bound
        marked = " UNION ALL ".join(_MARK.format(_name(0, i)) for i in range(len(self._marks[0])))
        return marked + _ORDER + self._bound

    def _checks(self) -> Iterator[str]:
        """What is asked of a place of the leading side."""
        for n in range(1 if self._leads() else 0, len(self._marks)):
            either = ", ".join(f":{_name(n, i)}" for i in range(len(self._marks[n])))
            own = f"SELECT place FROM article_marks WHERE mark IN ({either})"  # noqa: S608  as above
            few = n == 0 and self._fewest <= FEW
            yield f"hit.place IN ({own})" if few else f"EXISTS ({own} AND place = hit.place)"
        if self._leads() and self._query is not None:
            query = self._query
            yield f"EXISTS (SELECT 1 FROM article_words WHERE {query.condition} AND {query.place} = hit.place)"  # noqa: S608  as above
