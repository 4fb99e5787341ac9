"""Where decisions are laid over readings that were asked for: whoever asks the ledger is told the same."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from reportedly.ledger.articles import rows as article_rows
from reportedly.ledger.judging import grounds
from reportedly.ledger.judging import readings as laid
from reportedly.ledger.readings import back
from reportedly.records import Judgement, Reading


def over(connection: Connection, filed: dict[str, Reading], parts: Collection[back.Part]) -> dict[str, Reading]:
    """Readings by article, of these parts, as they are told; those that were judged are read whole for that."""
    urls = {reading.article.url for reading in filed.values()}
    decided = grounds.on_pages(connection, urls, grounds.TOLD_OTHERWISE)
    judged = [own for own, reading in filed.items() if reading.article.url in decided]
    whole = back.by_article(connection, judged, back.PARTS) if judged else {}
    told = {own: laid.told(reading, decided[reading.article.url]) for own, reading in whole.items()}
    return filed | {own: laid.parts_of(reading, parts) for own, reading in told.items()}


def judged_in(
    connection: Connection, articles: Iterable[str]
) -> list[tuple[Reading, dict[str, tuple[Judgement, ...]]]]:
    """The readings as filed in which something was judged, with the decisions in force by what they are about."""
    known = article_rows.by_id(connection, articles)
    decided = grounds.on_pages(connection, {article.url for article in known.values()})
    judged = [own for own, article in known.items() if article.url in decided]
    filed = back.by_article(connection, judged, back.PARTS) if judged else {}
    return [(reading, laid.matched(reading, decided[reading.article.url])) for reading in filed.values()]
