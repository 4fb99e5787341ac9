"""Readings that were set aside to make room: what a page says in place of what was found in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reportedly.account.wording import counted

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Aside:
    """How many articles' readings were set aside, and the days they are from; None: not known."""

    many: int
    since: date | None
    until: date | None

    @property
    def command(self) -> str:
        """What brings them back."""
        days = (("since", self.since), ("until", self.until))
        return " ".join(("reportedly ledger restore", *(f"--{name} {day}" for name, day in days if day)))

    def __str__(self) -> str:
        """What a page says in place of what was found."""
        of = counted(self.many, "article")
        return f"What was read in {of} was set aside to make room and is missing here. `{self.command}` brings it back."


def aside(ledger: "Ledger", articles: Iterable[str]) -> Aside | None:
    """What of these articles' readings was set aside; None where all are here."""
    days = [one.day for one in ledger.readings.set_aside(articles)]
    return Aside(len(days), min(days), max(days)) if days else None


def aside_within(ledger: "Ledger", since: date | None, until: date | None) -> Aside | None:
    """What of the readings of these days' articles was set aside; None where all are here."""
    many = ledger.upkeep.count_to_restore(since, until)
    return Aside(many, since, until) if many else None
