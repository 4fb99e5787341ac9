"""Looks at pages: every capture that was looked at for an article, and every attempt that ended without one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, schema
from reportedly.records import FetchState, Look, page_id

_WITHOUT_CAPTURE: Final[tuple[FetchState, ...]] = ("unchanged", "gone", "blocked", "not_an_article", "failed")
"""What an attempt without a capture says of a page; what came with one (``paywalled`` too) its capture tells."""

_Looks = Iterator[tuple[str, Look]]
"""URLs with a look at each."""


def at_pages(connection: Connection, urls: Iterable[str]) -> dict[str, list[Look]]:
    """All looks at these pages, in order; one handed in and never fetched has a look without ``at`` for each revision.

    Answers without an article on them and attempts without an answer are looks as well.
    """
    looks: dict[str, list[Look]] = defaultdict(list)
    for batch in batches.of_ids(map(page_id, urls)):
        seen = [*_captured(connection, batch), *_attempted(connection, batch)]
        shown = {look.article for _, look in seen}
        handed_in = [(url, look) for url, look in _handed_in(connection, batch) if look.article not in shown]
        for url, look in (*handed_in, *seen):
            looks[url].append(look)
    for at_page in looks.values():
        at_page.sort(key=lambda look: look.at.timestamp() if look.at else -1.0)
    return dict(looks)


def _handed_in(connection: Connection, pages: Sequence[str]) -> _Looks:
    table = schema.articles
    query = sa.select(table.c.url, table.c.id).where(table.c.page.in_(pages), table.c.capture.is_(None))
    for url, article in connection.execute(query.order_by(table.c.url, table.c.revision)):
        yield url, Look(None, "fetched", "handed in", article)


def _captured(connection: Connection, pages: Sequence[str]) -> _Looks:
    """Captures that were looked at for an article. One that a ledger of old does not tie to its article has none."""
    seen, done, ended = schema.captures, schema.extractions, schema.outcomes
    columns = seen.c.url, seen.c.id, seen.c.fetched_at, done.c.article, ended.c.state, ended.c.message
    query = sa.select(*columns).join(done, done.c.capture == seen.c.id).outerjoin(ended, ended.c.id == done.c.outcome)
    for url, capture, when, article, state, message in connection.execute(
        query.where(seen.c.page.in_(pages)).order_by(seen.c.seq)
    ):
        yield url, Look(when, state or "fetched", message or "", article, capture)


def _attempted(connection: Connection, pages: Sequence[str]) -> _Looks:
    table = schema.outcomes
    query = sa.select(table.c.url, table.c.at, table.c.state, table.c.message)
    which = table.c.page.in_(pages), table.c.capture.is_(None), table.c.state.in_(_WITHOUT_CAPTURE)
    for url, when, state, message in connection.execute(query.where(*which).order_by(table.c.seq)):
        yield url, Look(when, state, message)
