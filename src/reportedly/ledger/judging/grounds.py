"""What was judged, as it stood on its page: by that it is known again when the page is edited or read anew."""

from collections.abc import Iterable, Mapping

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import (
    announcements,
    articles,
    events,
    in_force,
    judged,
    judgements,
    sentences,
    statements,
)
from reportedly.ledger.upserts import insert_new
from reportedly.records import Judged, Judgement, Sighting, Thing, page_id, thing
from reportedly.text import Span, squeezed

TOLD_OTHERWISE = ("correct", "withdraw")
"""Kinds of decisions by which what is filed is told otherwise."""

_SIGHTING = sa.type_coerce(announcements.c.sighting, sa.Text()).label("sighting")


def remember(connection: Connection, about: str) -> None:
    """Keep a thing as it stands now, unless it was judged before; of a story, and of what is not there, nothing."""
    own = thing(about)
    found = _FOUND[own.kind](connection, own) if own and own.kind in _FOUND else None
    if found is not None:
        row = {name: getattr(found, name) for name in Judged.__struct_fields__}
        insert_new(connection, judged, [{**row, "page": page_id(found.url)}], "about")


def _article(connection: Connection, own: Thing) -> Judged | None:
    row = connection.execute(sa.select(articles.c.url).where(articles.c.id == own.own)).first()
    return Judged(own.about, "article", row.url, own.own) if row else None


def _statement(connection: Connection, own: Thing) -> Judged | None:
    query = sa.select(articles.c.url, articles.c.text, statements.c.content, statements.c.cue, statements.c.source)
    query = query.join(articles, articles.c.id == statements.c.article)
    row = connection.execute(query.where(statements.c.article == own.article, statements.c.id == own.own)).first()
    if row is None:
        return None
    spans = [*row.content, *row.cue, *row.source]
    span = Span(min(start for start, _ in spans), max(end for _, end in spans))
    return Judged(own.about, "statement", row.url, own.article or "", *span, said(span, row.text))


def said(span: Span, text: str) -> str:
    """The words by which a statement is known again."""
    return squeezed(span.of(text))


def _event(connection: Connection, own: Thing) -> Judged | None:
    query = sa.select(articles.c.url, articles.c.text, events.c.start, events.c.end)
    query = query.join(articles, articles.c.id == events.c.article)
    row = connection.execute(query.where(events.c.article == own.article, events.c.id == own.own)).first()
    if row is None:
        return None
    within = sentences.c.start <= row.start, sentences.c.end >= row.end
    around = sa.select(sentences.c.start, sentences.c.end).where(sentences.c.article == own.article, *within)
    sentence = connection.execute(around.limit(1)).first()
    span = Span(row.start, row.end)
    words = happening(span, Span(*sentence) if sentence else span, row.text)
    return Judged(own.about, "event", row.url, own.article or "", *span, words)


def happening(trigger: Span, sentence: Span, text: str) -> str:
    """The words by which an event is known again: of its trigger, and of its sentence."""
    return f"{squeezed(trigger.of(text))}\n{squeezed(sentence.of(text))}"


def _expectation(connection: Connection, own: Thing) -> Judged | None:
    query = sa.select(announcements.c.url, _SIGHTING).where(announcements.c.id == own.own)
    row = connection.execute(query).first()
    if row is None:
        return None
    seen = msgspec.json.decode(row.sighting, type=Sighting)
    return Judged(own.about, "expectation", row.url, seen.article, *seen.span, row.sighting)


_FOUND = {"article": _article, "statement": _statement, "event": _event, "expectation": _expectation}


# -- asked for --------------------------------------------------------------------------------------------------------


def on_pages(
    connection: Connection, urls: Iterable[str], kinds: Iterable[str] | None = None
) -> dict[str, list[tuple[Judged, list[Judgement]]]]:
    """By URL what was judged on these pages, with the decisions in force about it, of these kinds or of all."""
    query = sa.select(judged.c.page, judgements).join_from(judged, in_force, in_force.c.about == judged.c.about)
    query = query.join(judgements, judgements.c.seq == in_force.c.seq).order_by(judgements.c.seq)
    if kinds is not None:
        query = query.where(in_force.c.kind.in_([*kinds]))
    made: dict[str, list[Judgement]] = {}
    for some in batches.of_ids(map(page_id, urls)):
        for row in connection.execute(query.where(judged.c.page.in_(some))).mappings():
            made.setdefault(row["about"], []).append(record_of(Judgement, row))
    pages: dict[str, list[tuple[Judged, list[Judgement]]]] = {}
    for own in by_name(connection, made).values():
        pages.setdefault(own.url, []).append((own, made[own.about]))
    return pages


def by_name(connection: Connection, names: Iterable[str]) -> Mapping[str, Judged]:
    """What is kept of the things of these names, in the order of the names."""
    asked, found = [*names], dict[str, Judged]()
    for some in batches.of_ids(asked):
        for row in connection.execute(sa.select(judged).where(judged.c.about.in_(some))).mappings():
            found[row["about"]] = _judged(row)
    return {name: found[name] for name in asked if name in found}


def _judged(row: RowMapping) -> Judged:
    return record_of(Judged, row)


def set_aside(connection: Connection, urls: Iterable[str]) -> set[str]:
    """Those of these pages whose article was withdrawn."""
    every = on_pages(connection, urls, ["withdraw"])
    return {url for url, things in every.items() if any(own.kind == "article" for own, _ in things)}


def any_told_otherwise(connection: Connection) -> bool:
    """Whether anything that was filed is told otherwise."""
    own = in_force.c.of.in_(("article", "statement", "event", "expectation")), in_force.c.kind.in_(TOLD_OTHERWISE)
    return connection.scalar(sa.select(in_force.c.seq).where(*own).limit(1)) is not None
