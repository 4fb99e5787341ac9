"""What a saved search matches among what is filed already: its newest matches, found by searching for them once."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, tuples
from reportedly.ledger.saved.index import next_version
from reportedly.ledger.saved.keys import keys
from reportedly.ledger.schema import saved_searches, search_beginnings, search_matches
from reportedly.ledger.search import finding, fulltext, marks
from reportedly.ledger.upserts import insert_or_update
from reportedly.records import Filters
from reportedly.search import Beginning, Question, Sought, beginnings, question

WINDOW: Final = 2_000
"""The newest matches, back to which a search is filled: some 50 ms on 200,000 articles."""
MATCH: Final = ("search", "place", "back")
_STRETCHES: Final = 5  # of what a search looks through at once, where few of many pass the filters


class Window(NamedTuple):
    """The places of the newest matches; ``reached`` is that before which more may stand, None where none can."""

    places: list[int]
    reached: int | None


def fill(connection: Connection, search: str) -> None:
    """Put down the newest matches of a search in the place of those it had, and by what it is looked up from now on.

    A match that stays keeps its number, and so stays read or unread; one that is new counts as from before.
    """
    words, filters = _asked(connection, search)
    asked = question(words)
    window = _window(connection, asked, filters)
    held = _held(connection, search)
    drop(connection, search, held.difference(window.places))
    _put(connection, search, window.places, held)
    stand_for(connection, {begin: fulltext.begun(connection, begin) for begin in beginnings(asked)})
    own, required = saved_searches.c, keys(connection, asked, marks.asked(filters))
    values = {"required": required, "reached": window.reached, "version": next_version(connection)}
    connection.execute(sa.update(saved_searches).where(own.id == search).values(values))


def grow(connection: Connection, search: str, begin: str, added: Iterable[str]) -> None:
    """Add the newest of what a search matches by these words, for which one of its beginnings stands from now on."""
    words, filters = _asked(connection, search)
    window = _window(connection, _with(question(words), begin, added), filters)
    _put(connection, search, window.places, _held(connection, search))
    if window.reached is not None:
        own = saved_searches.c
        farther = sa.or_(own.reached.is_(None), own.reached < window.reached)
        connection.execute(sa.update(saved_searches).where(own.id == search, farther).values(reached=window.reached))


def drop(connection: Connection, search: str, places: Iterable[int]) -> None:
    """Take matches away."""
    own = search_matches.c
    for some in batches.of_ids(places):
        connection.execute(sa.delete(search_matches).where(own.search == search, own.place.in_(some)))


def stand_for(connection: Connection, begun: Mapping[str, Beginning]) -> None:
    """Put down what beginnings stand for."""
    rows = [{"begin": begin, "stands_for": now} for begin, now in begun.items()]
    insert_or_update(connection, search_beginnings, rows, "begin", {"stands_for"})


def _with(asked: Question, begin: str, terms: Iterable[str]) -> Question:
    """The question with only these words for a beginning."""
    only = Sought(tuple((term,) for term in sorted(terms)))
    own = Sought(((begin,),), begins=True)
    return Question(tuple(only if one == own else one for one in asked.wanted), asked.unwanted)


def _window(connection: Connection, asked: Question, filters: Filters) -> Window:
    places, before = list[int](), None
    for _ in range(_STRETCHES):
        found = finding.newest(connection, asked, filters, limit=WINDOW - len(places), before=before)
        places, before = [*places, *found.places], found.before
        if before is None or len(places) >= WINDOW:
            break
    return Window(places, before)


def _asked(connection: Connection, search: str) -> tuple[str, Filters]:
    own = saved_searches.c
    words, filters = connection.execute(sa.select(own.words, own.filters).where(own.id == search)).one()
    return words, filters


def _held(connection: Connection, search: str) -> set[int]:
    return {*connection.scalars(sa.select(search_matches.c.place).where(search_matches.c.search == search))}


def _put(connection: Connection, search: str, places: list[int], held: set[int]) -> None:
    come = ((search, place, True) for place in reversed(places) if place not in held)
    tuples.insert(connection, search_matches, MATCH, come)
