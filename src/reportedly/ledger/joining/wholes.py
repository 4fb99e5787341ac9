"""Entities that are one, as they are asked for."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.schema import joined


def members(connection: Connection, entity: str) -> tuple[str, ...]:
    """All ids of what is one with an entity, its own first; only its own where nothing is."""
    return members_of_each(connection, [entity])[entity]


def members_of_each(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each entity the same."""
    asked = [*dict.fromkeys(ids)]
    wholes = whole_of_each(connection, asked)
    parts: dict[str, list[str]] = {}
    for some in batches.of_ids(set(wholes.values())):
        for row in connection.execute(sa.select(joined).where(joined.c.whole.in_(some)).order_by(joined.c.entity)):
            parts.setdefault(row.whole, []).append(row.entity)
    return {own: tuple(dict.fromkeys((own, *parts.get(wholes[own], ())))) for own in asked}


def whole_of_each(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """For each entity the one id under which all that is one with it goes; its own where nothing is."""
    found: dict[str, str] = {}
    for some in batches.of_ids(ids):
        rows = connection.execute(sa.select(joined.c.entity, joined.c.whole).where(joined.c.entity.in_(some)))
        found |= {own: own for own in some} | {row.entity: row.whole for row in rows}
    return found
