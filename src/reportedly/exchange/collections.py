"""One collection a pact and direction, under the same id and title at both desks."""

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.exchange.stix import ids
from reportedly.ledger import Ledger
from reportedly.records import PactParty, PactStanding

_SHORT = 9  # letters of a pact's id in a title


class Collection(NamedTuple):
    """What one party gives another under a pact."""

    standing: PactStanding
    giver: PactParty
    receiver: PactParty

    @property
    def id(self) -> str:
        """Its id: made of the pact's and of the two keys."""
        return ids.shared_id("collection", "|".join(self._names)).partition("--")[2]

    @property
    def _names(self) -> tuple[str, str, str]:
        return self.standing.pact.id, self.giver.desk, self.receiver.desk

    @property
    def title(self) -> str:
        """Its title, which no other has: programs look collections up by it."""
        pact = self.standing.pact
        return f"{pact.title}: {self.giver.name} to {self.receiver.name} ({pact.id[:_SHORT]})"

    @property
    def description(self) -> str:
        """What is in it, in words."""
        terms = self.standing.pact.terms
        return (
            f"What {self.giver.name} gives {self.receiver.name} under the pact “{self.standing.pact.title}” until "
            f"{terms.ends:%Y-%m-%d}; afterwards only what is withdrawn or corrected of it."
        )


def between(ledger: Ledger, own: str, other: str) -> Iterator[Collection]:
    """The collections of two desks, both directions of each pact that all parties signed."""
    for standing in ledger.pacts.all():
        this, that = standing.pact.party(own), standing.pact.party(other)
        if this and that and this != that and not standing.missing:
            yield Collection(standing, this, that)
            yield Collection(standing, that, this)
