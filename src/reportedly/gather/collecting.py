"""Collecting: the announced pages that are new, updated or due for another look."""

from reportedly.fetch import Fetcher, Request
from reportedly.records import Exchange, Outcome
from reportedly.run import Run


def collect(run: Run, fetcher: Fetcher) -> None:
    """Ask for the pages that are due and archive what comes."""
    due = list(run.ledger.pages_to_fetch(run.desk.now(), run.desk.settings.fetch.look_again_after))
    for done, (_, answer) in enumerate(fetcher.get_all(Request(url) for url, _ in due), 1):
        if isinstance(answer, Exchange):
            run.ledger.put_capture(run.archive.write(answer))
        run.ledger.put_outcome(fetched(answer) if isinstance(answer, Exchange) else answer)
        run.report("fetching pages", done, len(due))


def fetched(exchange: Exchange) -> Outcome:
    """The outcome of an exchange that brought what was asked for."""
    return Outcome(exchange.url, exchange.fetched_at, "fetched", f"{exchange.status}, {len(exchange.body):,} bytes")
