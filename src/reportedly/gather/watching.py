"""One round of watching: outlets -> fetch -> archive."""

import msgspec

from reportedly import outlets
from reportedly.fetch import RULES_KEPT, Fetcher
from reportedly.fetch.gone import led_home
from reportedly.gather import collecting, polling
from reportedly.gather.collecting import remember
from reportedly.records import Capture, Exchange, Outcome, Outlet
from reportedly.session import Session, on_duty


@on_duty
def watch(session: Session, *, waits: bool = False) -> bool:
    """Poll the feeds that are due, then archive every announced page that is new, updated or due for another look.

    With ``waits`` no more pages than the stages behind it can be expected to take up soon (``fetch.most_waiting``);
    gives whether some were left for that.
    """
    known = enter(session)
    with asking(session) as fetcher:
        try:
            polling.poll(session, fetcher, known)
            return collecting.collect(session, fetcher, waits=waits)
        finally:
            remember(session, fetcher)


def asking(session: Session) -> Fetcher:
    """A fetcher that knows how hosts fared, and keeps to one pace with all others that share the ledger."""
    hosts, desk = session.ledger.hosts, session.desk
    rules = hosts.rules(desk.now() - RULES_KEPT)
    return Fetcher(desk.settings.fetch, desk.clock(), hosts.all(), rules=rules, reserve=hosts.reserve)


def enter(session: Session) -> tuple[Outlet, ...]:
    """The desk's outlets, entered in the ledger as their files are now; what a stopped run left is filed first."""
    adopt(session)
    known = outlets.load(session.desk.outlets)
    session.ledger.outlets.put(known)
    return known


def adopt(session: Session) -> None:
    """File the captures that an interrupted run had archived but not yet entered in the ledger, as it would have."""
    watched = {url for outlet in session.ledger.outlets.all() for url in outlet.watched}
    for capture in session.archive.recover(session.ledger.captures.last_in):
        if session.ledger.captures.get(capture.id) is None:
            page = session.archive.exchange(capture)
            # A page filed under its own address may have been asked for at one that looks like a front page's.
            gone = led_home(page) if page.hops and capture.url not in watched else None
            session.ledger.captures.put(capture, None if gone else _ended(page, capture), lost=gone)


def _ended(page: Exchange, capture: Capture) -> Outcome:
    """How the fetch ended, and that it was the run before that did it."""
    message = f"{capture.status}, {capture.length:,} bytes; archived by a run that was stopped, filed by the next"
    known = collecting.outcome_of(page)
    return known if known.state == "paywalled" else msgspec.structs.replace(known, message=message)
