"""Follow-ups: each put in the place of what it was; what did not change is not written again."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from reportedly.clock import Clock
from reportedly.ledger import batches, tongues, ungiven
from reportedly.ledger.asked import Asked
from reportedly.ledger.database import Database
from reportedly.ledger.engine.among import among
from reportedly.ledger.judging import followups as judging
from reportedly.ledger.judging import grounds
from reportedly.ledger.newest import Place, newest
from reportedly.ledger.news import note, part_of
from reportedly.ledger.rows import Row
from reportedly.ledger.schema import announcements, change_evidence, changes, followups, supports
from reportedly.ledger.shelves import shelve
from reportedly.ledger.upserts import insert
from reportedly.records import Change, Evidence, FollowUp
from reportedly.text import Span

_PLAIN: Final = ("id", "type", "announced", "window", "certainty", "who")
"""Fields with a column of their name."""

_LAST_ANNOUNCED_FIRST: Final = (followups.c.announced.desc().nulls_last(), followups.c.id)


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The follow-ups, last announced first."""

    _database: Database
    _now: Clock

    def put(self, given: Iterable[FollowUp]) -> None:
        """File follow-ups, each in the place of the one with its id."""
        with self._database.writing() as connection:
            for followup in given:
                put(connection, followup, self._now())

    def all(
        self, *, since: date | None = None, until: date | None = None, languages: Collection[str] = ()
    ) -> list[FollowUp]:
        """All follow-ups.

        With ``since`` or ``until`` those whose windows and changes, from the first day to the last, touch these days
        (none without any day), with ``languages`` those that an article in one of them announces.
        """
        query = sa.select(followups.c.id).order_by(*_LAST_ANNOUNCED_FIRST)
        query = query.where(*tongues.of_followup(followups.c.id, languages), *_touching(since, until))
        with self._database.looking() as connection:
            return by_id(connection, connection.scalars(query).all())

    def get(self, followup_id: str) -> FollowUp | None:
        """A follow-up by its id, or by one that it had before an earlier announcement was found or its page was edited.

        Of an edited page that is known where the follow-up was judged.
        """
        with self._database.looking() as connection:
            return next(iter(by_id(connection, [_now(connection, followup_id)])), None)

    def known_as(self, followup_id: str) -> str:
        """The id that a follow-up has now, by one that it had; the same where it is none."""
        with self._database.looking() as connection:
            return _now(connection, followup_id)

    def by_id(self, ids: Iterable[str]) -> list[FollowUp]:
        """Follow-ups in the order of their ids; those that are not there are left out."""
        with self._database.looking() as connection:
            return by_id(connection, ids)

    def resting_on(self, article_ids: Iterable[str]) -> list[FollowUp]:
        """Those that rest on words of any of these articles anywhere."""
        ids: list[str] = []
        with self._database.looking() as connection:
            for batch in batches.of_ids(article_ids):
                queries = (sa.select(t.c.followup).where(t.c.article.in_(batch)) for t in (supports, change_evidence))
                ids += connection.scalars(sa.union(*queries)).all()
            resting = by_id(connection, ids)
        return sorted(resting, key=lambda each: (-each.announced.toordinal() if each.announced else 0, each.id))

    def newest(  # noqa: PLR0913  a filter each
        self,
        day: date,
        *,
        limit: int,
        behind: Place | None = None,
        since: date | None = None,
        until: date | None = None,
        languages: Collection[str] = (),
    ) -> list[FollowUp]:
        """Follow-ups announced by ``day`` or at no known time, those behind a place in the list.

        With ``since`` or ``until`` those whose windows and changes touch these days, with ``languages`` those that an
        article in one of them announces.
        """
        query = sa.select(followups.c.id).where(sa.or_(followups.c.announced.is_(None), followups.c.announced <= day))
        query = query.where(*tongues.of_followup(followups.c.id, languages), *_touching(since, until))
        with self._database.looking() as connection:
            order = followups.c.announced, followups.c.id
            rows = newest(connection, query, order, limit=limit, behind=behind)
            return by_id(connection, (row["id"] for row in rows))


def put(connection: Connection, followup: FollowUp, at: datetime) -> None:
    """File a follow-up in the place of the one with its id; what did not change is not written again."""
    held = next(iter(by_id(connection, [followup.id])), None)
    if held == followup:
        return
    ungiven.mark_followup(connection, followup.id)
    row, own = _row(followup), followups.c.id == followup.id
    if held is None:
        insert(connection, followups, [row])
    elif row != _row(held):
        connection.execute(sa.update(followups).where(own).values(row))
    _put_supports(connection, followup, held)
    if held is None or held.history != followup.history:
        connection.execute(sa.delete(changes).where(changes.c.followup == followup.id))
        insert(connection, changes, [*_change_rows(followup)])
        insert(connection, change_evidence, [*_evidence_rows(followup)])
        note(connection, "change", ((followup.id, part_of(change)) for change in followup.history), at)
    if held is None or _fate(held) != _fate(followup):
        shelve(connection, followup)


def _put_supports(connection: Connection, followup: FollowUp, held: FollowUp | None) -> None:
    """Write those that are new or stand elsewhere now: one comes to many."""
    rows = [*_support_rows(followup)]
    before = [*_support_rows(held)] if held else []
    places = [row["n"] for row in before if row["n"] >= len(rows) or rows[row["n"]] != row]
    for some in batches.of_ids(places):
        own = supports.c.followup == followup.id, supports.c.n.in_(some)
        connection.execute(sa.delete(supports).where(*own))
    insert(connection, supports, [row for row in rows if row["n"] >= len(before) or before[row["n"]] != row])


def _fate(followup: FollowUp) -> tuple[object, ...]:
    """What its spells are made of."""
    return (
        followup.announced,
        followup.window,
        [(change.on, change.state, change.window) for change in followup.history],
    )


def drop(connection: Connection, followup: str) -> None:
    """Let there be no follow-up of this id."""
    ungiven.mark_followup(connection, followup)
    connection.execute(sa.delete(followups).where(followups.c.id == followup))


def _now(connection: Connection, followup_id: str) -> str:
    """The id that a follow-up has now, by one that it had."""
    supported = sa.select(announcements.c.followup)
    now: str | None = connection.scalar(supported.where(announcements.c.id == followup_id))
    if now is None and (known := grounds.by_name(connection, [followup_id]).get(followup_id)):
        now = connection.scalar(supported.where(announcements.c.id == judging.heir_of(connection, known)))
    return now or followup_id


def _touching(since: date | None, until: date | None) -> Iterator[sa.ColumnElement[bool]]:
    """That its windows and changes touch these days."""
    if since is not None:
        yield followups.c.last >= since
    if until is not None:
        yield followups.c.first <= until


def by_id(connection: Connection, ids: Iterable[str]) -> list[FollowUp]:
    """Follow-ups in the order of their ids; those that are not there are left out."""
    known: list[FollowUp] = []
    for batch in batches.of_ids(ids):
        rows = {row["id"]: row for row in _OWN.named(connection, ids=batch)}
        known += _followups(connection, [rows[own] for own in batch if own in rows]) if rows else ()
    return known


def _followups(connection: Connection, rows: Sequence[Row]) -> Iterator[FollowUp]:
    ids = [row["id"] for row in rows]
    announcing = _grouped(_SUPPORTS.named(connection, ids=ids), "followup")
    showing = _grouped(_EVIDENCE.named(connection, ids=ids), "followup", "change")
    history: dict[str, list[Change]] = {}
    for row in _CHANGES.named(connection, ids=ids):
        evidence = showing.get((row["followup"], row["n"]), ())
        history.setdefault(row["followup"], []).append(Change(row["on"], row["state"], evidence, row["window"]))
    for row in rows:
        own = row["id"]
        fields = {name: row[name] for name in _PLAIN}
        yield FollowUp(**fields, supports=announcing.get((own,), ()), history=tuple(history.get(own, ())))


def _of(table: Table) -> Asked:
    """The rows of follow-ups in their order."""
    return Asked(sa.select(table).where(among(table.c.followup, "ids")).order_by(*table.primary_key))


_OWN: Final = Asked(sa.select(followups).where(among(followups.c.id, "ids")))
_SUPPORTS, _CHANGES, _EVIDENCE = _of(supports), _of(changes), _of(change_evidence)


def _grouped(rows: Iterable[Row], *keys: str) -> dict[tuple[Any, ...], tuple[Evidence, ...]]:
    groups: dict[tuple[Any, ...], tuple[Evidence, ...]] = {}
    for row in rows:
        evidence = Evidence(row["article"], row["article_url"], Span(row["start"], row["end"]), row["sentence"])
        key = tuple(row[name] for name in keys)
        groups[key] = (*groups.get(key, ()), evidence)
    return groups


def _row(followup: FollowUp) -> Row:
    days = list(_days(followup))
    plain = {name: getattr(followup, name) for name in _PLAIN}
    return {**plain, "first": min(days, default=None), "last": max(days, default=None)}


def _days(followup: FollowUp) -> Iterator[date]:
    """All days that its windows and changes name."""
    yield from (change.on for change in followup.history)
    for window in (followup.window, *(change.window for change in followup.history)):
        if window is not None:
            yield from (day for day in (window.start, window.end) if day is not None)


def _support_rows(followup: FollowUp) -> Iterator[Row]:
    for n, support in enumerate(followup.supports):
        yield {"followup": followup.id, "n": n, **_evidence_row(support)}


def _change_rows(followup: FollowUp) -> Iterator[Row]:
    for n, change in enumerate(followup.history):
        yield {"followup": followup.id, "n": n, "on": change.on, "state": change.state, "window": change.window}


def _evidence_rows(followup: FollowUp) -> Iterator[Row]:
    for change_number, change in enumerate(followup.history):
        for n, evidence in enumerate(change.evidence):
            yield {"followup": followup.id, "change": change_number, "n": n, **_evidence_row(evidence)}


def _evidence_row(evidence: Evidence) -> Row:
    start, end = evidence.span
    return {
        "article": evidence.article,
        "article_url": evidence.article_url,
        "start": start,
        "end": end,
        "sentence": evidence.sentence,
    }
