"""What places, groups, bodies and agreements are called, by outlet; counted by one index, so that texts stay closed.

Persons are never among them. Of a page's revisions only the one it showed last counts (``ledger/shown.py``).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from reportedly.ledger import batches, tongues
from reportedly.ledger.database import Database
from reportedly.ledger.schema import articles, entities
from reportedly.records import EntityKind, Record

Days = tuple[date, date]
"""From one day to another, both inclusive."""


class Naming(Record, frozen=True):
    """The ``words`` by which so many ``articles`` of an outlet name an entity; those ``distanced`` at arm's length.

    ``newest`` is the id of one of them, of the last ``day``; a day is None where none of them is dated.
    """

    entity: str
    outlet: str
    words: tuple[str, ...]
    distanced: tuple[str, ...]
    articles: int
    day: date | None
    newest: str


class Titled(Record, frozen=True):
    """An entity by its name in one article, and its kind."""

    name: str
    kind: EntityKind


_WHAT: Final = (entities.c.id, entities.c.outlet, entities.c.words, entities.c.distanced)
_SPEAKS: Final = entities.c.outlet.is_not(None)


@dataclass(frozen=True, slots=True)
class Namings:
    """Who calls what by which name, over the articles that were read."""

    _database: Database

    def named(self, name: str) -> list[str]:
        """Ids of what has this very name, those in most articles first; persons may be among them."""
        query = sa.select(entities.c.id).where(entities.c.name == name).group_by(entities.c.id)
        with self._database.looking() as connection:
            return [*connection.scalars(query.order_by(sa.func.count().desc(), entities.c.id))]

    def is_called(self, entity_id: str) -> bool:
        """Whether anything of this id is called something, and is no person."""
        query = sa.select(entities.c.id).where(entities.c.id == entity_id, _SPEAKS).limit(1)
        with self._database.looking() as connection:
            return connection.scalar(query) is not None

    def called_in(self, article_ids: Sequence[str], words: str) -> list[str]:
        """Ids of what these articles call by ``words``, in any case, in the order of the articles."""
        query = sa.select(entities.c.article, entities.c.id, entities.c.words)
        with self._database.looking() as connection:
            rows = connection.execute(query.where(entities.c.article.in_(article_ids), _SPEAKS)).all()
        sought = words.casefold()
        found = [(article_ids.index(row.article), row.id) for row in rows if sought in map(str.casefold, row.words)]
        return [*dict.fromkeys(own for _, own in sorted(found))]

    def of(self, entity_id: str, days: Days | None = None, languages: Collection[str] = ()) -> list[Naming]:
        """How each outlet names an entity, in articles that came out in these days, or in all; in these languages."""
        query = _counted(days).where(entities.c.id == entity_id, *tongues.of_naming(languages))
        with self._database.looking() as connection:
            return [*_read(connection.execute(query))]

    def within(
        self, days: Days, *, most: int, outlet: str | None = None, languages: Collection[str] = ()
    ) -> dict[str, list[Naming]]:
        """How each outlet names what is named in several ways in these days, the ``most`` that are named oftenest.

        With ``outlet`` only what it names, with ``languages`` only in articles in one of them.
        """
        out = sa.select(articles.c.id).where(articles.c.published.between(*days))
        out = out.where(articles.c.language.in_(languages)) if languages else out
        spoken = tongues.of_naming(languages)
        several = sa.select(entities.c.id).where(entities.c.article.in_(out), _SPEAKS).group_by(entities.c.id)
        ways = sa.func.min(entities.c.words) < sa.func.max(entities.c.words)
        outlets = sa.func.min(entities.c.outlet) < sa.func.max(entities.c.outlet)
        several = several.having(sa.and_(ways, outlets))
        if outlet is not None:
            several = several.having(sa.func.max(sa.case((entities.c.outlet == outlet, 1), else_=0)) == 1)
        several = several.order_by(sa.func.count().desc(), entities.c.id).limit(most)
        found: dict[str, list[Naming]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(connection.scalars(several)):
                for naming in _read(connection.execute(_counted(days).where(entities.c.id.in_(batch), *spoken))):
                    found.setdefault(naming.entity, []).append(naming)
        return found

    def titled(self, entity_id: str, article_id: str) -> Titled | None:
        """Name and kind of an entity in one article."""
        own = sa.select(entities.c.name, entities.c.kind)
        with self._database.looking() as connection:
            row = connection.execute(own.where(entities.c.article == article_id, entities.c.id == entity_id)).first()
        return Titled(*row) if row else None


def _in(days: Days | None) -> tuple[sa.ColumnElement[bool], ...]:
    return (entities.c.published.between(*days),) if days else ()


def _counted(days: Days | None) -> sa.Select[Any]:
    """One row for each entity, outlet and set of words, with the newest of its articles."""
    day = sa.func.coalesce(sa.cast(entities.c.published, sa.String), "")
    newest = sa.func.max(day.op("||")(" ").op("||")(entities.c.article))
    return sa.select(*_WHAT, sa.func.count(), newest).where(_SPEAKS, *_in(days)).group_by(*_WHAT)


def _read(rows: Any) -> Iterator[Naming]:
    for entity, outlet, words, distanced, count, newest in rows:
        day, _, article = newest.partition(" ")
        yield Naming(entity, outlet, words, distanced, count, date.fromisoformat(day) if day else None, article)
