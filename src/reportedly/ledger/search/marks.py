"""The marks of articles, each with the places of the articles that have it: an index for all filters and lists.

Only of a page's revisions the one it showed last has marks. ``SHELVED`` is the mark of all of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, joining, tuples
from reportedly.ledger.schema import article_marks, articles, entities, events, statements
from reportedly.ledger.search.places import between
from reportedly.records import Filters, Reading

SHELVED: Final = ""
"""The mark of every article that is found."""

_COLUMNS: Final = ("mark", "place")
_OF_READING: Final = ("entity:", "event:", "claim:")
_AFTER: Final = ";"  # the sign after the colon
_VALUES: Final = sa.text(
    "WITH RECURSIVE held (own) AS ("
    "SELECT (SELECT min(mark) FROM article_marks WHERE mark > :first AND mark < :after) UNION ALL "
    "SELECT (SELECT min(mark) FROM article_marks WHERE mark > own AND mark < :after) FROM held WHERE own IS NOT NULL"
    ") SELECT own FROM held WHERE own IS NOT NULL"
)


def mark(kind: str, value: str) -> str:
    """How it is marked that an article has a value of some kind."""
    return f"{kind}:{value}"


def claim(source: str | None, certainty: str | None) -> str:
    """How it is marked that a statement of an article has a source of this kind and is so certain."""
    return mark("claim", f"{source or ''}/{certainty or ''}")


Either = tuple[str, ...]
"""Marks, of which an article must have one."""


def asked(filters: Filters) -> list[Either]:
    """The marks that an article must have, one of each; the days are in its place."""
    kinds = {name: getattr(filters, name) for name in ("outlet", "entity", "event")}
    marks: list[Either] = [(mark(name, value),) for name, value in kinds.items() if value is not None]
    if filters.languages:
        marks.append(tuple(mark("language", code) for code in filters.languages))
    if filters.source is not None or filters.certainty is not None:
        marks.append((claim(filters.source, filters.certainty),))
    return marks


def put(connection: Connection, places: Mapping[str, int]) -> dict[int, set[str]]:
    """Mark articles anew, given by their ids with their places; gives the marks of each place."""
    drop(connection, places.values())
    marked: dict[int, set[str]] = {place: set() for place in places.values()}
    for article, own in _marks(connection, places):
        marked[places[article]].add(own)
    rows = sorted((own, place) for place, marks in marked.items() for own in marks)
    tuples.insert(connection, article_marks, _COLUMNS, rows)
    return marked


def put_read(connection: Connection, place: int, reading: Reading) -> set[str]:
    """Mark the article in a place with what is told of it, instead of what was read in it; gives all its marks."""
    of_reading = sa.or_(*(article_marks.c.mark.startswith(kind, autoescape=True) for kind in _OF_READING))
    connection.execute(sa.delete(article_marks).where(article_marks.c.place == place, of_reading))
    told = {mark("entity", own) for _, own in _meant(connection, (("", one.id) for one in reading.entities))}
    told |= {mark("event", event.type) for event in reading.events}
    for said in reading.statements:
        held = (said.source_kind, said.certainty), (said.source_kind, None), (None, said.certainty)
        told |= {claim(*each) for each in held}
    tuples.insert(connection, article_marks, _COLUMNS, [(own, place) for own in sorted(told)])
    return {*connection.scalars(sa.select(article_marks.c.mark).where(article_marks.c.place == place))}


def drop(connection: Connection, places: Iterable[int]) -> None:
    """Take all marks from these places."""
    for some in batches.of_ids(places):
        connection.execute(sa.delete(article_marks).where(article_marks.c.place.in_(some)))


def _marks(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    for some in batches.of_ids(ids):
        own = sa.select(articles.c.id, articles.c.outlet, articles.c.language).where(articles.c.id.in_(some))
        for article, outlet, language in connection.execute(own):
            yield article, SHELVED
            yield article, mark("outlet", outlet)
            yield article, mark("language", language)
        for article, entity in _meant(connection, _distinct(connection, entities, some, "id")):
            yield article, mark("entity", entity)
        for article, event in _distinct(connection, events, some, "type"):
            yield article, mark("event", event)
        for article, source, certainty in _distinct(connection, statements, some, "source_kind", "certainty"):
            yield from ((article, claim(*held)) for held in ((source, certainty), (source, None), (None, certainty)))


def _meant(connection: Connection, named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Articles with the entities they name and all that are one with those."""
    held = [*named]
    meant = joining.members_of_each(connection, (entity for _, entity in held))
    yield from dict.fromkeys((article, own) for article, entity in held for own in meant[entity])


def _distinct(connection: Connection, table: sa.Table, ids: list[str], *names: str) -> Any:
    columns = (table.c.article, *(table.c[name] for name in names))
    return connection.execute(sa.select(*columns).where(table.c.article.in_(ids)).distinct())


def held(connection: Connection, places: Iterable[int]) -> set[int]:
    """Those of these places that have an article which is found."""
    own, found = article_marks.c, set[int]()
    for some in batches.of_ids(places):
        found |= {*connection.scalars(sa.select(own.place).where(own.mark == SHELVED, own.place.in_(some)))}
    return found


def newest_places(connection: Connection, kind: str, value: str | None, limit: int, offset: int = 0) -> list[int]:
    """The places of what is so marked, newest first; of all where no value is asked for."""
    own = article_marks.c
    query = sa.select(own.place).where(own.mark == (SHELVED if value is None else mark(kind, value)))
    return [*connection.scalars(query.order_by(own.place.desc()).limit(limit).offset(offset))]


def places_of_each(connection: Connection, kind: str, values: Iterable[str], most: int) -> dict[str, list[int]]:
    """For each value that no more than ``most`` articles have: their places, newest first."""
    each = ((value, newest_places(connection, kind, value, most + 1)) for value in dict.fromkeys(values))
    return {value: places for value, places in each if 0 < len(places) <= most}


def values(connection: Connection, kind: str) -> list[str]:
    """What articles are marked with of a kind, in alphabetical order; each is one look into the index."""
    held = connection.scalars(_VALUES, {"first": mark(kind, ""), "after": kind + _AFTER})
    return [own.removeprefix(mark(kind, "")) for own in held]


def count_each(connection: Connection, kind: str) -> dict[str, int]:
    """How many articles are marked with each value of a kind, in alphabetical order."""
    own = article_marks.c.mark
    query = (
        sa.select(own, sa.func.count()).where(own >= mark(kind, ""), own < kind + _AFTER).group_by(own).order_by(own)
    )
    return {held.removeprefix(mark(kind, "")): count for held, count in connection.execute(query)}


def count(connection: Connection, kind: str, value: str | None) -> int:
    """How many articles are so marked; all that are found where no value is asked for."""
    own = SHELVED if value is None else mark(kind, value)
    return counted(connection, own, (None, None), 2**31)


def counted_either(connection: Connection, own: Either, days: tuple[date | None, date | None], most: int) -> int:
    """How many places within these days have one of these marks, of which none has two; ``most`` at most."""
    return min(sum(counted(connection, one, days, most) for one in own), most)


def counted(connection: Connection, own: str, days: tuple[date | None, date | None], most: int) -> int:
    """How many places within these days have a mark, ``most`` at most."""
    low, high = between(*days)
    at = article_marks.c
    some = sa.select(at.place).where(at.mark == own, at.place >= low, at.place < high).limit(most).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(some)) or 0
