"""Filing readings: all that a reader found in one article stands in the ledger whole, or not at all.

Invariant: an article has at most one reading, the one filed last. It replaces the one before with all its rows in one
transaction. Filing the same reading again writes nothing.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import schema, shown, unrelated
from reportedly.ledger.articles import rows as article_rows
from reportedly.ledger.readings import packed, private
from reportedly.ledger.readings.rows import derived_rows
from reportedly.ledger.rows import Row, row_of
from reportedly.ledger.upserts import insert
from reportedly.records import ArticleHead, Gist, Reading, Sighting

_encode = msgspec.json.Encoder().encode


class Filing(NamedTuple):
    """What is filed together of an article: its reading, and what was boiled down from that."""

    reading: Reading
    gist: Gist
    sightings: tuple[Sighting, ...]

    @property
    def digest(self) -> str:
        """What tells this filing from any other of the article; equal for equal content."""
        content = replace(self.gist, shingles=()), self.sightings, self.reading
        digest = hashlib.blake2b(packed.pack(self.gist.shingles), digest_size=16)
        digest.update(_encode(content))
        return digest.hexdigest()

    def without_private_persons(self) -> "Filing":
        """The same as the ledger may hold it."""
        hidden = private.private_ids(self.reading)
        return Filing(
            private.reading_without(self.reading, hidden),
            private.gist_without(self.gist, hidden),
            private.sightings_without(self.sightings, hidden),
        )


def put(connection: Connection, filing: Filing, when: datetime) -> None:
    """Put this filing in the place of the article's filing before, unless that is the same.

    ``ValueError`` where its article is not filed or its parts do not fit together.
    """
    reading, gist, sightings = filing
    digest, own = filing.digest, schema.readings.c.article == reading.article.id
    if connection.scalar(sa.select(schema.readings.c.digest).where(own)) == digest:
        return
    _check(reading)
    row = _reading_row(connection, reading)
    connection.execute(sa.delete(schema.readings).where(own))
    connection.execute(sa.insert(schema.readings), [{**row, "filed": when, "digest": digest}])
    for table, rows in derived_rows(reading):
        insert(connection, table, rows)
    shown.mark(connection, reading.article.url)
    unrelated.mark(connection, [reading.article.url])
    insert(connection, schema.gists, [_gist_row(gist)])
    insert(connection, schema.sightings, [_sighting_row(reading, n, sighting) for n, sighting in enumerate(sightings)])


def _reading_row(connection: Connection, reading: Reading) -> Row:
    given = reading.article
    article = article_rows.by_id(connection, [given.id]).get(given.id)
    if article is None or article.text != given.text:
        raise ValueError(f"the reading of {given.id} ({given.url}) is of no article in the ledger: file that first")
    own = None if ArticleHead.of(article) == given else replace(given, text="")
    row = {"article": given.id, "reader": reading.reader, "schema": reading.schema}
    return {**row, "head": own, "distanced": reading.distanced}


def _gist_row(gist: Gist) -> Row:
    row = {**row_of(gist), "shingles": packed.pack(gist.shingles)}
    return {column.name: row[column.name] for column in schema.gists.c}


def _sighting_row(reading: Reading, n: int, sighting: Sighting) -> Row:
    own: Row = {"article": reading.article.id, "n": n, "reader": reading.reader}
    return {**own, "event": sighting.event, "data": _encode(sighting).decode()}


def _check(reading: Reading) -> None:
    """Say what points nowhere or stands twice, for the database would only say that something does."""
    ids = {
        name: [part.id for part in getattr(reading, name)]
        for name in ("entities", "times", "statements", "events", "expectations", "developments")
    }
    known = {name: set(given) for name, given in ids.items()}
    twice = [name for name, given in ids.items() if len(given) != len(known[name])]
    if twice:
        raise ValueError(f"the reading of {reading.article.id} has the same id twice among its {', '.join(twice)}")
    lost = [f"{own} ({name})" for name, own in _pointers(reading) if own is not None and own not in known[name]]
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
    for development in reading.developments:
        yield from (("events", development.event), ("times", development.time), ("statements", development.statement))
