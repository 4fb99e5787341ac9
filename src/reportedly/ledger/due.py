"""When an announced page is to be fetched. The rule is ``is_due``; the query only brings what it asks about."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.rows import record_of
from reportedly.ledger.schema import aliases, captures, feed_items, outcomes
from reportedly.records import Record

WHOLE = (200, 203)
"""What a server says of a page that comes whole; 203: a proxy changed something on the way."""
RETRY = timedelta(hours=1)
"""The shortest wait after a failure."""


class WatchedPage(Record, frozen=True):
    """What is known of an announced page.

    ``seen`` is when it was announced; failures are those since the last good capture.
    """

    seen: datetime | None = None
    updated: datetime | None = None
    first_captured: datetime | None = None
    last_captured: datetime | None = None
    last_unchanged: datetime | None = None
    first_failed: datetime | None = None
    last_failed: datetime | None = None


def is_due(page: WatchedPage, now: datetime, look_again_after: tuple[float, ...]) -> bool:
    """Whether to ask for a page at ``now``; ``look_again_after`` in seconds since it was first captured.

    - After failures: when as much time has passed since the last as between first and last, an hour at least. So a
      page that never comes is asked for ever more seldom.
    - Never captured: yes.
    - Captured: when since the last look its feed dated it as updated, or a time to look again has come.
    """
    again = _again(page, look_again_after)
    return again is None or any(moment <= now for moment in again)


def since(page: WatchedPage, look_again_after: tuple[float, ...]) -> datetime | None:
    """Since when a page is due that is; None where nobody knows when it was announced."""
    again = _again(page, look_again_after)
    return page.seen if again is None else min(again)


def _again(page: WatchedPage, look_again_after: tuple[float, ...]) -> list[datetime] | None:
    """When to ask for a page again after what came of it last; None for one that was never asked for."""
    if page.first_failed and page.last_failed:
        return [page.last_failed + max(RETRY, page.last_failed - page.first_failed)]
    if not page.first_captured or not page.last_captured:
        return None
    looked = max(page.last_captured, page.last_unchanged or page.last_captured)
    moments = [page.first_captured + timedelta(seconds=step) for step in look_again_after]
    if page.updated:
        moments.append(page.updated)
    return [moment for moment in moments if looked < moment]


def watched(connection: Connection) -> Iterator[tuple[str, str, WatchedPage]]:
    """URL, outlet and ``WatchedPage`` of each announced page, in the order of URLs."""
    for row in connection.execute(_query()).mappings():
        yield row["url"], row["outlet"], record_of(WatchedPage, row)


def _query() -> sa.Select[Any]:
    """Announced pages with their ``WatchedPage``. Non-200 captures are failures, outcomes of using one are not."""
    when = captures.c.fetched_at
    good = _span_of(captures.c.url, when, captures.c.status.in_(WHOLE), "good")
    same = _span_of(outcomes.c.url, outcomes.c.at, outcomes.c.state == "unchanged", "same")
    bad = sa.union_all(
        sa.select(captures.c.url, when.label("at")).where(captures.c.status.not_in(WHOLE)),
        sa.select(outcomes.c.url, outcomes.c.at).where(
            outcomes.c.state.in_(("gone", "blocked", "paywalled", "failed", "not_an_article")),
            outcomes.c.capture.is_(None),
        ),
    ).subquery("bad")
    since = sa.select(bad).outerjoin(good, good.c.url == bad.c.url)
    since = since.where(sa.or_(good.c.last.is_(None), bad.c.at > good.c.last))
    failed_since = since.subquery("failed_since")
    failed = _span_of(failed_since.c.url, failed_since.c.at, sa.true(), "failed")
    return (
        sa.select(
            feed_items.c.url,
            feed_items.c.outlet,
            feed_items.c.seen_at.label("seen"),
            feed_items.c.updated,
            good.c.first.label("first_captured"),
            good.c.last.label("last_captured"),
            same.c.last.label("last_unchanged"),
            failed.c.first.label("first_failed"),
            failed.c.last.label("last_failed"),
        )
        .where(feed_items.c.url.not_in(sa.select(aliases.c.url)))
        .outerjoin(good, good.c.url == feed_items.c.url)
        .outerjoin(same, same.c.url == feed_items.c.url)
        .outerjoin(failed, failed.c.url == feed_items.c.url)
        .order_by(feed_items.c.url)
    )


def _span_of(url: Any, moment: Any, which: sa.ColumnElement[bool], name: str) -> sa.Subquery:
    columns = url, sa.func.min(moment).label("first"), sa.func.max(moment).label("last")
    return sa.select(*columns).where(which).group_by(url).subquery(name)
