"""What articles are found by, after it was settled anew which entities are one: by any name of what they name."""

from collections.abc import Collection, Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, search
from reportedly.ledger.judging import marks
from reportedly.ledger.saved import matching
from reportedly.ledger.schema import articles, entities


def mark(connection: Connection, changed: Iterable[str], but: Collection[str] = ()) -> None:
    """Mark the articles that name one of these entities anew; those of the ids ``but`` are marked already."""
    named: dict[str, str] = {}
    query = sa.select(articles.c.id, articles.c.url).join(entities, entities.c.article == articles.c.id)
    for some in batches.of_ids(sorted(changed)):
        named |= {row.id: row.url for row in connection.execute(query.where(entities.c.id.in_(some)))}
    for own in but:
        named.pop(own, None)
    read = search.mark_readings(connection, named)
    matching.note_read(connection, read | marks.lay(connection, named.values()))
