"""Pages by any spelling of their addresses: a browser's, a message's, with a fragment or a campaign's mark."""

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly import address
from reportedly.ledger.schema import aliases, articles, captures, outcomes
from reportedly.records import page_id

_WHERE = (articles.c.url, captures.c.url, outcomes.c.url, aliases.c.url)
"""The columns in which addresses of pages stand, those that tell most first."""
_PAGES = (articles.c.page, captures.c.page, outcomes.c.page, aliases.c.page)


def known_as(connection: Connection, url: str) -> str:
    """The address under which the ledger has a page, however ``url`` spells it; ``url`` itself where it has none.

    Only where nothing stands under ``url`` itself are the addresses of its host looked through.
    """
    if any(connection.scalar(sa.select(own).where(own == page_id(url)).limit(1)) for own in _PAGES):
        return _canonical(connection, url)
    meant = address.asked(url)
    names = address.hosts(meant)
    for column in _WHERE if names else ():
        of_host = sa.or_(*(column.contains(f"//{name}/", autoescape=True) for name in names))
        found = connection.scalars(sa.select(column).where(of_host).distinct())
        if same := [other for other in found if address.same_page(other, meant)]:
            return _canonical(connection, min(same, key=lambda other: (_distance(other, meant), other)))
    return url


def _canonical(connection: Connection, url: str) -> str:
    page = connection.scalar(sa.select(aliases.c.canonical).where(aliases.c.page == page_id(url)))
    return page or url


def _distance(other: str, url: str) -> int:
    """0 where both spell the very same address, 1 where it is only taken for the same page."""
    return int(address.plain(other) != address.plain(url))
