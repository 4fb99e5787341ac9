"""Filing readings: all that a reader found in one article stands in the ledger whole, or not at all.

Invariant: an article has at most one reading, the one filed last. It replaces the one before with all its rows in one
transaction. Filing the same reading again writes nothing.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import articles, packed, schema
from reportedly.ledger.readings import private
from reportedly.ledger.readings.rows import derived_rows
from reportedly.ledger.rows import Row
from reportedly.ledger.upserts import insert
from reportedly.records import ArticleHead, Gist, Reading, Sighting

_encode = msgspec.json.Encoder().encode


def file(connection: Connection, reading: Reading, gist: Gist, sightings: tuple[Sighting, ...], at: datetime) -> None:
    """File a reading, leaving out private persons. ``ValueError`` where its parts do not fit together."""
    hidden = private.private_ids(reading)
    reading = private.reading_without(reading, hidden)
    gist = private.gist_without(gist, hidden)
    sightings = private.sightings_without(sightings, hidden)
    digest = _digest(reading, gist, sightings)
    if _filed(connection, reading.article.id) == digest:
        return
    _check(reading)
    row = _reading_row(connection, reading)
    connection.execute(sa.delete(schema.readings).where(schema.readings.c.article == reading.article.id))
    connection.execute(sa.insert(schema.readings), [{**row, "filed": at, "digest": digest}])
    for table, rows in derived_rows(reading):
        insert(connection, table, rows)
    insert(connection, schema.gists, [_gist_row(gist)])
    insert(connection, schema.sightings, [_sighting_row(reading, n, seen) for n, seen in enumerate(sightings)])


def gists(connection: Connection) -> Iterator[Gist]:
    """What relates articles to each other: of the last revision of each URL that has been read, in order of filing."""
    columns = [schema.articles.c.id, schema.articles.c.url, schema.articles.c.outlet, *schema.gists.c]
    query = sa.select(*columns).join_from(schema.gists, schema.articles, schema.gists.c.article == schema.articles.c.id)
    for row in connection.execute(_last_read(query)).mappings():
        names = ("article", "url", "outlet", "owner", "published", "headline", "words", "places", "people", "credits")
        yield Gist(shingles=packed.unpack(row["shingles"]), **{name: row[name] for name in names})


def sightings(connection: Connection) -> Iterator[Sighting]:
    """Events as follow-ups see them: of the last revision of each URL that has been read, in order of filing."""
    decode = msgspec.json.Decoder(Sighting).decode
    found, article = schema.sightings, schema.articles
    query = sa.select(found.c.data).join_from(found, article, found.c.article == article.c.id)
    for data in connection.execute(_last_read(query).order_by(found.c.n)).scalars():
        yield decode(data)


def _last_read(query: sa.Select[Any]) -> sa.Select[Any]:
    newer, article = schema.articles.alias("newer_read"), schema.articles
    overtaken = sa.exists().where(
        newer.c.url == article.c.url,
        newer.c.turn > article.c.turn,
        schema.readings.c.article == newer.c.id,
    )
    return query.where(~overtaken).order_by(article.c.seq).execution_options(yield_per=500)


def _filed(connection: Connection, article_id: str) -> str | None:
    return connection.scalar(sa.select(schema.readings.c.digest).where(schema.readings.c.article == article_id))


def _digest(reading: Reading, gist: Gist, sightings: tuple[Sighting, ...]) -> str:
    content = replace(gist, shingles=()), sightings, reading
    digest = hashlib.blake2b(packed.pack(gist.shingles), digest_size=16)
    digest.update(_encode(content))
    return digest.hexdigest()


def _reading_row(connection: Connection, reading: Reading) -> Row:
    given = reading.article
    article = articles.get(connection, given.id)
    if article is None or article.text != given.text:
        raise ValueError(f"the reading of {given.id} ({given.url}) is of no article in the ledger: file that first")
    own = None if ArticleHead.of(article) == given else replace(given, text="")
    row = {"article": given.id, "reader": reading.reader, "schema": reading.schema}
    return {**row, "head": own, "distanced": reading.distanced}


def _gist_row(gist: Gist) -> Row:
    names = ("article", "owner", "published", "headline", "words", "places", "people", "credits")
    return {**{name: getattr(gist, name) for name in names}, "shingles": packed.pack(gist.shingles)}


def _sighting_row(reading: Reading, n: int, seen: Sighting) -> Row:
    own: Row = {"article": reading.article.id, "n": n, "reader": reading.reader}
    return {**own, "event": seen.event, "data": _encode(seen).decode()}


def _check(reading: Reading) -> None:
    """Say what points nowhere or stands twice, for the database would only say that something does."""
    ids = {
        name: [found.id for found in getattr(reading, name)]
        for name in ("entities", "times", "statements", "events", "expectations")
    }
    known = {name: set(found) for name, found in ids.items()}
    twice = [name for name, found in ids.items() if len(found) != len(known[name])]
    if twice:
        raise ValueError(f"the reading of {reading.article.id} has the same id twice among its {', '.join(twice)}")
    lost = [f"{one} ({name})" for name, one in _pointers(reading) if one is not None and one not in known[name]]
    if lost:
        raise ValueError(f"the reading of {reading.article.id} points at what it does not hold: {', '.join(lost)}")


def _pointers(reading: Reading) -> Iterator[tuple[str, str | None]]:
    for tie in reading.relations:
        yield from (("entities", tie.subject), ("entities", tie.object))
    for statement in reading.statements:
        yield from (("entities", statement.source_entity), ("statements", statement.via))
    for event in reading.events:
        yield from (("entities", event.place), ("times", event.time), ("statements", event.statement))
        yield from (("entities", who.entity) for who in (*event.actors, *event.recipients))
    for expected in reading.expectations:
        yield "events", expected.event
