"""How exchange stands with every partner: given, got, owed, failing since when, ending soon."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from reportedly.ledger import Ledger
from reportedly.records import Answer, PactStanding, Partner, Transfer

SOON: Final = timedelta(days=30)
_REPORT: Final = "report"


class Owed(NamedTuple):
    """A withdrawal or correction that a desk has not answered: which report, since when, until when it is to."""

    id: str
    since: datetime
    due: datetime


class With(NamedTuple):
    """One partner under one pact, seen from this desk."""

    standing: PactStanding
    partner: Partner
    given: int
    got: int
    owed: tuple[Owed, ...]
    failing: tuple[Transfer, ...]
    last_given: datetime | None
    last_got: datetime | None

    def to_delete(self, at: datetime) -> bool:
        """Whether the pact is over and says that what came under it is deleted, and it was not."""
        return self.got > 0 and is_to_delete(self.standing, at)

    def ends_soon(self, at: datetime) -> bool:
        """Whether the pact is over within a month."""
        return self.standing.holds(at) and self.standing.pact.terms.ends - at < SOON


def standings(ledger: Ledger, own: str, at: datetime) -> Iterator[With]:
    """Every partner under every pact that binds this desk and that one."""
    answers = ledger.received.answers()
    for standing in ledger.pacts.all():
        if standing.pact.party(own) is None:
            continue
        for party in standing.pact.others(own):
            known = ledger.partners.get(party.desk)
            partner = known or Partner(party.desk, party.name, "", at)
            yield _with(ledger, standing, partner, answers)


def _with(ledger: Ledger, standing: PactStanding, partner: Partner, answers: list[Answer]) -> With:
    given = ledger.offers.given(standing.pact.id, partner.desk)
    failing = [ledger.partners.failing(partner.desk, "gave"), ledger.partners.failing(partner.desk, "got")]
    return With(
        standing=standing,
        partner=partner,
        given=len({own for own, _ in given if own.startswith(_REPORT)}),
        got=ledger.received.count(standing.pact.id, partner.desk),
        owed=tuple(_owed(ledger, standing, partner.desk, given, answers)),
        failing=tuple(one for one in failing if one),
        last_given=ledger.partners.last(partner.desk, "gave"),
        last_got=ledger.partners.last(partner.desk, "got"),
    )


def _owed(
    ledger: Ledger, standing: PactStanding, desk: str, given: set[tuple[str, datetime]], answers: list[Answer]
) -> Iterator[Owed]:
    """What this desk withdrew or corrected, gave so, and has no answer to."""
    answered = {(one.id, one.word) for one in answers if one.by == desk}
    hours = timedelta(hours=standing.pact.terms.answer_hours)
    for one in ledger.reports.of_pact(standing.pact.id):
        word = "withdrawn" if one.state == "withdrawn" else "received"
        told = one.kind == _REPORT and one.state != "usable" and (one.id, one.modified) in given
        if told and (one.id, word) not in answered:
            yield Owed(one.id, one.modified, one.modified + hours)


def is_to_delete(standing: PactStanding, at: datetime) -> bool:
    """Whether a pact is over and says that what was received is deleted."""
    terms = standing.pact.terms
    over = terms.ends if standing.ended is None else min(terms.ends, standing.ended)
    return terms.at_end == "delete" and over <= at


def state(standing: PactStanding, at: datetime) -> str:
    """Whether a pact holds, and until when; else what it waits for, or since when it is over."""
    terms = standing.pact.terms
    if standing.ended is not None and standing.ended <= at:
        return f"ended {standing.ended:%Y-%m-%d}{f': {standing.ended_why}' if standing.ended_why else ''}"
    if standing.missing:
        return f"{', '.join(party.name for party in standing.missing)} still to sign"
    if at < terms.starts:
        return f"begins {terms.starts:%Y-%m-%d}"
    return f"holds until {terms.ends:%Y-%m-%d}" if at < terms.ends else f"over since {terms.ends:%Y-%m-%d}"
