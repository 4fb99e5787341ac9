"""Decisions laid over what articles are found by: whoever asks for a certainty or a root finds what is told."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.ledger import batches, search
from reportedly.ledger.judging import grounds
from reportedly.ledger.judging import readings as laid
from reportedly.ledger.readings import back
from reportedly.ledger.schema import articles
from reportedly.records import page_id


def lay(connection: Connection, urls: Iterable[str]) -> dict[int, set[str]]:
    """Mark the articles of those of these pages that were judged, once they are marked with what was filed.

    Gives their marks by place.
    """
    marked: dict[int, set[str]] = {}
    decided = grounds.on_pages(connection, urls, grounds.TOLD_OTHERWISE)
    own = sa.select(articles.c.id)
    for some in batches.of_ids(map(page_id, decided)):
        ids = connection.scalars(own.where(articles.c.page.in_(some))).all()
        filed = back.by_article(connection, ids, back.PARTS).values()
        marked |= search.mark_told(connection, [laid.told(reading, decided[reading.article.url]) for reading in filed])
    return marked
