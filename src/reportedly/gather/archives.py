"""Pages out of archives that others made, filed as captures of our own."""

from pathlib import Path

from reportedly.archive import capture_id, foreign
from reportedly.gather.watching import adopt
from reportedly.records import Exchange, Outcome
from reportedly.run import Run


def take_pages(run: Run, path: Path) -> tuple[int, int]:
    """Archive the HTML pages of a WARC or WACZ file and enter them in the ledger, unless they are there.

    Gives how many pages were usable, and how many records were not. Each page is on the disk before it is in the
    ledger, so an import may be stopped and done again. The record in our archive, and an outcome in the ledger, say
    where the page comes from. Raises ``BadInput`` where the file cannot be opened.
    """
    adopt(run)
    pages = refused = 0
    for found in foreign.captures(path, run.desk.now()):
        if isinstance(found, Outcome):
            run.ledger.outcomes.put(found)
            refused += 1
        else:
            _take(run, found)
            pages += 1
        run.report(f"importing {path.name}", pages + refused, None)
    return pages, refused


def _take(run: Run, page: Exchange) -> None:
    if run.ledger.captures.get(capture_id(page)) is not None:
        return
    run.ledger.captures.put(run.archive.write(page))
    run.ledger.outcomes.put(Outcome(page.url, page.fetched_at, "fetched", f"imported from {page.origin}"))
