"""Filings put together again from all rows that hold them, to be compared with what was filed."""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import schema
from reportedly.ledger.readings import back
from reportedly.ledger.readings.back import PARTS
from reportedly.ledger.readings.filing import Filing
from reportedly.records import Gist, Sighting

_GIST = [name for name in Gist.__struct_fields__ if name != "first"]


def filings(connection: Connection, ids: Sequence[str]) -> Iterator[Filing]:
    """What was filed of each of these articles; one that has no reading, or no gist, has none."""
    readings = back.by_article(connection, ids, PARTS)
    gists, sightings = _gists(connection, ids), _sightings(connection, ids)
    for own, reading in readings.items():
        if own in gists:
            yield Filing(reading, gists[own], tuple(sightings.get(own, ())))


def _gists(connection: Connection, ids: Sequence[str]) -> dict[str, Gist]:
    article, gist, outlet = schema.articles, schema.gists, schema.outlets
    named, at = outlet.c.name.label("outlet_name"), article.c.published_at.label("at")
    query = sa.select(article.c.url, article.c.outlet, named, at, *gist.c)
    query = query.join_from(gist, article, gist.c.article == article.c.id)
    query = query.join(outlet, outlet.c.id == article.c.outlet, isouter=True).where(gist.c.article.in_(ids))
    rows = connection.execute(query).mappings()
    return {row["article"]: Gist(**{name: row[name] for name in _GIST}) for row in rows}


def _sightings(connection: Connection, ids: Sequence[str]) -> dict[str, list[Sighting]]:
    decode, table = msgspec.json.Decoder(Sighting).decode, schema.sightings
    query = sa.select(table.c.article, table.c.data).where(table.c.article.in_(ids))
    held: dict[str, list[Sighting]] = {}
    for article, data in connection.execute(query.order_by(table.c.article, table.c.n)):
        held.setdefault(article, []).append(decode(data))
    return held
