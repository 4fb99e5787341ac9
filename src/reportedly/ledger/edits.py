"""Edits: how the revisions of a page differ, and which of them are still to be compared.

Invariant: an edit is filed whole, with the statements it changed, in place of an earlier comparison of the same two
revisions. ``rests_on`` names the readings it was made from: when one of them is another, the edit is due again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Final, NamedTuple, get_args

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly import clock
from reportedly.clock import Clock
from reportedly.ledger import batches, looks, schema, uncompared
from reportedly.ledger.database import Database
from reportedly.ledger.days import within
from reportedly.ledger.news import note
from reportedly.ledger.rows import Row
from reportedly.ledger.upserts import insert
from reportedly.records import Aspect, Edit, Look, StatementChange, page_id

_ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)


class RevisionPair(NamedTuple):
    """Two revisions of ``url``, the later first seen ``at`` (None: handed in), by the readings the ledger has."""

    url: str
    before: str
    after: str
    at: datetime | None
    rests_on: str


@dataclass(frozen=True, slots=True)
class Edits:
    """How revisions that followed each other on a page differ."""

    _database: Database
    _now: Clock = clock.system

    def to_compare(self) -> list[RevisionPair]:
        """Revisions that followed each other on a page and were not compared by the readings they have now."""
        with self._database.writing() as connection:
            pairs = _waiting(connection)
            left = {page_id(pair.url) for pair in pairs}
            uncompared.strike(connection, uncompared.pages(connection).keys() - left)
        return pairs

    def waiting(self) -> list[RevisionPair]:
        """The same, only to be looked at."""
        with self._database.looking() as connection:
            return _waiting(connection)

    def file(self, pair: RevisionPair, edit: Edit) -> None:
        """File how two revisions of ``to_compare`` differ, in place of an earlier comparison of the two."""
        table = schema.edits
        own = {"before": edit.before, "after": edit.after}
        plain = ("rewordings", "struck", "added", "read", "same_extractor", "partial")
        row: Row = own | {name: getattr(edit, name) for name in plain}
        row |= {"page": page_id(pair.url), "url": pair.url, "at": pair.at, "rests_on": pair.rests_on}
        changes = [{**own, "n": n, **_change_row(change)} for n, change in enumerate(edit.statements)]
        with self._database.writing() as connection:
            connection.execute(sa.delete(table).where(table.c.before == edit.before, table.c.after == edit.after))
            insert(connection, table, [row])
            insert(connection, schema.statement_changes, changes)
            note(connection, "edit", [(edit.after, edit.before)], self._now())

    def of_pages(self, urls: Iterable[str]) -> dict[str, list[Edit]]:
        """The edits of these pages that were compared, in the order in which they were seen; a page may have none."""
        with self._database.looking() as connection:
            return of_pages(connection, urls)

    def seen_at(self, revisions: Iterable[str]) -> dict[str, datetime]:
        """By the later revision when its page was first seen to show it after another; none of one handed in."""
        table = schema.edits
        found: dict[str, datetime] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(revisions):
                pages = sa.select(schema.articles.c.page).where(schema.articles.c.id.in_(batch))
                query = sa.select(table.c.after, table.c.at).where(table.c.page.in_(pages), table.c.at.is_not(None))
                found |= {row.after: row.at for row in connection.execute(query.order_by(table.c.at.desc()))}
        return found

    def between(self, revisions: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, Edit]]:
        """URL and edit of each of these pairs of revisions that were compared."""
        wanted, table = {*revisions}, schema.edits
        found: dict[tuple[str, str], tuple[str, Edit]] = {}
        with self._database.looking() as connection:
            for batch in batches.of_ids(before for before, _ in wanted):
                edits = _edits(connection, table.c.before.in_(batch))
                found |= {key: (url, edit) for url, edit in edits if (key := (edit.before, edit.after)) in wanted}
        return found

    def within(self, start: date, end: date) -> list[tuple[str, date, Edit]]:
        """URL, day and edit of each edit of words first seen from ``start`` to ``end``, in the order of days."""
        table = schema.edits
        which = sa.and_(within(table.c.at, start, end), table.c.struck + table.c.added > 0, ~table.c.partial)
        with self._database.looking() as connection:
            query = sa.select(table.c.before, table.c.after, table.c.at).where(which)
            days = {(before, after): when.date() for before, after, when in connection.execute(query)}
            return [(url, days[edit.before, edit.after], edit) for url, edit in _edits(connection, which)]


def of_pages(connection: Connection, urls: Iterable[str]) -> dict[str, list[Edit]]:
    """The edits of these pages, as ``Edits.of_pages`` gives them."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for batch in batches.of_ids(map(page_id, urls)):
        for url, edit in _edits(connection, schema.edits.c.page.in_(batch)):
            edits[url].append(edit)
    return dict(edits)


def _waiting(connection: Connection) -> list[RevisionPair]:
    urls = uncompared.pages(connection).values()
    return [pair for batch in batches.of_ids(urls) for pair in _to_compare(connection, batch)]


def _to_compare(connection: Connection, urls: Sequence[str]) -> Iterator[RevisionPair]:
    pairs = [pair for url, seen in looks.at_pages(connection, urls).items() for pair in _followed(url, seen)]
    digests = _digests(connection, {article for pair in pairs for article in (pair.before, pair.after)})
    compared = _compared(connection, urls)
    for pair in pairs:
        known = [digests.get(article, "") for article in (pair.before, pair.after)]
        if not _rests(compared.get((pair.before, pair.after)), known):
            yield pair._replace(rests_on=":".join(digest or "" for digest in known))


def _rests(rests_on: str | None, known: Sequence[str | None]) -> bool:
    """Whether a comparison rests on these readings; of one that was set aside nobody asks which it was."""
    held = rests_on.split(":") if rests_on is not None else ()
    return len(held) == len(known) and all(now in {None, then} for then, now in zip(held, known, strict=True))


def _followed(url: str, seen: Iterable[Look]) -> Iterator[RevisionPair]:
    """Each two different revisions that followed each other in these looks at a page, once."""
    given: set[tuple[str, str]] = set()
    shown = [(look.article, look.at) for look in seen if look.article]
    for (before, _), (after, when) in pairwise(shown):
        if before != after and (before, after) not in given:
            given.add((before, after))
            yield RevisionPair(url, before, after, when, "")


def _digests(connection: Connection, articles: Iterable[str]) -> dict[str, str | None]:
    """The digests of these articles' readings; None for one that was set aside."""
    table = schema.readings
    digests: dict[str, str | None] = {}
    for batch in batches.of_ids(sorted(articles)):
        query = sa.select(table.c.article, table.c.digest, table.c.set_aside).where(table.c.article.in_(batch))
        digests |= {row.article: None if row.set_aside else row.digest for row in connection.execute(query)}
    return digests


def _compared(connection: Connection, urls: Sequence[str]) -> Mapping[tuple[str, str], str]:
    """What each comparison on these pages rests on, by the two revisions."""
    table = schema.edits
    pages = [page_id(url) for url in urls]
    query = sa.select(table.c.before, table.c.after, table.c.rests_on).where(table.c.page.in_(pages))
    return {(before, after): rests_on for before, after, rests_on in connection.execute(query)}


def _edits(connection: Connection, which: sa.ColumnElement[bool]) -> Iterator[tuple[str, Edit]]:
    table, changes = schema.edits, schema.statement_changes
    rows = (
        connection.execute(sa.select(table).where(which).order_by(table.c.at.nulls_first(), table.c.url))
        .mappings()
        .all()
    )
    query = sa.select(changes).join(
        table, sa.and_(table.c.before == changes.c.before, table.c.after == changes.c.after)
    )
    statements: dict[tuple[str, str], list[StatementChange]] = defaultdict(list)
    order = changes.c.before, changes.c.after, changes.c.n
    for row in connection.execute(query.where(which).order_by(*order)).mappings():
        statements[row["before"], row["after"]].append(_change(row))
    for row in rows:
        fields = {name: row[name] for name in Edit.__struct_fields__ if name != "statements"}
        yield row["url"], Edit(**fields, statements=tuple(statements[row["before"], row["after"]]))


def _change_row(change: StatementChange) -> Row:
    aspects: Row = {name: name in change.what for name in _ASPECTS}
    return {"kind": change.kind, **aspects, "claim_before": change.before, "claim_after": change.after}


def _change(row: RowMapping) -> StatementChange:
    what = tuple(name for name in _ASPECTS if row[name])
    return StatementChange(row["kind"], row["claim_before"], row["claim_after"], what)
