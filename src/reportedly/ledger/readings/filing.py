"""Filing readings: all that a reader found in one article stands in the ledger whole, or not at all.

Invariant: an article has at most one reading, the one filed last. It replaces the one before with all its rows in one
transaction. Filing the same reading again writes nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from operator import attrgetter
from typing import Final, NamedTuple

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection

from reportedly.ledger import (
    batches,
    joining,
    keeping,
    rejoined,
    schema,
    search,
    shown,
    tuples,
    uncompared,
    unread,
    unrelated,
)
from reportedly.ledger.articles import rows as article_rows
from reportedly.ledger.judging import marks
from reportedly.ledger.readings import private, rows
from reportedly.ledger.readings.fitting import misfit
from reportedly.ledger.saved import matching
from reportedly.ledger.tuples import Values
from reportedly.records import Article, ArticleHead, Gist, Reading, Sighting


class Filing(NamedTuple):
    """What is filed together of an article: its reading, and what was boiled down from that."""

    reading: Reading
    gist: Gist
    sightings: tuple[Sighting, ...]

    def without_private_persons(self) -> "Filing":
        """The same as the ledger may hold it."""
        hidden = private.private_ids(self.reading)
        return Filing(
            private.reading_without(self.reading, hidden),
            private.gist_without(self.gist, hidden),
            private.sightings_without(self.sightings, hidden),
        )

    def as_kept(self) -> "Filing":
        """The same with all texts as a database can keep them."""
        reading, gist, sightings = self
        return Filing(keeping.record(reading), keeping.record(gist), tuple(map(keeping.record, sightings)))


class Refused(NamedTuple):
    """An article whose filing was at fault, and what is wrong with it, in words."""

    article: str
    url: str
    why: str


def put_all(connection: Connection, filings: Sequence[Filing], when: datetime) -> list[Refused]:
    """Put each filing in the place of its article's filing before, unless that is the same; gives those at fault.

    At fault is a filing whose article is not filed, or whose parts do not fit together. What was set aside and comes
    again as it was is filled in, dated as before, and nothing is to be related again.
    """
    given = {filing.reading.article.id: filing for filing in filings}
    held = _held(connection, given)
    known = article_rows.by_id(connection, given)
    refused: list[Refused] = []
    fresh: list[_Fresh] = []
    again: list[_Fresh] = []
    for own, filing in given.items():
        prepared, before = _prepared(filing), held.get(own)
        if before == _Held(prepared.digest, aside=False):
            continue
        if fault := _fault(prepared.filing, known.get(own)):
            refused.append(Refused(own, filing.reading.article.url, fault))
        elif before == _Held(prepared.digest, aside=True):
            again.append(prepared)
        else:
            fresh.append(prepared)
    overtaken = [one.article for one in fresh if one.article in held]
    named = joining.persons_of(connection, overtaken)
    _take_out(connection, overtaken)
    _insert(connection, fresh, known, when)
    _fill_in(connection, again)
    rejoined_now = _join(connection, [one.filing.reading for one in (*fresh, *again)], named)
    read = search.mark_readings(connection, [one.article for one in (*fresh, *again)])
    matching.note_read(connection, read | marks.lay(connection, [one.url for one in (*fresh, *again)]))
    rejoined.mark(connection, rejoined_now, {one.article for one in (*fresh, *again)})
    shown.mark(connection, [one.url for one in (*fresh, *again)])
    unrelated.mark(connection, [one.url for one in fresh])
    unread.note(connection, ((one.article, one.filing.reading.reader) for one in fresh))
    uncompared.mark(connection, (one.article for one in (*fresh, *again)))
    return refused


def _join(connection: Connection, readings: Sequence[Reading], named: set[str]) -> set[str]:
    """Keep who is named in full now, and let those go that only readings which are overtaken ``named``.

    Gives the entities that are one with others than before.
    """
    names = joining.full_names_of(readings)
    return joining.note(connection, names) | joining.drop_unheld(connection, named - names.keys())


class _Fresh(NamedTuple):
    """A filing that is to be put in, with its sightings as they are kept."""

    filing: Filing
    digest: str
    sightings: tuple[str, ...]

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.filing.reading.article.id

    @property
    def url(self) -> str:
        """The address of its article."""
        return self.filing.reading.article.url


def _prepared(filing: Filing) -> _Fresh:
    """The digest is what tells this filing from any other of the article: equal for equal content."""
    parts = (filing.reading, filing.gist, *filing.sightings)
    encoded = [data for data in map(keeping.as_it_is, parts) if data is not None]
    if len(encoded) < len(parts):
        filing = filing.as_kept()
        encoded = [keeping.encoded(part) for part in (filing.reading, filing.gist, *filing.sightings)]
    reading, gist, *seen = encoded
    digest = hashlib.blake2b(b"[%b,[%b]," % (gist, b",".join(seen)), digest_size=16)
    digest.update(b"%b]" % reading)
    return _Fresh(filing, f"{form()}-{digest.hexdigest()}", tuple(one.decode() for one in seen))


@cache
def form() -> str:
    """What the records that are filed look like in this program, in a few hex digits; every digest begins with it.

    Digests of another form, by a program whose records had other fields, cannot be compared.
    """
    _, records = msgspec.json.schema_components((Gist, Sighting, Reading))
    fields = {name: {**one, "description": ""} for name, one in sorted(records.items())}
    return hashlib.blake2b(keeping.encoded(fields), digest_size=4).hexdigest()


def digest_of(filing: Filing) -> str:
    """What tells this filing, as it stands in the ledger, from any other of the article."""
    return _prepared(filing).digest


class _Held(NamedTuple):
    """What stands in the ledger of an article: the digest of its filing, and whether that was set aside."""

    digest: str
    aside: bool


def _held(connection: Connection, ids: Iterable[str]) -> dict[str, _Held]:
    table, held = schema.readings, dict[str, _Held]()
    for batch in batches.of_ids(ids):
        query = sa.select(table.c.article, table.c.digest, table.c.set_aside).where(table.c.article.in_(batch))
        held |= {row.article: _Held(row.digest, row.set_aside is not None) for row in connection.execute(query)}
    return held


def _take_out(connection: Connection, ids: Iterable[str]) -> None:
    for batch in batches.of_ids(ids):
        connection.execute(sa.delete(schema.readings).where(schema.readings.c.article.in_(batch)))


def _insert(connection: Connection, fresh: Sequence[_Fresh], known: Mapping[str, Article], when: datetime) -> None:
    own = ((*_reading_values(one, known), when) for one in fresh)
    tuples.insert(connection, schema.readings, _READING, own)
    _insert_parts(connection, fresh)


def _fill_in(connection: Connection, again: Sequence[_Fresh]) -> None:
    """Put in all that hangs on readings that were set aside."""
    for batch in batches.of_ids(one.article for one in again):
        for table in (schema.sightings, schema.gists):
            connection.execute(sa.delete(table).where(table.c.article.in_(batch)))
        back = sa.update(schema.readings).where(schema.readings.c.article.in_(batch))
        connection.execute(back.values(set_aside=None))
    _insert_parts(connection, again)


def _insert_parts(connection: Connection, fresh: Sequence[_Fresh]) -> None:
    readings = [one.filing.reading for one in fresh]
    for part in rows.PARTS:
        tuples.insert(connection, part.table, rows.columns_of(part), rows.rows_of(part, readings))
    tuples.insert(connection, schema.gists, _GIST, (_of_gist(one.filing.gist) for one in fresh))
    seen = (row for one in fresh for row in _sighting_values(one))
    tuples.insert(connection, schema.sightings, _SIGHTING, seen)


_READING: Final = ("article", "reader", "schema", "head", "distanced", "digest", "filed")
_GIST: Final = tuple(column.name for column in schema.gists.c)
_SIGHTING: Final = ("article", "n", "reader", "event", "data")
_of_gist: Final[Callable[[Gist], Values]] = attrgetter(*_GIST)


def _reading_values(one: _Fresh, known: Mapping[str, Article]) -> Values:
    reading = one.filing.reading
    given = reading.article
    own = None if ArticleHead.of(known[given.id]) == given else replace(given, text="")
    return given.id, reading.reader, reading.schema, own, reading.distanced, one.digest


def _sighting_values(one: _Fresh) -> Iterator[Values]:
    article, reader = one.filing.reading.article.id, one.filing.reading.reader
    for n, (sighting, data) in enumerate(zip(one.filing.sightings, one.sightings, strict=True)):
        yield article, n, reader, sighting.event, data


def _fault(filing: Filing, article: Article | None) -> str | None:
    """What is wrong with a filing, in words; None where nothing is."""
    given = filing.reading.article
    if article is None or article.text != given.text:
        return f"the reading of {given.id} ({given.url}) is of no article in the ledger: file that first"
    return misfit(*filing)
