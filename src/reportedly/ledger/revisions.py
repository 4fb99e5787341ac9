"""What became of pages: every look at one, the edits between its revisions, and which edits are still to be compared.

Invariant: an edit is filed whole, with the statements it changed, in place of an earlier comparison of the same two
revisions. ``rests_on`` names the readings it was made from: when one of them is another, the edit is due again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple, get_args

import sqlalchemy as sa
from sqlalchemy import Connection, RowMapping

from reportedly.ledger import batches, schema
from reportedly.ledger.rows import Row
from reportedly.ledger.upserts import insert
from reportedly.records import Aspect, Edit, FetchState, Look, StatementChange

_TOLD: tuple[FetchState, ...] = ("unchanged", "gone", "blocked", "not_an_article", "failed")
"""What an attempt without a capture says of a page; what came with one (``paywalled`` too) its capture tells."""

_ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


class Pair(NamedTuple):
    """Two revisions of ``url``, the later first seen ``at`` (None: handed in), by the readings the ledger has."""

    url: str
    before: str
    after: str
    at: datetime | None
    rests_on: str


# -- looks ------------------------------------------------------------------------------------------------------------


def looks(connection: Connection, urls: Iterable[str]) -> dict[str, list[Look]]:
    """All looks at these pages, in order; one handed in and never fetched has a look without ``at`` for each revision.

    Answers without an article on them and attempts without an answer are looks as well.
    """
    found: dict[str, list[Look]] = defaultdict(list)
    for batch in batches.of_ids(urls):
        seen = [*_captured(connection, batch), *_attempted(connection, batch)]
        shown = {look.article for _, look in seen}
        handed_in = [told for told in _handed_in(connection, batch) if told[1].article not in shown]
        for url, look in (*handed_in, *seen):
            found[url].append(look)
    for row in found.values():
        row.sort(key=lambda look: look.at.timestamp() if look.at else -1.0)
    return dict(found)


def _handed_in(connection: Connection, urls: Sequence[str]) -> Iterator[tuple[str, Look]]:
    table = schema.articles
    query = sa.select(table.c.url, table.c.id).where(table.c.url.in_(urls), table.c.capture.is_(None))
    for url, article in connection.execute(query.order_by(table.c.url, table.c.revision)):
        yield url, Look(None, "fetched", "handed in", article)


def _captured(connection: Connection, urls: Sequence[str]) -> Iterator[tuple[str, Look]]:
    """Captures that were looked at for an article. One that a ledger of old does not tie to its article has none."""
    seen, done, ended = schema.captures, schema.extractions, schema.outcomes
    columns = seen.c.url, seen.c.id, seen.c.fetched_at, done.c.article, ended.c.state, ended.c.message
    query = sa.select(*columns).join(done, done.c.capture == seen.c.id).outerjoin(ended, ended.c.id == done.c.outcome)
    for url, capture, at, article, state, message in connection.execute(
        query.where(seen.c.url.in_(urls)).order_by(seen.c.seq)
    ):
        yield url, Look(at, state or "fetched", message or "", article, capture)


def _attempted(connection: Connection, urls: Sequence[str]) -> Iterator[tuple[str, Look]]:
    table = schema.outcomes
    query = sa.select(table.c.url, table.c.at, table.c.state, table.c.message)
    told = table.c.url.in_(urls), table.c.capture.is_(None), table.c.state.in_(_TOLD)
    for url, at, state, message in connection.execute(query.where(*told).order_by(table.c.seq)):
        yield url, Look(at, state, message)


# -- edits ------------------------------------------------------------------------------------------------------------


def due(connection: Connection) -> Iterator[Pair]:
    """Revisions that followed each other on a page and were not compared, or not by the readings there are now."""
    table = schema.articles
    many = sa.select(table.c.url).group_by(table.c.url).having(sa.func.count() > 1).order_by(table.c.url)
    for urls in batches.of_ids(connection.scalars(many)):
        followed = [pair for url, seen in looks(connection, urls).items() for pair in _followed(url, seen)]
        digests = _digests(connection, {one for pair in followed for one in (pair.before, pair.after)})
        compared = _compared(connection, urls)
        for pair in followed:
            rests_on = f"{digests.get(pair.before, '')}:{digests.get(pair.after, '')}"
            if compared.get((pair.before, pair.after)) != rests_on:
                yield pair._replace(rests_on=rests_on)


def _followed(url: str, seen: Iterable[Look]) -> Iterator[Pair]:
    told: set[tuple[str, str]] = set()
    shown = [(look.article, look.at) for look in seen if look.article]
    for (before, _), (after, at) in pairwise(shown):
        if before != after and (before, after) not in told:
            told.add((before, after))
            yield Pair(url, before, after, at, "")


def _digests(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    table = schema.readings
    found: dict[str, str] = {}
    for batch in batches.of_ids(sorted(articles)):
        query = sa.select(table.c.article, table.c.digest).where(table.c.article.in_(batch))
        found |= {row.article: row.digest for row in connection.execute(query)}
    return found


def _compared(connection: Connection, urls: Sequence[str]) -> Mapping[tuple[str, str], str]:
    table = schema.edits
    query = sa.select(table.c.before, table.c.after, table.c.rests_on).where(table.c.url.in_(urls))
    return {(before, after): rests_on for before, after, rests_on in connection.execute(query)}


def file(connection: Connection, pair: Pair, edit: Edit) -> None:
    """File how two revisions differ, in place of what was filed of them before."""
    table, changes = schema.edits, schema.statement_changes
    connection.execute(sa.delete(table).where(table.c.before == edit.before, table.c.after == edit.after))
    plain = ("before", "after", "rewordings", "struck", "added", "read", "same_extractor", "partial")
    row: Row = {name: getattr(edit, name) for name in plain}
    insert(connection, table, [{**row, "url": pair.url, "at": pair.at, "rests_on": pair.rests_on}])
    own = {"before": edit.before, "after": edit.after}
    insert(connection, changes, [{**own, "n": n, **_row(change)} for n, change in enumerate(edit.statements)])


def _row(change: StatementChange) -> Row:
    told: Row = {name: name in change.what for name in _ASPECTS}
    return {"kind": change.kind, **told, "claim_before": change.before, "claim_after": change.after}


def edits(connection: Connection, urls: Iterable[str]) -> dict[str, list[Edit]]:
    """The edits of these pages that were compared, in the order of when they were seen."""
    found: dict[str, list[Edit]] = defaultdict(list)
    for batch in batches.of_ids(urls):
        for url, edit in _edits(connection, schema.edits.c.url.in_(batch)):
            found[url].append(edit)
    return dict(found)


def edited_within(connection: Connection, start: date, end: date) -> list[tuple[str, date, Edit]]:
    """URL, day and edit of each edit of words that was first seen on a day from ``start`` to ``end``."""
    table = schema.edits
    told = sa.and_(*_within(table.c.at, start, end), table.c.struck + table.c.added > 0, ~table.c.partial)
    query = sa.select(table.c.before, table.c.after, table.c.at).where(told)
    days = {(before, after): at.date() for before, after, at in connection.execute(query)}
    return [(url, days[edit.before, edit.after], edit) for url, edit in _edits(connection, told)]


def gone_within(connection: Connection, start: date, end: date) -> list[tuple[str, date]]:
    """URL and day of each page with an article that was first found gone on a day from ``start`` to ``end``."""
    table = schema.outcomes
    first = sa.func.min(table.c.at)
    told = table.c.state == "gone", sa.exists().where(schema.articles.c.url == table.c.url)
    seen = sa.select(table.c.url).where(table.c.state == "gone", *_within(table.c.at, start, end)).distinct()
    query = sa.select(table.c.url, first).where(*told, table.c.url.in_(seen)).group_by(table.c.url)
    rows = connection.execute(query.having(sa.and_(*_within(first, start, end))).order_by(first, table.c.url))
    return [(url, at.date()) for url, at in rows]


def _within(moment: sa.ColumnElement[datetime], start: date, end: date) -> tuple[sa.ColumnElement[bool], ...]:
    first, last = (datetime.fromisoformat(f"{day}T00:00+00:00") for day in (start, end + timedelta(days=1)))
    return moment >= first, moment < last


def _edits(connection: Connection, which: sa.ColumnElement[bool]) -> Iterator[tuple[str, Edit]]:
    table, changes = schema.edits, schema.statement_changes
    rows = connection.execute(sa.select(table).where(which).order_by(table.c.at, table.c.url)).mappings().all()
    own = sa.select(changes).join(table, sa.and_(table.c.before == changes.c.before, table.c.after == changes.c.after))
    held: dict[tuple[str, str], list[StatementChange]] = defaultdict(list)
    order = changes.c.before, changes.c.after, changes.c.n
    for row in connection.execute(own.where(which).order_by(*order)).mappings():
        held[row["before"], row["after"]].append(_change(row))
    for row in rows:
        statements = tuple(held[row["before"], row["after"]])
        known = {name: row[name] for name in Edit.__struct_fields__ if name != "statements"}
        yield row["url"], Edit(**known, statements=statements)


def _change(row: RowMapping) -> StatementChange:
    what = tuple(name for name in _ASPECTS if row[name])
    return StatementChange(row["kind"], row["claim_before"], row["claim_after"], what)
