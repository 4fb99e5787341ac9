"""Pages out of archives that others made, filed as captures of our own."""

from pathlib import Path

from reportedly.archive import capture_id, foreign
from reportedly.gather.watching import adopt
from reportedly.records import Exchange, Outcome
from reportedly.session import Session


def take_pages(session: Session, path: Path) -> tuple[int, int]:
    """How many HTML pages of a WARC or WACZ file were usable, and how many records were not.

    Pages are archived and entered in the ledger, unless they are there; each is on the disk before it is in the
    ledger, so an import may be stopped and done again. The record in our archive, and an outcome in the ledger, say
    where the page comes from. Raises ``BadInput`` where the file cannot be opened.
    """
    adopt(session)
    pages = refused = 0
    for page in foreign.captures(path, session.desk.now()):
        if isinstance(page, Outcome):
            session.ledger.outcomes.put(page)
            refused += 1
        else:
            _take(session, page)
            pages += 1
        session.report(f"importing {path.name}", pages + refused, None)
    return pages, refused


def _take(session: Session, page: Exchange) -> None:
    if session.ledger.captures.get(capture_id(page)) is not None:
        return
    session.ledger.captures.put(session.archive.write(page))
    session.ledger.outcomes.put(Outcome(page.url, page.fetched_at, "fetched", f"imported from {page.origin}"))
