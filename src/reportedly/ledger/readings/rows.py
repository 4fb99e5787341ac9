"""A reading taken apart into rows, table by table; ``back.py`` puts it together again, equal to the last comma."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Final, NamedTuple

from msgspec.structs import astuple
from sqlalchemy import Table

from reportedly.ledger import schema
from reportedly.ledger.tuples import Values
from reportedly.records import (
    Development,
    Entity,
    Event,
    Expectation,
    Participant,
    Reading,
    Record,
    Relation,
    Statement,
    Time,
)
from reportedly.text import Span


class Part(NamedTuple):
    """A table that holds a part of each reading.

    ``columns`` are those beside article, place and reader, ``rows`` gives their values in the order of the article.
    """

    table: Table
    columns: tuple[str, ...]
    rows: Callable[[Reading], Iterable[Values]]


def rows_of(part: Part, readings: Iterable[Reading]) -> Iterator[Values]:
    """The rows of all these readings in the table of a part, for the columns ``columns_of(part)``."""
    for reading in readings:
        article, reader = reading.article.id, reading.reader
        for n, values in enumerate(part.rows(reading)):
            yield article, n, reader, *values


def columns_of(part: Part) -> tuple[str, ...]:
    """The columns that ``rows_of`` gives values for."""
    return "article", "n", "reader", *part.columns


def _fields(kind: type[Record], *but: str) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in but)


_EVENT: Final = _fields(Event, "trigger", "actors", "recipients")
_DEVELOPMENT: Final = _fields(Development, "trigger")
_of_event: Final[Callable[[Event], Values]] = attrgetter(*_EVENT)
_of_development: Final[Callable[[Development], Values]] = attrgetter(*_DEVELOPMENT)


def _entities(reading: Reading) -> Iterator[Values]:
    """The entities with the words they are called by, those held at arm's length, and, of no person, by whom."""
    article = reading.article
    text, day = article.text, article.published.start if article.published else None
    for entity in reading.entities:
        mentions = entity.mentions
        held_off = [mention for mention in mentions if reading.keeps_off(mention)] if reading.distanced else ()
        called_by = (None, None) if entity.kind == "person" else (article.outlet, day)
        yield *astuple(entity), _words(mentions, text), _words(held_off, text), *called_by


def _words(mentions: Iterable[Span], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text[start:end].split()) for start, end in mentions))


def _relation(tie: Relation) -> Values:
    return tie.kind, tie.subject, tie.object, *tie.span


def _time(time: Time) -> Values:
    own, span, *rest = astuple(time)
    return own, *span, *rest


def _participants(reading: Reading) -> Iterator[Values]:
    for event in reading.events:
        yield from (_participant(event, "actor", actor) for actor in event.actors)
        yield from (_participant(event, "recipient", recipient) for recipient in event.recipients)


def _participant(event: Event, part: str, who: Participant) -> Values:
    return event.id, part, *who.span, who.entity


PARTS: Final = (
    Part(schema.sentences, ("start", "end"), lambda reading: reading.sentences),
    Part(schema.entities, (*_fields(Entity), "words", "distanced", "outlet", "published"), _entities),
    Part(
        schema.relations,
        ("kind", "subject", "object", "start", "end"),
        lambda reading: map(_relation, reading.relations),
    ),
    Part(
        schema.times,
        ("id", "span_start", "span_end", *_fields(Time, "id", "span")),
        lambda reading: map(_time, reading.times),
    ),
    Part(schema.statements, _fields(Statement), lambda reading: map(astuple, reading.statements)),
    Part(
        schema.events,
        ("start", "end", *_EVENT),
        lambda reading: ((*event.trigger, *_of_event(event)) for event in reading.events),
    ),
    Part(schema.participants, ("event", "part", "start", "end", "entity"), _participants),
    Part(schema.expectations, _fields(Expectation), lambda reading: map(astuple, reading.expectations)),
    Part(
        schema.developments,
        ("start", "end", *_DEVELOPMENT),
        lambda reading: ((*told.trigger, *_of_development(told)) for told in reading.developments),
    ),
)
"""The parts of a reading, those that are pointed at first."""
