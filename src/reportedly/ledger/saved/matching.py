"""What is filed, held against the saved searches in the transaction that files it."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, tuples
from reportedly.ledger.saved import filling
from reportedly.ledger.saved.filling import MATCH
from reportedly.ledger.saved.index import Index, Watched, index_of, keep
from reportedly.ledger.schema import search_matches
from reportedly.ledger.search import Settled, fulltext
from reportedly.ledger.search.shelving import words_at
from reportedly.search import Beginning, Held, Sought

_own: Final = search_matches.c
_Matches = set[tuple[str, int]]  # a search and a place


def note_settled(connection: Connection, settled: Settled) -> None:
    """Put down what matches the articles that are found now, and take away what matched those found before.

    Where a search matches two revisions of a page, the new one stands in the place of the old: it stays read, and
    alerts nobody again.
    """
    index = index_of(connection) if settled.marks or settled.gone else None
    if index is None:
        return
    grown = index.grown(settled.words.vocabulary)
    if grown:
        _grow(connection, index, grown, set(settled.marks))
    found: _Matches = set()
    for place, headline, text in settled.words.articles:
        ids = index.found(place, Held(headline, text), settled.marks[place])
        found.update((search, place) for search in ids)
    if settled.gone:
        found -= _turned(connection, settled.gone, found)
    if grown:
        found -= _held(connection, settled.marks)
    _insert(connection, found)


def note_read(connection: Connection, marks: Mapping[int, set[str]]) -> None:
    """Put down what matches articles by what was read in them, and take away what does not any more."""
    index = index_of(connection) if marks else None
    if index is None or not index.of_reading:
        return
    passing = {place: index.passing(place, own) for place, own in marks.items()}
    asking = sorted(place for place, own in passing.items() if any(one.asked for one in own))
    texts = {own.place: Held.of(own.headline, own.text) for own in words_at(connection, asking)}
    found = {
        (one.id, place)
        for place, own in passing.items()
        for one in own
        if not one.asked or texts[place].answers(one.asked, index.begun)
    }
    held = {one for one in _held(connection, marks) if one[0] in index.of_reading}
    for search, place in sorted(held - found):
        filling.drop(connection, search, [place])
    _insert(connection, found - held)


class _Growth(NamedTuple):
    """What a beginning stood for, and what it stands for now."""

    begin: str
    before: Beginning
    now: Beginning


def _grow(connection: Connection, index: Index, grown: Mapping[str, set[str]], come: set[int]) -> None:
    """Let beginnings stand for more; what was filed before may match their searches now."""
    growths = [one for begin, added in grown.items() if (one := _growth(connection, index, begin, added))]
    if not growths:
        return
    filling.stand_for(connection, {begin: now for begin, _, now in growths})
    for begin, _, now in growths:
        index.grow(begin, now)
    keep(connection, index, index.asking[growths[0].begin][0].id)
    filled = [_look_back(connection, index.asking[growth.begin], growth, come) for growth in growths]
    if any(filled):
        for some in batches.of_ids(come):  # what is being filed is no match from before
            connection.execute(sa.update(search_matches).where(_own.place.in_(some)).values(back=False))


def _growth(connection: Connection, index: Index, begin: str, added: set[str]) -> _Growth | None:
    before = index.begun[begin]
    now = Beginning(before.terms | added, before.longest)
    if before.cut or len(now.terms) > fulltext.BEGINNINGS:
        now = fulltext.begun(connection, begin)
    return None if now == before else _Growth(begin, before, now)


def _look_back(connection: Connection, asking: list[Watched], growth: _Growth, come: set[int]) -> bool:
    """Fill the searches with this beginning again where an article that was there has one of the words it gained.

    Gives whether there was any.
    """
    begin, before, now = growth
    added = {term for term in now.terms - before.terms if fulltext.is_elsewhere(connection, term, come)}
    for watched in asking:
        unwanted = Sought(((begin,),), begins=True) in watched.asked.unwanted
        if not before.terms <= now.terms or (added and unwanted):
            filling.fill(connection, watched.id)
        elif added:
            filling.grow(connection, watched.id, begin, added)
    return bool(added) or not before.terms <= now.terms


def _turned(connection: Connection, gone: Mapping[int, int], found: _Matches) -> _Matches:
    """The matches that took the place of those of an earlier revision; the others of these are gone."""
    stayed: _Matches = set()
    query = sa.select(_own.search, _own.seq, _own.place).where(_own.place.in_(gone)).order_by(_own.seq)
    for search, seq, place in connection.execute(query).all():
        match = search, gone[place]
        if match in found and match not in stayed:
            filling.drop(connection, *_at(match))
            connection.execute(sa.update(search_matches).where(_own.seq == seq).values(place=match[1]))
            stayed.add(match)
    connection.execute(sa.delete(search_matches).where(_own.place.in_(gone)))
    return stayed


def _at(match: tuple[str, int]) -> tuple[str, list[int]]:
    return match[0], [match[1]]


def _held(connection: Connection, places: Iterable[int]) -> _Matches:
    held: _Matches = set()
    for some in batches.of_ids(places):
        rows = connection.execute(sa.select(_own.search, _own.place).where(_own.place.in_(some)))
        held.update((row.search, row.place) for row in rows)
    return held


def _insert(connection: Connection, found: _Matches) -> None:
    rows = ((search, place, False) for search, place in sorted(found, key=lambda one: (one[1], one[0])))
    tuples.insert(connection, search_matches, MATCH, rows)
