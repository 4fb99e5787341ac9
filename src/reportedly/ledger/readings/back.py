"""Readings put together from their rows, many at a time: one query a table, however many articles are asked for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, get_args

import sqlalchemy as sa
from msgspec.structs import replace
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, schema
from reportedly.ledger.articles import rows as article_rows
from reportedly.records import (
    Article,
    ArticleHead,
    Development,
    Entity,
    Event,
    Expectation,
    Participant,
    Reading,
    Relation,
    Statement,
    Time,
)
from reportedly.text import Span

Part = Literal[
    "sentences",
    "entities",
    "relations",
    "times",
    "statements",
    "events",
    "participants",
    "expectations",
    "developments",
]
"""What a reading is made of besides its article and the words it keeps its distance from.

``participants`` are the actors and recipients of its events.
"""

PARTS: Final[tuple[Part, ...]] = get_args(Part)

_Of = Mapping[str, Sequence[Any]]
_TRIGGER: Final = ("start", "end")
_EVENT: Final = tuple(name for name in Event.__struct_fields__ if name not in {"trigger", "actors", "recipients"})
_DEVELOPMENT: Final = tuple(name for name in Development.__struct_fields__ if name != "trigger")
_PARTICIPANT: Final = ("event", "part", "start", "end", "entity")


def by_article(connection: Connection, ids: Iterable[str], parts: Collection[Part]) -> dict[str, Reading]:
    """The readings of these articles, as they were filed; one not read, or whose reading is set aside, has none.

    Parts that are not asked for are empty.
    """
    return {
        article: reading for batch in batches.of_ids(ids) for article, reading in _readings(connection, batch, parts)
    }


def _readings(connection: Connection, ids: Sequence[str], parts: Collection[Part]) -> Iterator[tuple[str, Reading]]:
    query = sa.select(schema.readings).where(schema.readings.c.article.in_(ids), schema.readings.c.set_aside.is_(None))
    filed = connection.execute(query).mappings().all()
    texts = article_rows.by_id(connection, [row["article"] for row in filed])
    known = [*texts]
    held = {part: read(connection, known) for part, read in _READ.items() if known and part in parts}
    if "events" in held and "participants" in parts:
        held["events"] = _peopled(held["events"], connection, known)
    for row in filed:
        own = row["article"]
        contents: dict[str, Any] = {part: tuple(of.get(own, ())) for part, of in held.items()}
        yield own, _reading(row, texts[own], contents)


def _reading(filed: RowMapping, article: Article, contents: dict[str, Any]) -> Reading:
    own = replace(filed["head"], text=article.text) if filed["head"] else ArticleHead.of(article)
    about = {name: filed[name] for name in ("schema", "reader", "distanced")}
    return Reading(article=own, **about, **contents)


def _rows(connection: Connection, table: str, names: Sequence[str], ids: Sequence[str]) -> Iterator[Sequence[Any]]:
    """The article's id and these columns of each row, in the order of the text they were filed in."""
    held = schema.metadata.tables[table].c
    query = sa.select(held.article, *(held[name] for name in names)).where(held.article.in_(ids))
    return iter(connection.execute(query.order_by(held.article, held.n)))


def _plain(table: str, names: Sequence[str], made: Callable[..., Any]) -> Callable[[Connection, Sequence[str]], _Of]:
    """How to read a part whose records are ``made`` of the columns ``names`` alone."""

    def read(connection: Connection, ids: Sequence[str]) -> _Of:
        records: dict[str, list[Any]] = {}
        for article, *values in _rows(connection, table, names, ids):
            records.setdefault(article, []).append(made(*values))
        return records

    return read


def _peopled(events: _Of, connection: Connection, ids: Sequence[str]) -> _Of:
    """The events with their actors and recipients."""
    who: dict[tuple[str, str, str], list[Participant]] = {}
    for article, event, part, start, end, entity in _rows(connection, "participants", _PARTICIPANT, ids):
        who.setdefault((article, event, part), []).append(Participant(Span(start, end), entity))

    def peopled(article: str, event: Event) -> Event:
        actors, recipients = (tuple(who.get((article, event.id, part), ())) for part in ("actor", "recipient"))
        return replace(event, actors=actors, recipients=recipients) if actors or recipients else event

    return {article: [peopled(article, event) for event in own] for article, own in events.items()}


def _event(start: int, end: int, *values: Any) -> Event:
    return Event(trigger=Span(start, end), **dict(zip(_EVENT, values, strict=True)))


def _development(start: int, end: int, *values: Any) -> Development:
    return Development(trigger=Span(start, end), **dict(zip(_DEVELOPMENT, values, strict=True)))


def _relation(kind: Any, subject: str, other: str, start: int, end: int) -> Relation:
    return Relation(kind, subject, other, Span(start, end))


def _time(start: int, end: int, own: str, *rest: Any) -> Time:
    return Time(own, Span(start, end), *rest)


_READ: Final[Mapping[str, Callable[[Connection, Sequence[str]], _Of]]] = {
    "sentences": _plain("sentences", ("start", "end"), Span),
    "entities": _plain("entities", Entity.__struct_fields__, Entity),
    "relations": _plain("relations", ("kind", "subject", "object", "start", "end"), _relation),
    "times": _plain("times", ("span_start", "span_end", "id", *Time.__struct_fields__[2:]), _time),
    "statements": _plain("statements", Statement.__struct_fields__, Statement),
    "events": _plain("events", (*_TRIGGER, *_EVENT), _event),
    "expectations": _plain("expectations", Expectation.__struct_fields__, Expectation),
    "developments": _plain("developments", (*_TRIGGER, *_DEVELOPMENT), _development),
}
