"""Whether everything adds up: the ledger with itself, and with the archive. It only looks, so it can be stopped."""

from collections.abc import Iterator
from functools import partial

from reportedly.archive import Finding
from reportedly.records import Capture, Fault
from reportedly.session import Session


def check(session: Session, *, deep: bool = False) -> Iterator[Fault]:
    """What does not add up, as it is found; with ``deep`` every archived byte is verified too."""
    ledger, told = session.ledger.upkeep, session.report
    yield from ledger.check_pages(partial(told, "checking the database"))
    yield from ledger.check_pointers(partial(told, "checking what rows point at"))
    yield from ledger.check_search()
    yield from _archive(session, deep=deep)
    yield from ledger.check_texts(partial(told, "checking texts"))
    yield from ledger.check_readings(partial(told, "checking readings"))
    yield from ledger.check_stories()
    yield from ledger.check_evidence(partial(told, "checking what expectations rest on"))
    yield from ledger.check_judgements()


def _archive(session: Session, *, deep: bool) -> Iterator[Fault]:
    captures = _told(session, "verifying captures" if deep else "looking for captures")
    looked = session.archive.verify(captures) if deep else session.archive.glance(captures)
    return (_fault(finding) for finding in looked)


def _told(session: Session, stage: str) -> Iterator[Capture]:
    total = session.ledger.count("captures")
    for done, capture in enumerate(session.ledger.captures.all(), 1):
        yield capture
        session.report(stage, done, total)


def _fault(finding: Finding) -> Fault:
    whose = f"{finding.url}: " if finding.url else ""
    return Fault("archive", f"{finding.warc} at {finding.offset}", f"{whose}{finding.message}")
