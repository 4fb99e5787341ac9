"""Where what is told takes place, over the articles of some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from reportedly.ledger.database import Database
from reportedly.ledger.schema import articles, entities, events
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
        came = sa.select(articles.c.id).where(articles.c.published.between(since, until))
        own = came.order_by(articles.c.published.desc(), articles.c.seq.desc()).limit(most).subquery()
        asked = [events.c.status.in_(statuses), *([events.c.type == event] if event else [])]
        with self._database.looking() as connection:
            rows = connection.execute(_places(own, asked)).mappings().all()
            seen = connection.scalar(sa.select(sa.func.count()).select_from(own)) or 0
            all_of_them = sa.select(sa.func.count()).select_from(events.join(own, own.c.id == events.c.article))
            told = connection.scalar(all_of_them.where(*asked)) or 0
        lines = [PlaceLine(**row) for row in rows]
        return Placed(tuple(lines), seen, told, sum(line.events for line in lines))


def _places(own: sa.Subquery, asked: Sequence[sa.ColumnElement[bool]]) -> sa.Select[tuple[object, ...]]:
    many, within = sa.func.count().label("events"), sa.func.count(sa.distinct(events.c.article)).label("articles")
    outlets = sa.func.count(sa.distinct(entities.c.outlet)).label("outlets")
    same = sa.and_(entities.c.article == events.c.article, entities.c.id == events.c.place)
    fixed = [entities.c[name] for name in ("id", "country", "lat", "lon", "precision")]
    query = sa.select(sa.func.min(entities.c.name).label("name"), *fixed, many, within, outlets)
    query = query.select_from(own.join(events, events.c.article == own.c.id).join(entities, same))
    placed = (events.c.place.is_not(None), entities.c.outlet.is_not(None), entities.c.kind == "place")
    return query.where(*placed, *asked).group_by(*fixed).order_by(many.desc(), entities.c.id)
