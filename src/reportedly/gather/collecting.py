"""Collecting: the announced pages that are new, updated or due for another look."""

from reportedly.fetch import Fetcher, Request
from reportedly.history import led_home
from reportedly.records import Exchange, Outcome
from reportedly.run import Run


def collect(run: Run, fetcher: Fetcher) -> None:
    """Ask for the pages that are due and archive what comes."""
    due = list(run.ledger.pages_to_fetch(run.desk.now(), run.desk.settings.fetch.look_again_after))
    for done, (_, answer) in enumerate(fetcher.get_all(Request(url) for url, _ in due), 1):
        if isinstance(answer, Exchange):
            _keep(run, answer)
        else:
            run.ledger.put_outcome(answer)
        run.report("fetching pages", done, len(due))


def _keep(run: Run, answer: Exchange) -> None:
    """Archive what came; a front page in place of an article is evidence that the article is gone, and no article."""
    capture = run.archive.write(answer)
    run.ledger.put_capture(capture)
    gone = led_home(answer)
    if gone:
        run.ledger.mark_extracted(capture.id, gone)
    else:
        run.ledger.put_outcome(fetched(answer))


def fetched(exchange: Exchange) -> Outcome:
    """The outcome of an exchange that brought what was asked for."""
    return Outcome(exchange.url, exchange.fetched_at, "fetched", f"{exchange.status}, {len(exchange.body):,} bytes")
