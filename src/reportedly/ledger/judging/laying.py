"""Where decisions are laid over readings that were asked for: whoever asks the ledger is told the same."""

from collections.abc import Collection

from sqlalchemy import Connection

from reportedly.ledger.judging import grounds
from reportedly.ledger.judging import readings as laid
from reportedly.ledger.readings import back
from reportedly.records import Reading


def over(connection: Connection, filed: dict[str, Reading], parts: Collection[back.Part]) -> dict[str, Reading]:
    """Readings by article, of these parts, as they are told; those that were judged are read whole for that."""
    urls = {reading.article.url for reading in filed.values()}
    decided = grounds.on_pages(connection, urls, grounds.TOLD_OTHERWISE)
    judged = [own for own, reading in filed.items() if reading.article.url in decided]
    whole = back.by_article(connection, judged, back.PARTS) if judged else {}
    told = {own: laid.told(reading, decided[reading.article.url]) for own, reading in whole.items()}
    return filed | {own: laid.parts_of(reading, parts) for own, reading in told.items()}
