"""A reading taken apart into rows, table by table; ``reading_back`` puts it together again, equal to the last comma."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Table

from reportedly.ledger import schema
from reportedly.ledger.rows import Row
from reportedly.records import Development, Entity, Event, Participant, Reading, Record, Relation, Time
from reportedly.text import Span

TableRows = Iterator[tuple[Table, list[Row]]]


def derived_rows(reading: Reading) -> TableRows:
    """Each table with its rows, those that are pointed at first."""
    yield schema.sentences, _marked(reading, ({"start": start, "end": end} for start, end in reading.sentences))
    yield schema.entities, _marked(reading, (_entity(entity, reading) for entity in reading.entities))
    yield schema.relations, _marked(reading, map(_relation, reading.relations))
    yield schema.times, _marked(reading, map(_time, reading.times))
    yield schema.statements, _marked(reading, map(_plain, reading.statements))
    yield schema.events, _marked(reading, map(_event, reading.events))
    yield schema.participants, _marked(reading, _participants(reading.events))
    yield schema.expectations, _marked(reading, map(_plain, reading.expectations))
    yield schema.developments, _marked(reading, map(_development, reading.developments))


def _marked(reading: Reading, rows: Iterable[Row]) -> list[Row]:
    article, reader = reading.article.id, reading.reader
    return [{"article": article, "n": n, "reader": reader, **row} for n, row in enumerate(rows)]


def _plain(record: Record) -> Row:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _entity(entity: Entity, reading: Reading) -> Row:
    """The entity with the words it is called by, those held at arm's length, and, of what is no person, by whom."""
    article = reading.article
    distanced = (mention for mention in entity.mentions if reading.keeps_off(mention))
    called_by: Row = {"outlet": None, "published": None}
    if entity.kind != "person":
        called_by = {"outlet": article.outlet, "published": article.published.start if article.published else None}
    words = {"words": _words(entity.mentions, article.text), "distanced": _words(distanced, article.text)}
    return {**_plain(entity), **words, **called_by}


def _words(mentions: Iterable[Span], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(mention.of(text).split()) for mention in mentions))


def _relation(tie: Relation) -> Row:
    start, end = tie.span
    return {"kind": tie.kind, "subject": tie.subject, "object": tie.object, "start": start, "end": end}


def _time(time: Time) -> Row:
    row = _plain(time)
    row["span_start"], row["span_end"] = row.pop("span")
    return row


def _event(event: Event) -> Row:
    row = _plain(event)
    row["start"], row["end"] = row.pop("trigger")
    del row["actors"], row["recipients"]
    return row


def _development(development: Development) -> Row:
    row = _plain(development)
    row["start"], row["end"] = row.pop("trigger")
    return row


def _participants(events: Iterable[Event]) -> Iterator[Row]:
    for event in events:
        for actor in event.actors:
            yield _participant(event, "actor", actor)
        for recipient in event.recipients:
            yield _participant(event, "recipient", recipient)


def _participant(event: Event, part: str, who: Participant) -> Row:
    return {"event": event.id, "part": part, "start": who.span.start, "end": who.span.end, "entity": who.entity}
