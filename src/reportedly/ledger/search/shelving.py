"""Keeping what articles are found by: their words and marks, in the transaction that files them.

Invariant: of a page's revisions the one that it showed last is found, and no other.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.schema import articles
from reportedly.ledger.search import fulltext, marks
from reportedly.ledger.search.places import place_of, seq_of
from reportedly.records import page_id

_WHICH = sa.select(articles.c.page, articles.c.id, articles.c.seq, articles.c.published)
_IN_TURN = (articles.c.page, articles.c.turn.desc(), articles.c.revision.desc())


def settle(connection: Connection, urls: Iterable[str]) -> None:
    """Let the revision that each of these pages showed last be found, for when that may have changed."""
    latest: dict[int, str] = {}
    others: list[int] = []
    for some in batches.of_ids(map(page_id, urls)):
        query = _WHICH.where(articles.c.page.in_(some)).order_by(*_IN_TURN)
        for _, revisions in groupby(connection.execute(query), attrgetter("page")):
            (place, shown), *overtaken = _placed(revisions)
            latest[place] = shown
            others += [place for place, _ in overtaken]
    held = marks.held(connection, [*latest, *others])
    gone = sorted(held.intersection(others))
    come = sorted(latest.keys() - held)
    fulltext.drop(connection, _texts(connection, gone))
    marks.drop(connection, gone)
    fulltext.index(connection, _texts(connection, come))
    marks.put(connection, {latest[place]: place for place in come})


def mark_readings(connection: Connection, ids: Iterable[str]) -> None:
    """Mark articles with what was read in them, where they are found; they were read anew."""
    places: dict[int, str] = {}
    for some in batches.of_ids(ids):
        places |= dict(_placed(connection.execute(_WHICH.where(articles.c.id.in_(some)))))
    held = marks.held(connection, places)
    marks.put(connection, {places[place]: place for place in sorted(held)})


def _placed(rows: Iterable[Any]) -> list[tuple[int, str]]:
    return [(place_of(row.published, row.seq), row.id) for row in rows]


def _texts(connection: Connection, places: list[int]) -> Iterator[fulltext.Words]:
    """The words of the articles in these places, in their order: an index that is written in order is written once."""
    query = sa.select(articles.c.seq, articles.c.headline, articles.c.text)
    for some in batches.of_ids(places):
        rows = connection.execute(query.where(articles.c.seq.in_([*map(seq_of, some)])))
        held = {row.seq: (row.headline or "", row.text) for row in rows}
        yield from (fulltext.Words(place, *held[seq_of(place)]) for place in some)
