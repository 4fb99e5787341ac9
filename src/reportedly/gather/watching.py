"""One round of watching: outlets -> fetch -> archive."""

import msgspec

from reportedly import outlets
from reportedly.fetch import RULES_KEPT, Fetcher
from reportedly.fetch.gone import led_home
from reportedly.gather import collecting, polling
from reportedly.gather.collecting import remember
from reportedly.records import Capture, Exchange, Outcome
from reportedly.run import Run


def watch(run: Run) -> None:
    """Poll the feeds that are due, then archive every announced page that is new, updated or due for another look."""
    adopt(run)
    known = outlets.load(run.desk.outlets)
    run.ledger.outlets.put(known)
    rules = run.ledger.hosts.rules(run.desk.now() - RULES_KEPT)
    with Fetcher(run.desk.settings.fetch, run.desk.clock(), run.ledger.hosts.all(), rules=rules) as fetcher:
        try:
            polling.poll(run, fetcher, known)
            collecting.collect(run, fetcher)
        finally:
            remember(run, fetcher)


def adopt(run: Run) -> None:
    """File the captures that an interrupted run had archived but not yet entered in the ledger, as it would have."""
    watched = {url for outlet in run.ledger.outlets.all() for url in outlet.watched}
    for capture in run.archive.recover(run.ledger.captures.archive_ends()):
        if run.ledger.captures.get(capture.id) is None:
            page = run.archive.exchange(capture)
            # A page filed under its own address may have been asked for at one that looks like a front page's.
            gone = led_home(page) if page.hops and capture.url not in watched else None
            run.ledger.captures.put(capture, None if gone else _ended(page, capture), lost=gone)


def _ended(page: Exchange, capture: Capture) -> Outcome:
    """How the fetch ended, and that it was the run before that did it."""
    said = f"{capture.status}, {capture.length:,} bytes; archived by a run that was stopped, filed by the next"
    known = collecting.told(page)
    return known if known.state == "paywalled" else msgspec.structs.replace(known, message=said)
