"""Entities over all articles that name them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.schema import entities
from reportedly.records import EntityKind, Precision, Record


class EntityLine(Record, frozen=True):
    """An entity over all articles: its commonest name, all words used for it, and how many ``articles`` name it."""

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


_FIXED: Final = [entities.c[name] for name in ("kind", "wikidata", "geonames", "country", "lat", "lon", "precision")]
"""What is one thing, and is told as most articles have it."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Who and what is named in the articles; private persons are not among them."""

    _database: Database

    def get(self, entity_id: str) -> EntityLine | None:
        """An entity over all articles that name it."""
        query = sa.select(entities.c.name, entities.c.roles, entities.c.words, *_FIXED)
        with self._database.looking() as connection:
            rows = connection.execute(query.where(entities.c.id == entity_id)).mappings().all()
        if not rows:
            return None
        names = _commonest(row["name"] for row in rows)
        return EntityLine(
            id=entity_id,
            name=names[0],
            names=tuple(dict.fromkeys([*names, *_commonest(word for row in rows for word in row["words"])])),
            roles=_commonest(role for row in rows for role in row["roles"]),
            articles=len(rows),
            **{column.name: _commonest(row[column.name] for row in rows)[0] for column in _FIXED},
        )

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The commonest name of each known entity among ``ids``; what is no entity's id is left out."""
        names: dict[str, list[str]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(sorted(set(ids))):
                query = sa.select(entities.c.id, entities.c.name).where(entities.c.id.in_(batch))
                for entity, name in connection.execute(query):
                    names.setdefault(entity, []).append(name)
        return {entity: _commonest(of_articles)[0] for entity, of_articles in names.items()}


def _commonest(values: Iterable[Any]) -> tuple[Any, ...]:
    """Distinct values, the commonest first, of equally common ones the first in order."""
    tally = Counter(values)
    return tuple(sorted(tally, key=lambda value: (-tally[value], str(value))))
