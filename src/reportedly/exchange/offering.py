"""What is there for a receiver under a pact: kept up to date, and given out from one place in order.

Whatever is given is in ``Current``, which follows from ``leaving.allowed`` and from the log of what was served, and
from nothing else. So an end in the middle of a paging, or a label that was put on meanwhile, holds for the next page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from reportedly.exchange import passing
from reportedly.exchange.afterwards import After, concerns
from reportedly.exchange.canonical import canonical
from reportedly.exchange.drafting import Drafter, constants
from reportedly.exchange.leaving import Allowed, Asking, allowed
from reportedly.exchange.own import Own
from reportedly.exchange.stages import Stages
from reportedly.exchange.stix import extension, ids, markings, report
from reportedly.ledger import Ledger
from reportedly.records import Offer, PactStanding, ReportVersion, Served, Way

_CONSTANT = "constant"
_LABELS = frozenset(markings.TLP.values())


@dataclass(frozen=True)
class Giving:
    """A desk that gives to a receiver under a pact."""

    ledger: Ledger
    own: Own
    standing: PactStanding
    receiver: str
    stages: Stages

    @property
    def pact(self) -> str:
        """The id of the pact."""
        return self.standing.pact.id

    def asking(self, at: datetime) -> Asking:
        """Who would be told at a moment; the pact is looked up anew, for it may have ended since."""
        standing = self.ledger.pacts.get(self.pact) or self.standing
        return Asking(standing, self.own.desk, self.receiver, at)


@dataclass(frozen=True)
class Current:
    """What may be given now: of each object the one version, and what of the scope is held back.

    ``holds`` says whether the pact does; where not, only what was given before is left, withdrawn or corrected.
    """

    allowed: Allowed
    versions: Mapping[str, datetime] = field(default_factory=dict)
    holds: bool = False


class Page(NamedTuple):
    """Some offers in their order, and whether there are more behind them."""

    offers: tuple[Offer, ...]
    more: bool


def current(giving: Giving, at: datetime) -> Current:
    """What may be given now; what is new of it is filed and offered."""
    asking, since = giving.asking(at), giving.ledger.offers.last()
    found = allowed(giving.ledger, asking, giving.stages)
    drafter = Drafter(giving.ledger, giving.own, asking.standing, at)
    holds = asking.shared() is not None
    told = drafter.file(found) if holds else []
    late = After(giving.ledger, asking, drafter, giving.stages).said(told)
    served = giving.ledger.offers.given(giving.pact, giving.receiver)
    reached = {own for own, _ in served}
    tombs = [one for one in late if concerns(one) in reached]
    again = [one for version in told if version.generation for one in _again(giving, drafter, version, reached)]
    answers = _answers(giving, drafter) if asking.standing.pact.party(giving.receiver) else []
    onward = passing.passed(giving.ledger, asking, reached)
    own = [*told, *again, *answers, *tombs]
    bodies = [*(one.body for one in own), *(one.body for one in onward)]
    fixed = _constants(giving, asking.standing, bodies) if holds or tombs else []
    versions = [*fixed, *own]
    keys = [*((one.id, one.modified) for one in versions), *((one.id, one.modified) for one in onward)]
    giving.ledger.offers.put(giving.pact, giving.receiver, keys, at, since=since)
    return Current(found, dict(keys), holds)


def page(giving: Giving, now: Current, *, seq: int = 0, added: datetime | None = None, limit: int = 100) -> Page:
    """The offers behind a place that may be given now, each object in its one version that counts.

    One more is looked for than is given: ``more`` is only said where there is.
    """
    kept = list[Offer]()
    while len(kept) <= limit:
        some = giving.ledger.offers.after(giving.pact, giving.receiver, seq=seq, added=added, limit=max(limit, 100))
        kept += [one for one in some if now.versions.get(one.id) == one.modified]
        if not some:
            break
        seq = some[-1].seq
    return Page(tuple(kept[:limit]), len(kept) > limit)


def note_served(giving: Giving, offers: Sequence[Offer], way: Way, at: datetime) -> None:
    """Put down what is about to go, before it goes."""
    lines = [Served(giving.pact, giving.receiver, one.id, one.modified, at, way) for one in offers]
    giving.ledger.offers.note_served(lines)


def _again(giving: Giving, drafter: Drafter, one: ReportVersion, reached: set[str]) -> list[ReportVersion]:
    """That a report stands in the place of a withdrawn one, where the receiver has that."""
    if one.kind != report.KIND:
        return []
    old = ids.object_id(one.kind, giving.own.desk, one.about, one.generation - 1)
    return drafter.again(one, old) if old in reached else []


def _answers(giving: Giving, drafter: Drafter) -> list[ReportVersion]:
    """What this desk answers to the receiver's withdrawals and corrections."""
    mine = {(one.id, one.word) for one in giving.ledger.received.answers(giving.own.desk)}
    came = giving.ledger.received.receipts(own for own, _ in mine)
    due = sorted((own, word) for own, word in mine if giving.receiver in {one.sender for one in came.get(own, [])})
    return [version for own, word in due for version in drafter.answer(own, word)]


def _constants(giving: Giving, standing: PactStanding, bodies: Sequence[str]) -> list[ReportVersion]:
    """What all parties write alike; filed as it stands. Labels that nothing has do not go.

    Importers (misp-stix) put all labels that come along on whatever comes with them.
    """
    fixed = [
        ReportVersion(one["id"], _made(one), "", _CONSTANT, one["id"], 0, "", canonical(one).decode())
        for one in constants(standing)
        if one["id"] not in _LABELS or any(one["id"] in body for body in bodies)
    ]
    giving.ledger.reports.fix(fixed)
    return fixed


def _made(one: extension.Object) -> datetime:
    return ids.moment_of(one.get("modified") or one.get("created") or "2022-10-01T00:00:00.000Z")
