"""What gathering asks and remembers of hosts, pages and feeds; and how each outlet fares."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger.once import chunks, insert_or_update
from reportedly.ledger.schema import aliases, feed_items, feed_states, host_rules, host_states, outlets, page_marks
from reportedly.ledger.view import FeedState, OutletHealth
from reportedly.ledger.work import record
from reportedly.records import HostRules, HostState

LATELY = timedelta(days=14)
"""Over which the articles of an outlet are counted: two weekends."""


def put_hosts(connection: Connection, states: Iterable[HostState]) -> None:
    """Remember how hosts fare; one that answered again is forgotten."""
    given = tuple(states)
    fine = [state.host for state in given if not state.failures and not state.not_before]
    for chunk in chunks(fine):
        connection.execute(sa.delete(host_states).where(host_states.c.host.in_(chunk)))
    fields = HostState.__struct_fields__
    rows = [{name: getattr(state, name) for name in fields} for state in given if state.failures or state.not_before]
    insert_or_update(connection, host_states, rows, "host", set(fields) - {"host"})


def hosts(connection: Connection) -> tuple[HostState, ...]:
    """The hosts that failed or asked to be left alone."""
    rows = connection.execute(sa.select(host_states).order_by(host_states.c.host)).mappings()
    return tuple(record(HostState, row) for row in rows)


def put_rules(connection: Connection, rules: Iterable[HostRules]) -> None:
    """Remember the robots.txt of hosts."""
    fields = HostRules.__struct_fields__
    rows = [{name: getattr(one, name) for name in fields} for one in rules]
    insert_or_update(connection, host_rules, rows, "origin", set(fields) - {"origin"})


def rules(connection: Connection, since: datetime) -> tuple[HostRules, ...]:
    """The robots.txt of the hosts that were asked for it since then."""
    query = sa.select(host_rules).where(host_rules.c.asked_at >= since).order_by(host_rules.c.origin)
    return tuple(record(HostRules, row) for row in connection.execute(query).mappings())


def put_marks(connection: Connection, url: str, etag: str | None, last_modified: str | None) -> None:
    """Remember a page's marks; a page without any is forgotten."""
    if etag or last_modified:
        row = {"url": url, "etag": etag, "last_modified": last_modified}
        insert_or_update(connection, page_marks, [row], "url", {"etag", "last_modified"})
    else:
        connection.execute(sa.delete(page_marks).where(page_marks.c.url == url))


def marks(connection: Connection, urls: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """ETag and Last-Modified of the pages that have them."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for chunk in chunks(urls):
        for row in connection.execute(sa.select(page_marks).where(page_marks.c.url.in_(chunk))):
            found[row.url] = (row.etag, row.last_modified)
    return found


def put_alias(connection: Connection, url: str, canonical: str) -> None:
    """Remember that ``url`` is another address of ``canonical``."""
    insert_or_update(connection, aliases, [{"url": url, "canonical": canonical}], "url", {"canonical"})


def canonical(connection: Connection, urls: Iterable[str]) -> dict[str, str]:
    """The page behind each address that is known to be another one's."""
    found: dict[str, str] = {}
    for chunk in chunks(urls):
        for row in connection.execute(sa.select(aliases).where(aliases.c.url.in_(chunk))):
            found[row.url] = row.canonical
    return found


def health(connection: Connection, now: datetime) -> list[OutletHealth]:
    """How watching each outlet goes, in the order of their ids."""
    watched = connection.execute(sa.select(outlets).order_by(outlets.c.id)).mappings().all()
    states = {row["url"]: record(FeedState, row) for row in connection.execute(sa.select(feed_states)).mappings()}
    came = _came(connection, now)
    found = []
    for row in watched:
        feeds = [states[url] for url in (*row["feeds"], *row["sitemaps"], *row["pages"]) if url in states]
        newest, many, first = came.get(row["id"], (None, 0, None))
        found.append(OutletHealth(row["id"], now, tuple(feeds), newest, _a_day(many, first, now)))
    return found


Came = tuple[datetime | None, int, datetime | None]


def _came(connection: Connection, now: datetime) -> dict[str, Came]:
    """By outlet: its newest article until now, how many came lately, and when the first of these did."""
    when = sa.func.coalesce(feed_items.c.published, feed_items.c.seen_at, type_=feed_items.c.published.type)
    known = sa.select(feed_items.c.outlet, when.label("at")).subquery()
    late = sa.case((known.c.at > now - LATELY, known.c.at), else_=None)
    query = sa.select(known.c.outlet, sa.func.max(known.c.at), sa.func.count(late), sa.func.min(late))
    query = query.where(known.c.at <= now).group_by(known.c.outlet)
    return {row[0]: (row[1], row[2], row[3]) for row in connection.execute(query)}


def _a_day(many: int, first: datetime | None, now: datetime) -> float:
    return many / max(1.0, (now - first) / timedelta(days=1)) if first else 0.0
