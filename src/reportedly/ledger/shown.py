"""Which revision of a page speaks where articles are counted by the names they use: the one the page showed last.

Invariant: of a page's revisions that were read, only the one it showed last has an outlet and a day among its entities,
and no person has: so names are counted by one index, without a look at the articles.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, ungiven
from reportedly.ledger.schema import articles, entities, readings
from reportedly.records import page_id


def mark(connection: Connection, urls: Iterable[str]) -> None:
    """Let the revision that each page showed last, of those read, speak for it; for when that may have changed."""
    read = sa.select(articles.c.page, articles.c.id, articles.c.outlet, articles.c.published)
    read = read.join(readings, readings.c.article == articles.c.id)
    read = read.order_by(articles.c.page, articles.c.turn.desc(), articles.c.revision.desc())
    pages = [*map(page_id, urls)]
    ungiven.mark_pages(connection, pages)
    for batch in batches.of_ids(pages):
        found = connection.execute(read.where(articles.c.page.in_(batch))).all()
        for _, revisions in groupby(found, itemgetter(0)):
            _let_first_speak(connection, [*revisions])


def _let_first_speak(connection: Connection, revisions: Sequence[Any]) -> None:
    if len(revisions) <= 1:
        return
    shown, *others = revisions
    overtaken = sa.update(entities).where(entities.c.article.in_([other.id for other in others]))
    connection.execute(overtaken.values(outlet=None, published=None))
    speaking = sa.update(entities).where(entities.c.article == shown.id, entities.c.kind != "person")
    connection.execute(speaking.values(outlet=shown.outlet, published=shown.published))
