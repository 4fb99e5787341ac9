"""Pages out of archives that others made, filed as captures of our own."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec

from reportedly.archive import capture_id, foreign
from reportedly.errors import DamagedArchive
from reportedly.gather.arrivals import Arrivals
from reportedly.gather.watching import enter
from reportedly.records import Exchange, Outcome, header
from reportedly.session import Session


class Pages(NamedTuple):
    """How many pages were usable and how many records were not; how many were passed over, by what they are."""

    filed: int
    refused: int
    passed_over: Counter[str]


def take_pages(session: Session, path: Path) -> Pages:
    """File the pages of a WARC, ARC or WACZ file; gives how many came of it.

    Pages are archived and entered in the ledger, unless they are there; each is on the disk before it is in the
    ledger, so an import may be stopped and done again. The record in our archive, and an outcome in the ledger, say
    where the page comes from. Raises ``BadInput`` where the file cannot be opened.
    """
    enter(session)
    arrivals, filed, refused = Arrivals(session), 0, 0
    passed: Counter[str] = Counter()
    for found in foreign.captures(path, session.desk.now()):
        page = _seen_again(session, found) if isinstance(found, foreign.Again) else found
        if isinstance(page, foreign.PassedOver):
            passed[page.kind] += 1
        elif isinstance(page, Outcome):
            session.ledger.outcomes.put(page)
            refused += 1
        else:
            _take(session, arrivals, page)
            filed += 1
        session.report(f"importing {path.name}", filed + refused, None)
    session.archive.settle()
    return Pages(filed, refused, passed)


def _take(session: Session, arrivals: Arrivals, page: Exchange) -> None:
    own = capture_id(page)
    if session.archive.waiting(own) or session.ledger.captures.get(own) is not None:
        return
    came = Outcome(page.url, page.fetched_at, "fetched", f"imported from {page.origin}")
    arrivals.keep(page, came)


def _seen_again(session: Session, again: foreign.Again) -> Exchange | foreign.PassedOver:
    """The page with the bytes that it had before; they stand in our archive by now, or nowhere."""
    earlier = session.archive.waiting(again.sha256) or session.ledger.captures.first_with(again.sha256)
    try:
        known = session.archive.exchange(earlier) if earlier else None
    except DamagedArchive:
        known = None  # `verify` tells of it
    if known is None:
        return foreign.PassedOver(foreign.Kind.again, again.url)
    same = again.headers and header(again.headers, "content-encoding") == known.header("content-encoding")
    return msgspec.structs.replace(
        known,
        url=again.url,
        fetched_at=again.fetched_at,
        status=again.status,
        reason=again.reason,
        response_headers=again.headers if same else known.response_headers,
        landed=None,
        hops=(),
        origin=again.origin,
    )
