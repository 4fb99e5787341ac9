"""Follow-ups: replaced as a whole when they are matched anew; what did not change is not written again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping, Table

from reportedly.ledger import batches, schema
from reportedly.ledger.rows import Row
from reportedly.ledger.upserts import insert
from reportedly.ledger.view import FollowUpLine
from reportedly.records import Change, Evidence, FollowUp
from reportedly.text import Span

_LAST_ANNOUNCED = (schema.followups.c.announced.desc().nulls_last(), schema.followups.c.id)


def replace(connection: Connection, given: Iterable[FollowUp]) -> None:
    """Let the ledger hold these follow-ups and no others."""
    fresh = {one.id: one for one in given}
    kept = set()
    for old in listed(connection):
        if fresh.get(old.id) == old:
            kept.add(old.id)
        else:
            connection.execute(sa.delete(schema.followups).where(schema.followups.c.id == old.id))
    added = [one for one in fresh.values() if one.id not in kept]
    insert(connection, schema.followups, [_row(one) for one in added])
    insert(connection, schema.supports, [row for one in added for row in _support_rows(one)])
    insert(connection, schema.changes, [row for one in added for row in _change_rows(one)])
    insert(connection, schema.change_evidence, [row for one in added for row in _evidence_rows(one)])


def listed(connection: Connection, since: date | None = None, until: date | None = None) -> list[FollowUp]:
    """All follow-ups, last announced first.

    With ``since`` or ``until`` those whose windows and changes, from the first day to the last, touch these days (none
    without any day).
    """
    table = schema.followups
    query = sa.select(table.c.id).order_by(*_LAST_ANNOUNCED)
    if since is not None:
        query = query.where(table.c.last >= since)
    if until is not None:
        query = query.where(table.c.first <= until)
    return by_id(connection, connection.scalars(query).all())


def lines(connection: Connection, day: date) -> list[FollowUpLine]:
    """Those announced by ``day`` or at no known time, last announced first, as they stand on ``day``."""
    table, changes = schema.followups, schema.changes
    steps: dict[str, list[Change]] = {}
    columns = changes.c.followup, changes.c.on, changes.c.state, changes.c.window
    for own, on, state, window in connection.execute(sa.select(*columns).order_by(changes.c.followup, changes.c.n)):
        steps.setdefault(own, []).append(Change(on, state, (), window))
    known = sa.or_(table.c.announced.is_(None), table.c.announced <= day)
    query = sa.select(table.c.id, table.c.type, table.c.announced, table.c.window).where(known)
    rows = connection.execute(query.order_by(*_LAST_ANNOUNCED))
    bare = (
        FollowUp(own, kind, (), announced, window, "unknown", history=tuple(steps.get(own, ())))
        for own, kind, announced, window in rows
    )
    return [_line(one.as_of(day)) for one in bare]


def _line(one: FollowUp) -> FollowUpLine:
    on = one.history[-1].on if one.history else one.announced
    return FollowUpLine(one.id, one.type, one.announced, one.window, one.state, on)


def resting_on(connection: Connection, articles: Iterable[str]) -> list[FollowUp]:
    """Those that rest on words of any of these articles anywhere, last announced first."""
    tables = schema.supports, schema.change_evidence
    ids: list[str] = []
    for batch in batches.of_ids(articles):
        of = (sa.select(table.c.followup).where(table.c.article.in_(batch)) for table in tables)
        ids += connection.scalars(sa.union(*of)).all()
    found = by_id(connection, ids)
    return sorted(found, key=lambda one: (-one.announced.toordinal() if one.announced else 0, one.id))


def by_id(connection: Connection, ids: Iterable[str]) -> list[FollowUp]:
    """Follow-ups in the order of their ids; those that are not there are left out."""
    found: list[FollowUp] = []
    for batch in batches.of_ids(ids):
        query = sa.select(schema.followups).where(schema.followups.c.id.in_(batch))
        rows = {row["id"]: row for row in connection.execute(query).mappings()}
        found += _records(connection, [rows[one] for one in batch if one in rows])
    return found


def get(connection: Connection, followup_id: str) -> FollowUp | None:
    """A follow-up by its id."""
    return next(iter(by_id(connection, [followup_id])), None)


def _records(connection: Connection, found: Sequence[RowMapping]) -> Iterator[FollowUp]:
    ids = [row["id"] for row in found]
    supports = _grouped(_rows(connection, schema.supports, ids), "followup")
    evidence = _grouped(_rows(connection, schema.change_evidence, ids), "followup", "change")
    history: dict[str, list[Change]] = {}
    for row in _rows(connection, schema.changes, ids):
        rests_on = evidence.get((row["followup"], row["n"]), ())
        history.setdefault(row["followup"], []).append(Change(row["on"], row["state"], rests_on, row["window"]))
    for row in found:
        yield FollowUp(
            id=row["id"],
            type=row["type"],
            supports=supports.get((row["id"],), ()),
            announced=row["announced"],
            window=row["window"],
            certainty=row["certainty"],
            who=row["who"],
            history=tuple(history.get(row["id"], ())),
        )


def _rows(connection: Connection, table: Table, ids: Sequence[str]) -> Sequence[RowMapping]:
    query = sa.select(table).where(table.c.followup.in_(ids)).order_by(*table.primary_key)
    return connection.execute(query).mappings().all()


def _grouped(rows: Iterable[RowMapping], *keys: str) -> dict[tuple[Any, ...], tuple[Evidence, ...]]:
    groups: dict[tuple[Any, ...], tuple[Evidence, ...]] = {}
    for row in rows:
        own = Evidence(row["article"], row["article_url"], Span(row["start"], row["end"]), row["sentence"])
        key = tuple(row[name] for name in keys)
        groups[key] = (*groups.get(key, ()), own)
    return groups


def _row(one: FollowUp) -> Row:
    names = ("id", "type", "announced", "window", "certainty", "who")
    days = list(_days(one))
    return {
        **{name: getattr(one, name) for name in names},
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def _days(one: FollowUp) -> Iterator[date]:
    yield from (change.on for change in one.history)
    for window in (one.window, *(change.window for change in one.history)):
        if window is not None:
            yield from (day for day in (window.start, window.end) if day is not None)


def _support_rows(one: FollowUp) -> Iterator[Row]:
    for n, support in enumerate(one.supports):
        yield {"followup": one.id, "n": n, **_evidence(support)}


def _change_rows(one: FollowUp) -> Iterator[Row]:
    for n, change in enumerate(one.history):
        yield {"followup": one.id, "n": n, "on": change.on, "state": change.state, "window": change.window}


def _evidence_rows(one: FollowUp) -> Iterator[Row]:
    for change_number, change in enumerate(one.history):
        for n, support in enumerate(change.evidence):
            yield {"followup": one.id, "change": change_number, "n": n, **_evidence(support)}


def _evidence(words: Evidence) -> Row:
    start, end = words.span
    return {
        "article": words.article,
        "article_url": words.article_url,
        "start": start,
        "end": end,
        "sentence": words.sentence,
    }
