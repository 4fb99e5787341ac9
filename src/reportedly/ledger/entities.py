"""Entities over all articles that name them; those that are one (``ledger/joining``) are told as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, joining, search
from reportedly.ledger.database import Database
from reportedly.ledger.schema import articles, entities, joined
from reportedly.records import EntityKind, Precision, Record

TOLD: Final = 1_000
"""The newest articles by which an entity is told; 200,000 would take seconds."""
NAMED: Final = 30
"""The newest articles whose commonest name is an entity's."""


class InLanguage(Record, frozen=True):
    """The words for an entity in a language, those in most articles first, and how many ``articles`` there name it."""

    language: str
    words: tuple[str, ...]
    articles: int


class EntityLine(Record, frozen=True):
    """An entity: its commonest name, the words used for it, and how many ``articles`` name it.

    Told are names, words and roles of the newest ``TOLD`` articles. A name in English goes before others. ``members``
    are the ids of all that is one with it, its own first; ``languages`` stand in the order of how many articles there
    name it.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    wikidata: str | None
    geonames: int | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    articles: int
    members: tuple[str, ...] = ()
    languages: tuple[InLanguage, ...] = ()


_FIXED: Final = [entities.c[name] for name in ("kind", "wikidata", "geonames", "country", "lat", "lon", "precision")]
"""What is one thing, and is told as most articles have it."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Who and what is named in the articles; private persons are not among them."""

    _database: Database

    def get(self, entity_id: str) -> EntityLine | None:
        """An entity over the articles that name it."""
        with self._database.looking() as connection:
            members = joining.members(connection, entity_id)
            rows = _rows(connection, members, TOLD, entities.c.name, entities.c.roles, entities.c.words, *_FIXED)
            naming = search.count(connection, "entity", entity_id)
        if not rows:
            return None
        names = _named(rows)
        return EntityLine(
            id=entity_id,
            name=names[0],
            names=tuple(dict.fromkeys([*names, *_commonest(word for row in rows for word in row["words"])])),
            roles=_commonest(role for row in rows for role in row["roles"]),
            articles=naming or len(rows),
            members=members,
            languages=_languages(rows),
            **{column.name: _commonest(row[column.name] for row in rows)[0] for column in _FIXED},
        )

    def after(self, entity_id: str, *, limit: int) -> list[EntityLine]:
        """Entities in the order of their ids, those after one, what is one once; private persons are not among them."""
        query = sa.select(entities.c.id).where(entities.c.id > entity_id, entities.c.public).group_by(entities.c.id)
        query = query.where(entities.c.id.not_in(sa.select(joined.c.entity).where(joined.c.entity != joined.c.whole)))
        with self._database.looking() as connection:
            ids = connection.scalars(query.order_by(entities.c.id).limit(limit)).all()
        known = (self.get(own) for own in ids)
        return [line for line in known if line is not None]

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The name of each known entity among ``ids``; what is no entity's id is left out."""
        with self._database.looking() as connection:
            meant = joining.members_of_each(connection, sorted(set(ids)))
            rows = {own: _rows(connection, members, NAMED, entities.c.name) for own, members in meant.items()}
        return {own: _named(found)[0] for own, found in rows.items() if found}

    def spelt(self, ids: Iterable[str]) -> dict[str, str]:
        """The commonest name of each of these ids alone, whatever is one with it."""
        query = sa.select(entities.c.name)
        with self._database.looking() as connection:
            own = {one: connection.scalars(query.where(entities.c.id == one).limit(NAMED)).all() for one in ids}
        return {one: _commonest(names)[0] for one, names in own.items() if names}


def _rows(connection: Connection, members: Sequence[str], most: int, *columns: sa.Column[Any]) -> Sequence[RowMapping]:
    """What the newest articles have of an entity, with the language of each.

    Of one that only overtaken revisions name, what those have.
    """
    seqs = [search.seq_of(place) for place in search.newest_places(connection, "entity", members[0], most)]
    query = sa.select(articles.c.language, *columns).join(articles, articles.c.id == entities.c.article)
    query = query.where(entities.c.id.in_(members))
    found: list[RowMapping] = []
    for some in batches.of_ids(seqs):
        own = connection.scalars(sa.select(articles.c.id).where(articles.c.seq.in_(some))).all()
        found += connection.execute(query.where(entities.c.article.in_(own))).mappings()
    return found or connection.execute(query.limit(most)).mappings().all()


def _named(rows: Sequence[RowMapping]) -> tuple[str, ...]:
    """Its names, the commonest first; where English articles name it, theirs before the others."""
    english = _commonest(row["name"] for row in rows if row["language"] == "en")
    return tuple(dict.fromkeys([*english, *_commonest(row["name"] for row in rows)]))


def _languages(rows: Iterable[RowMapping]) -> tuple[InLanguage, ...]:
    """What it is called in each language."""
    spoken: dict[str, list[RowMapping]] = {}
    for row in rows:
        spoken.setdefault(row["language"], []).append(row)
    told = (
        InLanguage(language, _commonest(word for row in own for word in row["words"]), len(own))
        for language, own in spoken.items()
    )
    return tuple(sorted(told, key=lambda one: (-one.articles, one.language)))


def _commonest(values: Iterable[Any]) -> tuple[Any, ...]:
    """Distinct values, the commonest first, of equally common ones the first in order."""
    tally = Counter(values)
    return tuple(sorted(tally, key=lambda value: (-tally[value], str(value))))
