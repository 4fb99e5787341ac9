"""All related once more, which should change nothing."""

from reportedly.session import Session


def everything_anew(session: Session) -> None:
    """Let all be gone through, told and followed up again when the desk is next brought up to date."""
    session.ledger.placings.all_stale()
    session.ledger.threads.all_stale()
    session.ledger.following.start_anew()
