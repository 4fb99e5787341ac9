"""Partners asked by themselves, as feeds are: those that are due, never all too often, never for all too long."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from reportedly.clock import Clock
from reportedly.exchange.client.polling import Asked, poll
from reportedly.exchange.client.remote import Ask
from reportedly.ledger import Ledger
from reportedly.records import Partner

LASTING: Final = timedelta(minutes=10)
"""How long one partner is asked at most for what it gives under one pact; what is left comes with the next round."""
_SELDOM: Final = timedelta(hours=6)
_PATIENCE: Final = 4  # asked again after a quarter of the time for which it has failed


def due(ledger: Ledger, every: timedelta, at: datetime) -> list[Partner]:
    """The partners to be asked now: those whose server is known, and that were not asked within ``every``.

    One that fails is asked after ever longer, but at least every six hours.
    """
    return [one for one in ledger.partners.all() if one.address and _is_due(ledger, one, every, at)]


def _is_due(ledger: Ledger, partner: Partner, every: timedelta, at: datetime) -> bool:
    last, failing = ledger.partners.asked(partner.desk), ledger.partners.failing(partner.desk, "got")
    patient = min((at - failing.at) / _PATIENCE, _SELDOM) if failing else every
    return last is None or not last <= at < last + max(every, patient)


def ask_due(ledger: Ledger, own: str, ask: Ask, now: Clock, every: timedelta) -> Iterator[Asked]:
    """Ask all who are due for all that they give; what fails is put down, and holds nobody else up."""
    for partner in due(ledger, every, now()):
        yield from poll(ledger, own, partner, ask, now, lasting=LASTING)
