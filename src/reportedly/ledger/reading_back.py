"""A reading put together from its rows."""

from typing import Any, TypeVar

import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection, RowMapping, Table

from reportedly.ledger import articles, schema
from reportedly.records import (
    Article,
    ArticleHead,
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

R = TypeVar("R", bound=Record)
_Parts = dict[tuple[str, str], list[Participant]]


def get(connection: Connection, article_id: str) -> Reading | None:
    """The reading of an article, as it was filed; None where it has not been read."""
    query = sa.select(schema.readings).where(schema.readings.c.article == article_id)
    filed = connection.execute(query).mappings().first()
    article = articles.get(connection, article_id) if filed else None
    if filed is None or article is None:
        return None

    def rows(table: Table) -> list[RowMapping]:
        found = connection.execute(sa.select(table).where(table.c.article == article_id).order_by(table.c.n))
        return list(found.mappings())

    parts = _parts(rows(schema.participants))
    return Reading(
        schema=filed["schema"],
        reader=filed["reader"],
        article=replace(filed["head"], text=article.text) if filed["head"] else head(article),
        sentences=tuple(Span(row["start"], row["end"]) for row in rows(schema.sentences)),
        entities=tuple(_record(Entity, row) for row in rows(schema.entities)),
        relations=tuple(_relation(row) for row in rows(schema.relations)),
        distanced=filed["distanced"],
        times=tuple(_record(Time, row, span=Span(row["span_start"], row["span_end"])) for row in rows(schema.times)),
        statements=tuple(_record(Statement, row) for row in rows(schema.statements)),
        events=tuple(_event(row, parts) for row in rows(schema.events)),
        expectations=tuple(_record(Expectation, row) for row in rows(schema.expectations)),
    )


def head(article: Article) -> ArticleHead:
    """The head that a reading of ``article`` has where the reader added nothing to it."""
    return ArticleHead(**{name: getattr(article, name) for name in ArticleHead.__struct_fields__})


def _record(kind: type[R], row: RowMapping, **own: Any) -> R:
    return kind(**{name: row[name] for name in kind.__struct_fields__ if name not in own}, **own)


def _relation(row: RowMapping) -> Relation:
    return Relation(row["kind"], row["subject"], row["object"], Span(row["start"], row["end"]))


def _event(row: RowMapping, parts: _Parts) -> Event:
    trigger = Span(row["start"], row["end"])
    actors, recipients = (tuple(parts.get((row["id"], part), ())) for part in ("actor", "recipient"))
    return _record(Event, row, trigger=trigger, actors=actors, recipients=recipients)


def _parts(rows: list[RowMapping]) -> _Parts:
    parts: _Parts = {}
    for row in rows:
        who = Participant(Span(row["start"], row["end"]), row["entity"])
        parts.setdefault((row["event"], row["part"]), []).append(who)
    return parts
