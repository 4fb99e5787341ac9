"""Where what is told takes place, over the articles of some days: what people decided is told, not what was filed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.database import Database
from reportedly.ledger.judging import grounds, laying
from reportedly.ledger.readings import back
from reportedly.ledger.schema import articles, entities, events, in_force, judged, readings
from reportedly.records import Precision, Record, Status


class PlaceLine(Record, frozen=True):
    """A place by its ``id``, and how many ``events`` of how many ``articles`` are told to take place there.

    ``lat`` and ``lon`` are given of points and towns alone.
    """

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    events: int
    articles: int
    outlets: int


class Placed(Record, frozen=True):
    """Places of the newest articles of some days, those with most events first.

    ``articles`` is how many were looked at, ``events`` how many they tell of, ``placed`` how many of these at a place.
    """

    places: tuple[PlaceLine, ...]
    articles: int
    events: int
    placed: int


@dataclass(frozen=True, slots=True)
class Places:
    """Places of what is told."""

    _database: Database

    def told(
        self, since: date, until: date, *, statuses: Sequence[Status], event: str | None = None, most: int
    ) -> Placed:
        """Places in the ``most`` newest articles of these days, of events that are told so, or of one type of them.

        Of a page's revisions only the one that it showed last counts.
        """
        came = sa.select(articles.c.id, articles.c.page).where(articles.c.published.between(since, until))
        came = came.where(~_overtaken(), ~_set_aside())
        own = came.order_by(articles.c.published.desc(), articles.c.seq.desc()).limit(most).subquery()
        with self._database.looking() as connection:
            asked = [events.c.status.in_(statuses), *_as_told(connection, own, event)]
            rows = connection.execute(_places(own, asked)).mappings().all()
            seen = connection.scalar(sa.select(sa.func.count()).select_from(own)) or 0
            all_of_them = sa.select(sa.func.count()).select_from(events.join(own, own.c.id == events.c.article))
            told = connection.scalar(all_of_them.where(*asked)) or 0
        lines = [PlaceLine(**row) for row in rows]
        return Placed(tuple(lines), seen, told, sum(line.events for line in lines))


def _overtaken() -> sa.Exists:
    """Whether the page showed another revision later that was read."""
    later = articles.alias()
    newer = sa.tuple_(later.c.turn, later.c.revision) > sa.tuple_(articles.c.turn, articles.c.revision)
    query = sa.select(later.c.id).join(readings, readings.c.article == later.c.id)
    return query.where(later.c.page == articles.c.page, newer).correlate(articles).exists()


def _set_aside() -> sa.Exists:
    """Whether people set the article aside."""
    query = sa.select(judged.c.about).join(in_force, in_force.c.about == judged.c.about)
    query = query.where(judged.c.page == articles.c.page, judged.c.kind == "article", in_force.c.kind == "withdraw")
    return query.correlate(articles).exists()


def _as_told(connection: Connection, own: sa.Subquery, event: str | None) -> list[sa.ColumnElement[bool]]:
    """Which events of these articles there are as people decided, or of those which are of one type."""
    judgements, place = _judged(connection, own), sa.tuple_(events.c.article, events.c.id)
    there = place.not_in([one for one, type_ in judgements.items() if type_ is None])
    if event is None:
        return [there]
    others = sa.and_(events.c.type == event, place.not_in([*judgements]))
    return [there, sa.or_(others, place.in_([one for one, type_ in judgements.items() if type_ == event]))]


def _judged(connection: Connection, own: sa.Subquery) -> dict[tuple[str, str], str | None]:
    """Of the pages on which events were judged, by article and id the type that each is told to be; None if none."""
    query = sa.select(own.c.id).join(judged, judged.c.page == own.c.page)
    query = query.join(in_force, in_force.c.about == judged.c.about)
    query = query.where(judged.c.kind == "event", in_force.c.kind.in_(grounds.TOLD_OTHERWISE)).distinct()
    filed = back.by_article(connection, connection.scalars(query), ["events"])
    told = laying.over(connection, filed, ["events"])
    types = {(article, one.id): one.type for article, reading in told.items() for one in reading.events}
    return {(own_, one.id): types.get((own_, one.id)) for own_, reading in filed.items() for one in reading.events}


def _places(own: sa.Subquery, asked: Sequence[sa.ColumnElement[bool]]) -> sa.Select[tuple[object, ...]]:
    many, within = sa.func.count().label("events"), sa.func.count(sa.distinct(events.c.article)).label("articles")
    outlets = sa.func.count(sa.distinct(entities.c.outlet)).label("outlets")
    same = sa.and_(entities.c.article == events.c.article, entities.c.id == events.c.place)
    fixed = [entities.c[name] for name in ("id", "country", "lat", "lon", "precision")]
    query = sa.select(sa.func.min(entities.c.name).label("name"), *fixed, many, within, outlets)
    query = query.select_from(own.join(events, events.c.article == own.c.id).join(entities, same))
    placed = (events.c.place.is_not(None), entities.c.outlet.is_not(None), entities.c.kind == "place")
    return query.where(*placed, *asked).group_by(*fixed).order_by(many.desc(), entities.c.id)
