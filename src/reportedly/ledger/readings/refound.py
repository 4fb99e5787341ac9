"""Filings put together again from all rows that hold them, to be compared with what was filed."""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import schema
from reportedly.ledger.readings import back, gists
from reportedly.ledger.readings.back import PARTS
from reportedly.ledger.readings.filing import Filing
from reportedly.records import Sighting


def filings(connection: Connection, ids: Sequence[str]) -> Iterator[Filing]:
    """What was filed of each of these articles; one that has no reading, or no gist, has none."""
    readings = back.by_article(connection, ids, PARTS)
    boiled = {gist.article: replace(gist, first=None, fetched=None) for gist in gists.of_articles(connection, ids)}
    sightings = _sightings(connection, ids)
    for own, reading in readings.items():
        if own in boiled:
            yield Filing(reading, boiled[own], tuple(sightings.get(own, ())))


def _sightings(connection: Connection, ids: Sequence[str]) -> dict[str, list[Sighting]]:
    decode, table = msgspec.json.Decoder(Sighting).decode, schema.sightings
    query = sa.select(table.c.article, table.c.data).where(table.c.article.in_(ids))
    held: dict[str, list[Sighting]] = {}
    for article, data in connection.execute(query.order_by(table.c.article, table.c.n)):
        held.setdefault(article, []).append(decode(data))
    return held
