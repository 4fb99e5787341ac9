"""Pages whose revisions may be to be compared.

Invariant: a page of several revisions is put down in the transaction that files one of them, a look that shows one or a
reading of one. It is struck off where nothing of it is left to be compared, so a page may stand there for nothing.
"""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches
from reportedly.ledger.schema import articles, uncompared
from reportedly.ledger.upserts import insert_found


def mark(connection: Connection, article_ids: Iterable[str]) -> None:
    """Let the pages of these articles be looked through, those that have several revisions."""
    own = articles.alias("own")
    several = sa.select(articles.c.page, sa.func.max(articles.c.url)).group_by(articles.c.page)
    several = several.having(sa.func.count() > 1)
    for batch in batches.of_ids(article_ids):
        pages = sa.select(own.c.page).where(own.c.id.in_(batch))
        insert_found(connection, uncompared, ("page", "url"), several.where(articles.c.page.in_(pages)))


def pages(connection: Connection) -> dict[str, str]:
    """These pages by their ids, in the order of their addresses."""
    query = sa.select(uncompared.c.page, uncompared.c.url).order_by(uncompared.c.url)
    return {row.page: row.url for row in connection.execute(query)}


def strike(connection: Connection, page_ids: Iterable[str]) -> None:
    """Take off pages of which nothing is left to be compared."""
    for batch in batches.of_ids(page_ids):
        connection.execute(sa.delete(uncompared).where(uncompared.c.page.in_(batch)))
