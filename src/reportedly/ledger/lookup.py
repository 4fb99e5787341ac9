"""Looking things up over all articles: search, entities, and how much there is."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.ledger import articles, batches, fulltext, schema
from reportedly.ledger.view import ArticleLine, Counts, EntityLine, Hit


def search(connection: Connection, words: str, limit: int, offset: int) -> list[Hit]:
    """Latest revisions that hold all ``words``, best first; see ``fulltext.as_query`` for what may be typed."""
    found = fulltext.find(connection, words, limit, offset)
    query = sa.select(*articles.LINE).where(schema.articles.c.seq.in_([seq for seq, _ in found]))
    lines = dict(articles.placed(connection, query))
    return [_hit(lines[seq], snippet) for seq, snippet in found]


def _hit(line: ArticleLine, snippet: fulltext.Snippet) -> Hit:
    return Hit(
        line.article,
        line.url,
        line.outlet,
        line.headline,
        line.published,
        snippet,
        line.story,
        line.is_copy,
        line.partial,
    )


def entity(connection: Connection, entity_id: str) -> EntityLine | None:
    """An entity over all articles that name it."""
    table = schema.entities
    fixed = [table.c[name] for name in ("kind", "wikidata", "geonames", "country", "lat", "lon", "precision")]
    query = sa.select(table.c.name, table.c.roles, table.c.words, *fixed).where(table.c.id == entity_id)
    rows = connection.execute(query).mappings().all()
    if not rows:
        return None
    names = _commonest(row["name"] for row in rows)
    return EntityLine(
        id=entity_id,
        name=names[0],
        names=tuple(dict.fromkeys([*names, *_commonest(word for row in rows for word in row["words"])])),
        roles=_commonest(role for row in rows for role in row["roles"]),
        articles=len(rows),
        **{column.name: _commonest(row[column.name] for row in rows)[0] for column in fixed},
    )


def names(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The commonest name of each known entity among ``ids``; what is no entity's id is left out."""
    table = schema.entities
    found: dict[str, list[str]] = {}
    for batch in batches.of_ids(sorted(set(ids))):
        query = sa.select(table.c.id, table.c.name).where(table.c.id.in_(batch))
        for identity, name in connection.execute(query):
            found.setdefault(identity, []).append(name)
    return {identity: _commonest(said)[0] for identity, said in found.items()}


def counts(connection: Connection) -> Counts:
    """How much the ledger holds."""
    unread = ~sa.exists().where(schema.readings.c.article == schema.articles.c.id)
    tables = ["outlets", "captures", "articles", "statements", "events", "expectations", "stories", "followups"]
    return Counts(
        **{name: _count(connection, schema.metadata.tables[name]) for name in tables},
        unread=_count(connection, schema.articles, unread),
        entities=connection.scalar(sa.select(sa.func.count(sa.distinct(schema.entities.c.id)))) or 0,
    )


def unread(connection: Connection, reader: str) -> int:
    """How many articles await ``reader``."""
    return _count(connection, schema.articles, articles.unread(reader))


def _count(connection: Connection, table: Table, *which: sa.ColumnElement[bool]) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table).where(*which)) or 0


def _commonest(values: Iterable[Any]) -> tuple[Any, ...]:
    """Distinct values, the commonest first, of equally common ones the first in order."""
    tally = Counter(values)
    return tuple(sorted(tally, key=lambda value: (-tally[value], str(value))))
