"""When an announced page is to be fetched: ``next_look`` is the rule.

Invariant: whatever is filed of a page sets its ``next_look`` to ``AT_ONCE`` in the same transaction. Who asks which
pages are due works out the moment of those that may be, and keeps it: so pages at which nothing happens are never gone
through.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

import msgspec
import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, making
from reportedly.ledger.schema import aliases, captures, feed_items, outcomes
from reportedly.ledger.unextracted import WHOLE
from reportedly.records import Record, page_id

RETRY = timedelta(hours=1)
"""The shortest wait after a failure."""
AT_ONCE: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of a page that is due or of which something was filed since."""

_LIST: Final = "next_look"
_FAILED: Final = ("gone", "blocked", "paywalled", "failed", "not_an_article")


class WatchedPage(Record, frozen=True):
    """What is known of an announced page. Failures are those since the last good capture."""

    updated: datetime | None = None
    first_captured: datetime | None = None
    last_captured: datetime | None = None
    last_unchanged: datetime | None = None
    first_failed: datetime | None = None
    last_failed: datetime | None = None


def next_look(page: WatchedPage, look_again_after: Sequence[float]) -> datetime | None:
    """From when on a page is to be asked for; None: not as things are.

    ``look_again_after`` are seconds since it was first captured.

    - After failures: when as much time has passed since the last as between first and last, an hour at least. So a
      page that never comes is asked for ever more seldom.
    - Never captured: at once.
    - Captured: when, since the last look, its feed dates it as updated, or a time to look again comes.
    """
    if page.first_failed and page.last_failed:
        return page.last_failed + max(RETRY, page.last_failed - page.first_failed)
    if not page.first_captured or not page.last_captured:
        return AT_ONCE
    looked = max(page.last_captured, page.last_unchanged or page.last_captured)
    moments = [page.first_captured + timedelta(seconds=step) for step in look_again_after]
    if page.updated:
        moments.append(page.updated)
    return min((moment for moment in moments if moment > looked), default=None)


def touch(connection: Connection, urls: Iterable[str]) -> None:
    """Let it be worked out anew when these pages are to be fetched."""
    for batch in batches.of_ids(map(page_id, urls)):
        own = sa.update(feed_items).where(feed_items.c.page.in_(batch))
        connection.execute(own.values(next_look=AT_ONCE))


class DuePage(NamedTuple):
    """An announced page that is due, and since when; None where nobody knows when it was announced."""

    url: str
    outlet: str
    since: datetime | None


def to_fetch(connection: Connection, now: datetime, look_again_after: Sequence[float]) -> list[DuePage]:
    """The announced pages that are due, in the order of URLs; keeps when those are that are not."""
    _make_for(connection, look_again_after)
    looks = list(_looks(connection, now, look_again_after))
    fresh = [{"own": row.page, "moment": moment} for row, moment in looks if moment != row.next_look]
    if fresh:
        own = sa.update(feed_items).where(feed_items.c.page == sa.bindparam("own"))
        connection.execute(own.values(next_look=sa.bindparam("moment")), fresh)
    return _due(looks, now)


def waiting(connection: Connection, now: datetime, look_again_after: Sequence[float]) -> list[DuePage]:
    """The same, without keeping anything."""
    return _due(_looks(connection, now, look_again_after), now)


def _due(looks: Iterable[tuple[Any, datetime | None]], now: datetime) -> list[DuePage]:
    due = ((row, moment) for row, moment in looks if moment and moment <= now)
    return sorted(DuePage(row.url, row.outlet, row.seen_at if moment == AT_ONCE else moment) for row, moment in due)


def _looks(
    connection: Connection, now: datetime, look_again_after: Sequence[float]
) -> Iterator[tuple[Any, datetime | None]]:
    """The pages that may be due, and from when on each is."""
    item = feed_items.c
    query = sa.select(item.page, item.url, item.outlet, item.updated, item.seen_at, item.next_look)
    rows = {row.page: row for row in connection.execute(query.where(item.next_look <= now))}
    for page, known in _watched(connection, rows):
        watched = known and msgspec.structs.replace(known, updated=rows[page].updated)
        yield rows[page], next_look(watched, look_again_after) if watched else None


def _make_for(connection: Connection, look_again_after: Sequence[float]) -> None:
    """Where the times to look again are others than before, every page is gone through once."""
    times = msgspec.json.encode(look_again_after).decode()
    if making.by(connection, _LIST) != times:
        connection.execute(sa.update(feed_items).values(next_look=AT_ONCE))
        making.put(connection, _LIST, times)


def _watched(connection: Connection, pages: Iterable[str]) -> Iterator[tuple[str, WatchedPage | None]]:
    """What is known of each of these pages but for its ``updated``; None of one that is another's address."""
    for batch in batches.of_ids(pages):
        others = {*connection.scalars(sa.select(aliases.c.page).where(aliases.c.page.in_(batch)))}
        came: dict[str, list[datetime]] = {}
        same: dict[str, list[datetime]] = {}
        failed: dict[str, list[datetime]] = {}
        for page, at, whole in _captured(connection, batch):
            (came if whole else failed).setdefault(page, []).append(at)
        for page, at, state in _ended(connection, batch):
            (failed if state in _FAILED else same).setdefault(page, []).append(at)
        for page in batch:
            known = came.get(page, ()), same.get(page, ()), failed.get(page, ())
            yield page, None if page in others else _page(*known)


def _captured(connection: Connection, pages: Sequence[str]) -> Iterable[Any]:
    table = captures.c
    query = sa.select(table.page, table.fetched_at, table.status.in_(WHOLE)).where(table.page.in_(pages))
    return connection.execute(query)


def _ended(connection: Connection, pages: Sequence[str]) -> Iterable[Any]:
    """Attempts that say something of a page; how using a capture ended is no failure to fetch."""
    table = outcomes.c
    telling = sa.or_(table.state == "unchanged", sa.and_(table.state.in_(_FAILED), table.capture.is_(None)))
    return connection.execute(sa.select(table.page, table.at, table.state).where(table.page.in_(pages), telling))


def _page(came: Sequence[datetime], same: Sequence[datetime], failed: Sequence[datetime]) -> WatchedPage:
    last = max(came, default=None)
    since = [at for at in failed if last is None or at > last]
    return WatchedPage(
        first_captured=min(came, default=None),
        last_captured=last,
        last_unchanged=max(same, default=None),
        first_failed=min(since, default=None),
        last_failed=max(since, default=None),
    )
