"""The rows of the event tables as they are to be now: of each page the last revision that was read.

What of an event can be no row: one without a PLOVER root. Who takes part is named where the ledger knows a public
entity; other words are told where no capital stands in them, for they may name a private person.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.judging import laying as laid
from reportedly.ledger.readings import back
from reportedly.ledger.schema import articles, readings, story_articles
from reportedly.records import Entity, Event, EventRow, Participant, Party, Reading, Site, Time
from reportedly.records.given import given_id
from reportedly.text import Span, squeezed

_PARTS: tuple[back.Part, ...] = ("entities", "times", "events", "participants")
UNCODED = "OTHER"
"""The type of events that have no root."""


class Shown(NamedTuple):
    """The revision of a page that speaks for it, and whether its reading was set aside."""

    article: str
    aside: bool


class Placed(NamedTuple):
    """An article's story, and the URL of the article that it repeats."""

    story: str | None = None
    copy_of: str | None = None


def shown(connection: Connection, pages: Sequence[str]) -> dict[str, Shown]:
    """By page the revision that it showed last of those read."""
    query = sa.select(articles.c.page, articles.c.id, readings.c.set_aside.is_not(None))
    query = query.join(readings, readings.c.article == articles.c.id)
    found: dict[str, Shown] = {}
    for some in batches.of_ids(pages):
        ordered = query.where(articles.c.page.in_(some)).order_by(articles.c.turn, articles.c.revision)
        for page, article, aside in connection.execute(ordered):
            found[page] = Shown(article, aside)
    return found


def of_articles(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, EventRow]]:
    """By article the rows of its events that have a root, by their ids as rows."""
    return {article: _coded(told) for article, told in every(connection, ids).items()}


def filed(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The ids of the rows that there would be if nobody had decided anything."""
    found = back.by_article(connection, ids, _PARTS).values()
    return {own for reading in found for own in _coded(_rows(reading, Placed()))}


def _coded(told: Mapping[str, EventRow]) -> dict[str, EventRow]:
    return {given_id(event, row): row for event, row in told.items() if row.type != UNCODED}


def every(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, EventRow]]:
    """By article all its events as rows, by the ids of the events."""
    known = list(ids)
    places = _places(connection, known)
    found = laid.over(connection, back.by_article(connection, known, _PARTS), _PARTS)
    return {own: _rows(reading, places.get(own, Placed())) for own, reading in found.items()}


def _places(connection: Connection, ids: Iterable[str]) -> dict[str, Placed]:
    own, places = story_articles.c, dict[str, Placed]()
    for some in batches.of_ids(ids):
        query = sa.select(own.article, own.story, own.copy_of).where(own.article.in_(some)).order_by(own.story.desc())
        places |= {article: Placed(story, copied) for article, story, copied in connection.execute(query)}
    return places


def _rows(reading: Reading, place: Placed) -> dict[str, EventRow]:
    entities = {entity.id: entity for entity in reading.entities if entity.public}
    times = {time.id: time for time in reading.times}
    return {event.id: _row(event, reading, place, entities, times) for event in reading.events}


def _row(
    event: Event, reading: Reading, place: Placed, entities: Mapping[str, Entity], times: Mapping[str, Time]
) -> EventRow:
    article, text = reading.article, reading.article.text
    time = times.get(event.time) if event.time else None
    site = entities.get(event.place) if event.place else None
    return EventRow(
        article=article.id,
        url=article.url,
        outlet=article.outlet,
        language=article.language,
        published=article.published.start if article.published else None,
        story=place.story,
        copy_of=place.copy_of,
        type=event.type,
        mode=event.mode,
        status=event.status,
        certainty=event.certainty,
        polarity=event.polarity,
        trigger=Span(*event.trigger),
        words=squeezed(event.trigger.of(text)),
        start=time.start.date() if time and time.start else None,
        end=time.end.date() if time and time.end else None,
        vague=time.vague if time else False,
        actors=tuple(_parties(event.actors, text, entities)),
        recipients=tuple(_parties(event.recipients, text, entities)),
        site=_site(site) if site else None,
        reader=reading.reader,
    )


def _parties(given: Iterable[Participant], text: str, entities: Mapping[str, Entity]) -> Iterator[Party]:
    for one in given:
        words = squeezed(one.span.of(text))
        entity = entities.get(one.entity) if one.entity else None
        if entity:
            yield Party(words, entity.id, entity.kind, entity.name, entity.roles, entity.country, entity.wikidata)
        elif words.islower():
            yield Party(words)


def _site(place: Entity) -> Site:
    point = (place.lat, place.lon) if place.precision in {"point", "city"} else (None, None)
    return Site(place.id, place.name, place.country, *point, place.precision, place.geonames)
