"""Keeping what articles are found by: their words and marks, in the transaction that files them.

Invariant: of a page's revisions the one that it showed last is found, and no other.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.schema import articles
from reportedly.ledger.search import fulltext, marks
from reportedly.ledger.search.places import place_of, seq_of
from reportedly.records import Reading, page_id

_WHICH = sa.select(articles.c.page, articles.c.id, articles.c.seq, articles.c.published)
_IN_TURN = (articles.c.page, articles.c.turn.desc(), articles.c.revision.desc())


class Settled(NamedTuple):
    """What is found now and was not before: the words and marks of articles, by place.

    ``gone`` are the places of the revisions that were found before, each with the place of the one found now.
    """

    words: fulltext.Indexed
    marks: dict[int, set[str]]
    gone: dict[int, int]


def settle(connection: Connection, urls: Iterable[str]) -> Settled:
    """Let the revision that each of these pages showed last be found, for when that may have changed."""
    latest: dict[int, str] = {}
    others: dict[int, int] = {}
    for some in batches.of_ids(map(page_id, urls)):
        query = _WHICH.where(articles.c.page.in_(some)).order_by(*_IN_TURN)
        for _, revisions in groupby(connection.execute(query), attrgetter("page")):
            (place, shown), *overtaken = _placed(revisions)
            latest[place] = shown
            others |= {old: place for old, _ in overtaken}
    held = marks.held(connection, [*latest, *others])
    gone = sorted(held.intersection(others))
    come = sorted(latest.keys() - held)
    fulltext.drop(connection, words_at(connection, gone))
    marks.drop(connection, gone)
    words = fulltext.index(connection, words_at(connection, come))
    marked = marks.put(connection, {latest[place]: place for place in come})
    return Settled(words, marked, {old: others[old] for old in gone})


def mark_readings(connection: Connection, ids: Iterable[str]) -> dict[int, set[str]]:
    """Mark articles with what was read in them, where they are found; they were read anew. Gives marks by place."""
    places: dict[int, str] = {}
    for some in batches.of_ids(ids):
        places |= dict(_placed(connection.execute(_WHICH.where(articles.c.id.in_(some)))))
    held = sorted(marks.held(connection, places))
    return marks.put(connection, {places[place]: place for place in held})


def mark_told(connection: Connection, readings: Iterable[Reading]) -> dict[int, set[str]]:
    """Mark articles with what is told of them, where they are found; people corrected or withdrew some of it.

    Gives their marks by place.
    """
    marked: dict[int, set[str]] = {}
    told = {reading.article.id: reading for reading in readings}
    for some in batches.of_ids(told):
        places = dict(_placed(connection.execute(_WHICH.where(articles.c.id.in_(some)))))
        for place in sorted(marks.held(connection, places)):
            marked[place] = marks.put_read(connection, place, told[places[place]])
    return marked


def _placed(rows: Iterable[Any]) -> list[tuple[int, str]]:
    return [(place_of(row.published, row.seq), row.id) for row in rows]


def words_at(connection: Connection, places: list[int]) -> Iterator[fulltext.Words]:
    """What the articles in these places are found by, in their order: an index is written once where it is in order."""
    query = sa.select(articles.c.seq, articles.c.headline, articles.c.text)
    for some in batches.of_ids(places):
        rows = connection.execute(query.where(articles.c.seq.in_([*map(seq_of, some)])))
        held = {row.seq: (row.headline or "", row.text) for row in rows}
        yield from (fulltext.Words(place, *held[seq_of(place)]) for place in some)
