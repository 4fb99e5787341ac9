"""Pages by any spelling of their addresses: a browser's, a message's, with a fragment or a campaign's mark.

Invariant: an address under which anything stands is noted in the transaction that files that, by what all addresses of
one page have in common.
"""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly import address
from reportedly.ledger.schema import aliases, articles, captures, outcomes, spellings
from reportedly.ledger.upserts import insert_new
from reportedly.records import content_id, page_id

_PAGES = (articles.c.page, captures.c.page, outcomes.c.page, aliases.c.page)
"""The columns in which pages stand, those that tell most first."""


def note(connection: Connection, urls: Iterable[str]) -> None:
    """Let these addresses be found by any spelling."""
    known = {url: place_of(url) for url in urls}
    rows = [{"page": page_id(url), "url": url, "place": place} for url, place in known.items() if place]
    insert_new(connection, spellings, rows, "page")


def place_of(url: str) -> str | None:
    """The id of the place on the web that an address leads to in any spelling; None where it is no web address."""
    common = address.key(url)
    return content_id("w", common) if common else None


def known_as(connection: Connection, url: str) -> str:
    """The address under which the ledger has a page, however ``url`` spells it; ``url`` itself where it has none."""
    if any(_stands(connection, column, url) for column in _PAGES):
        return _canonical(connection, url)
    meant = address.asked(url)
    same = connection.scalars(sa.select(spellings.c.url).where(spellings.c.place == place_of(meant))).all()
    for column in _PAGES:
        if held := [other for other in same if _stands(connection, column, other)]:
            return _canonical(connection, min(held, key=lambda other: (_distance(other, meant), other)))
    return url


def _stands(connection: Connection, column: sa.Column[str], url: str) -> bool:
    return connection.scalar(sa.select(column).where(column == page_id(url)).limit(1)) is not None


def _canonical(connection: Connection, url: str) -> str:
    page = connection.scalar(sa.select(aliases.c.canonical).where(aliases.c.page == page_id(url)))
    return page or url


def _distance(other: str, url: str) -> int:
    """0 where both spell the very same address, 1 where it is only taken for the same page."""
    return int(address.plain(other) != address.plain(url))
