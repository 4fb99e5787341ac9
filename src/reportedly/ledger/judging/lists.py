"""Decisions in lists: newest first or in their order, those that came since, and what has a tag."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, get_args

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.judging.force import tied
from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import in_force, judgements
from reportedly.records import Judgement, Record, ThingKind
from reportedly.records import in_force as standing


class Asked(Record, frozen=True):
    """Which decisions: by whom, of which kind, made on which day, about what."""

    who: str | None = None
    kind: str | None = None
    day: date | None = None
    about: str | None = None


EVERY: Final = Asked()


class DecisionLine(Record, frozen=True):
    """A decision in a list: ``number`` is its place in the order of filing.

    An undo is in force until it is undone itself.
    """

    number: int
    judgement: Judgement
    in_force: bool


_EVERY = sa.select(judgements, in_force.c.seq.label("standing")).outerjoin(in_force, in_force.c.seq == judgements.c.seq)


def lines(
    connection: Connection, asked: Asked, limit: int, before: int | None, after: int | None
) -> list[DecisionLine]:
    """Those asked for, newest first; in the order of filing where they come ``after`` a number."""
    query = _EVERY.order_by(judgements.c.seq.desc() if after is None else judgements.c.seq).limit(limit)
    if after is not None:
        query = query.where(judgements.c.seq > after)
    if asked.who:
        query = query.where(judgements.c.who == asked.who)
    if asked.kind:
        query = query.where(judgements.c.kind == asked.kind)
    if asked.day is not None:
        first = datetime.combine(asked.day, time(), UTC)
        query = query.where(judgements.c.at >= first, judgements.c.at < first + timedelta(days=1))
    if asked.about:
        query = query.where(judgements.c.about == asked.about)
    if before is not None:
        query = query.where(judgements.c.seq < before)
    return _lines(connection, query)


def naming(connection: Connection, names: Iterable[str], after: int = 0) -> list[Judgement]:
    """All that are about one of these things or name one, in their order; those ``after`` a number."""
    found: dict[int, Judgement] = {}
    for some in batches.of_ids(names):
        named = judgements.c.kind.in_(("merge", "split")), judgements.c.value.in_(some)
        for those in ((judgements.c.about.in_(some),), named):
            query = sa.select(judgements).where(judgements.c.seq > after, *those)
            rows = connection.execute(query).mappings()
            found |= {row["seq"]: record_of(Judgement, row) for row in rows}
    return [found[number] for number in sorted(found)]


def tags(connection: Connection) -> dict[str, int]:
    """The tags in use, with how many things have each."""
    many = sa.func.count(sa.distinct(in_force.c.about))
    query = sa.select(in_force.c.label, many).where(*_TAG).group_by(in_force.c.label).order_by(in_force.c.label)
    return {row[0]: row[1] for row in connection.execute(query)}


def tagged(connection: Connection, tag: str, limit: int, offset: int) -> list[str]:
    """What has a tag, last tagged first."""
    query = sa.select(in_force.c.about).where(*_TAG, in_force.c.label == tag).group_by(in_force.c.about)
    query = query.order_by(sa.func.max(in_force.c.seq).desc()).limit(limit).offset(offset)
    return [*connection.scalars(query)]


_TAG = in_force.c.of.in_(get_args(ThingKind)), in_force.c.kind == "tag"


def _lines(connection: Connection, query: sa.Select[Any]) -> list[DecisionLine]:
    rows = connection.execute(query).mappings().all()
    undos = _undos(connection, {row["about"] for row in rows if row["undoes"] is not None})
    return [
        DecisionLine(row["seq"], record_of(Judgement, row), row["standing"] is not None or row["id"] in undos)
        for row in rows
    ]


def _undos(connection: Connection, names: Iterable[str]) -> set[str]:
    """The ids of the undos about these things that are not undone."""
    found: set[str] = set()
    for some in batches.of_ids(names):
        every = [record_of(Judgement, row) for row in tied(connection, {*some})]
        found |= {each.id for each in standing(every) if each.undoes is not None}
    return found
