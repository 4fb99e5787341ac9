"""Full names of persons kept as readings are filed, each with those of other hands that are like it.

A hand is a script, Arabic letters by the language that they are written in: Persian, Urdu and Arabic spell one name in
several ways. A name that no reading holds any more is let go.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.joining import groups
from reportedly.ledger.schema import alike, articles, entities, full_names, name_keys
from reportedly.ledger.upserts import insert, insert_new
from reportedly.likeness import full_names as names
from reportedly.records import Reading

Named = Mapping[tuple[str, str], str]
"""Full names, casefolded, by entity and hand."""

FULL: Final = 2
"""Parts of a full name."""
_KEPT: Final = names.ALIKE - names.CLEAR
_HANDS: Final = (*names.SCRIPTS, "persian", "urdu")
_OF_LANGUAGE: Final = {"fa": "persian", "ur": "urdu"}


def full_names_of(readings: Iterable[Reading]) -> Named:
    """The persons of these readings whose names are in full."""
    return in_full(
        (one.id, one.name, reading.article.language)
        for reading in readings
        for one in reading.entities
        if one.kind == "person" and one.public
    )


def in_full(named: Iterable[tuple[str, str, str]]) -> Named:
    """Those of these entities, each with its name and the language of an article, whose names are in full."""
    full = ((own, name, language) for own, name, language in named if len(names.parts(name)) >= FULL)
    return {(own, _hand(name, language)): name.casefold() for own, name, language in full}


def _hand(name: str, language: str) -> str:
    script = names.script(name)
    return _OF_LANGUAGE.get(language, script) if script == "arabic" else script


def persons_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The ids of all persons that the readings of these articles hold."""
    found = set[str]()
    for some in batches.of_ids(ids):
        query = sa.select(entities.c.id).where(entities.c.article.in_(some), entities.c.kind == "person")
        found |= {*connection.scalars(query)}
    return found


def note(connection: Connection, held: Named) -> set[str]:
    """Keep these full names, and settle who is one with whom where some are new.

    Gives the entities that are one with others than before.
    """
    known = _known(connection, (own for own, _ in held))
    come = {at: name for at, name in sorted(held.items()) if at not in known}
    if not come:
        return set()
    insert(connection, full_names, [{"entity": own, "hand": hand, "name": name} for (own, hand), name in come.items()])
    keyed = {(key, hand, own) for (own, hand), name in come.items() for key in names.keys(name)}
    insert(connection, name_keys, [{"key": key, "hand": hand, "entity": own} for key, hand, own in sorted(keyed)])
    pairs = {*_alike(connection, come)}
    both = sorted({*pairs, *((other, own, like) for own, other, like in pairs)})
    rows = [{"entity": own, "other": other, "likeness": like} for own, other, like in both]
    insert_new(connection, alike, rows, "entity", "other")
    return groups.settle(connection, {own for own, _ in come} | {own for own, _, _ in both})


def drop_unheld(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Let go the names of these entities that no reading holds any more.

    Gives the entities that are one with others than before.
    """
    asked = sorted(ids)
    known, left = _known(connection, asked), _held(connection, asked)
    gone = sorted(known - left)
    alone = sorted({own for own, _ in gone} - {own for own, _ in left})
    near = groups.beside(connection, {own for own, _ in gone})
    for own, hand in gone:
        for table in (full_names, name_keys):
            connection.execute(sa.delete(table).where(table.c.entity == own, table.c.hand == hand))
    for some in batches.of_ids(alone):
        for column in (alike.c.entity, alike.c.other):
            connection.execute(sa.delete(alike).where(column.in_(some)))
    return groups.settle(connection, {*near, *(own for own, _ in gone)}) if gone else set()


def _known(connection: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Under which entities and hands names are kept of these."""
    found = set[tuple[str, str]]()
    for some in batches.of_ids(ids):
        query = sa.select(full_names.c.entity, full_names.c.hand).where(full_names.c.entity.in_(some))
        found |= {(row.entity, row.hand) for row in connection.execute(query)}
    return found


def _held(connection: Connection, ids: Iterable[str]) -> set[tuple[str, str]]:
    """In which hands readings hold the names of these."""
    found = set[tuple[str, str]]()
    query = sa.select(entities.c.id, entities.c.name, articles.c.language).distinct()
    query = query.join(articles, articles.c.id == entities.c.article)
    for some in batches.of_ids(ids):
        for own, name, language in connection.execute(query.where(entities.c.id.in_(some))):
            found.add((own, _hand(name, language)))
    return found


def _alike(connection: Connection, come: Named) -> Iterator[tuple[str, str, float]]:
    """Those of these names with names in other hands that are like them; a candidate has one of their keys."""
    near = _near(connection, come)
    known: dict[str, list[str]] = defaultdict(list)
    for other, words in _named(connection, sorted(set().union(*near.values()))):
        known[other].append(words)
    for (own, hand), name in come.items():
        for other in near[own, hand]:
            like = max((names.likeness(name, words) for words in known[other]), default=0.0)
            if like >= _KEPT and other != own:
                yield own, other, like


def _near(connection: Connection, come: Named) -> dict[tuple[str, str], set[str]]:
    """For each of these names the entities that have one of its keys in another hand."""
    near: dict[tuple[str, str], set[str]] = {at: set() for at in come}
    for hand in {hand for _, hand in come}:
        keyed: dict[str, list[str]] = defaultdict(list)
        for own, name in ((own, name) for (own, its), name in come.items() if its == hand):
            for key in names.keys(name):
                keyed[key].append(own)
        query = sa.select(name_keys.c.key, name_keys.c.entity).distinct()
        query = query.where(name_keys.c.hand.in_([one for one in _HANDS if one != hand]))
        for some in batches.of_ids(keyed):
            for key, other in connection.execute(query.where(name_keys.c.key.in_(some))):
                for own in keyed[key]:
                    near[own, hand].add(other)
    return near


def _named(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    query = sa.select(full_names.c.entity, full_names.c.name)
    for some in batches.of_ids(ids):
        rows = connection.execute(query.where(full_names.c.entity.in_(some)))
        yield from ((row.entity, row.name) for row in rows)
