"""Looking at pages somebody asks for by hand: fetched now, politely and guarded as all others, and archived."""

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.archive.foreign import replayed
from reportedly.fetch import Request
from reportedly.gather.arrivals import Arrivals
from reportedly.gather.collecting import keep, remember
from reportedly.gather.watching import asking
from reportedly.records import Capture, Exchange, Outcome
from reportedly.session import Session


def look(session: Session, urls: Iterable[str]) -> Iterator[tuple[str, Capture | Outcome]]:
    """What came of each address, as it comes: a capture of a page, filed; or an outcome, also filed, that says why not.

    A page that was archived before is asked whether it changed: its outcome is ``unchanged`` where it did not. A page
    of a web archive is filed under its own address and dated as it was taken.
    """
    asked = _asked(session, dict.fromkeys(urls))
    with asking(session) as fetcher:
        try:
            for done, (request, answer) in enumerate(fetcher.get_all(asked), 1):
                yield asked[request], _kept(session, answer)
                remember(session, fetcher)
                session.report("fetching pages", done, len(asked))
        finally:
            remember(session, fetcher)


def _asked(session: Session, urls: Iterable[str]) -> dict[Request, str]:
    """For each page what to ask, and the address it was named by."""
    own = session.ledger.pages.canonical(urls)
    marks = session.ledger.pages.marks(own.get(url, url) for url in urls)
    pages = {own.get(url, url): url for url in reversed(list(urls))}
    return {Request(page, *marks.get(page, (None, None))): url for page, url in reversed(pages.items())}


def _kept(session: Session, answer: Exchange | Outcome) -> Capture | Outcome:
    if isinstance(answer, Exchange):
        kept = keep(Arrivals(session), _original(answer))
        session.archive.settle()
        return (session.ledger.captures.get(kept.id) or kept) if isinstance(kept, Capture) else kept
    session.ledger.outcomes.put(answer)
    return answer


def _original(answer: Exchange) -> Exchange:
    """The page as it was on the web, where a web archive answered for it."""
    shown = replayed(answer.landed or answer.url) or replayed(answer.url)
    if shown is None:
        return answer
    origin = f"{answer.landed or answer.url}, asked for at {answer.fetched_at:%Y-%m-%dT%H:%M:%SZ}"
    return msgspec.structs.replace(answer, url=shown.url, fetched_at=shown.at, landed=None, hops=(), origin=origin)
