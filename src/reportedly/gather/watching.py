"""One round of watching: outlets -> fetch -> archive."""

from reportedly import outlets
from reportedly.fetch import RULES_KEPT, Fetcher
from reportedly.gather import collecting, polling
from reportedly.gather.collecting import remember
from reportedly.records import Outcome
from reportedly.run import Run


def watch(run: Run) -> None:
    """Poll the feeds that are due, then archive every announced page that is new, updated or due for another look."""
    adopt(run)
    known = outlets.load(run.desk.outlets)
    run.ledger.put_outlets(known)
    rules = run.ledger.rules(run.desk.now() - RULES_KEPT)
    with Fetcher(run.desk.settings.fetch, run.desk.clock(), run.ledger.hosts(), rules=rules) as fetcher:
        try:
            polling.poll(run, fetcher, known)
            collecting.collect(run, fetcher)
        finally:
            remember(run, fetcher)


def adopt(run: Run) -> None:
    """File the captures that an interrupted run had archived but not yet entered in the ledger."""
    for capture in run.archive.recover(run.ledger.archive_ends()):
        if run.ledger.capture(capture.id) is None:
            told = f"{capture.status}, {capture.length:,} bytes; archived by a run that was stopped, filed by the next"
            run.ledger.put_capture(capture, Outcome(capture.url, capture.fetched_at, "fetched", told))
