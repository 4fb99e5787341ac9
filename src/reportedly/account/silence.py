"""Outlets that have fallen silent, by their own measure; whether their feeds answer at all is told apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from reportedly.account import health
from reportedly.records import Outlet

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

LOOKED_BACK: Final = timedelta(days=90)  # a quarter: enough for the habit of a weekly paper
SHORTEST: Final = 2  # days: within one, a paper of the morning has not had its turn
HABIT: Final = 3  # gaps from which a habit can be told


@dataclass(frozen=True, slots=True)
class Silence:
    """An outlet of which nothing came since ``last``, though its median gap is ``usual`` days.

    ``longest`` is its longest gap in 90 days. ``feeds`` says how its feeds do: where they fail, the silence may be the
    desk's own deafness.
    """

    outlet: Outlet
    last: date
    lasting: int
    usual: float
    feeds: str
    longest: int


def silent(ledger: "Ledger", days: int, now: datetime) -> list[Silence]:
    """The outlets silent for at least so many days that usually publish more often, the longest silence first.

    An outlet of which nothing came for 90 days is no longer missed.
    """
    return [one for one in _silences(ledger, now) if one.lasting >= days > one.usual]


def beyond_habit(ledger: "Ledger", now: datetime) -> list[Silence]:
    """The outlets silent for longer than they ever were in 90 days, and for two days at least; the longest first."""
    return [one for one in _silences(ledger, now) if one.lasting > max(one.longest, SHORTEST - 1)]


def _silences(ledger: "Ledger", now: datetime) -> list[Silence]:
    """How long each outlet with a habit has been silent, the longest first."""
    today = now.date()
    known, feeds = {own.id: own for own in ledger.outlets.all()}, ledger.outlets.feeds()
    found = [
        Silence(known[own], of[-1], (today - of[-1]).days, usual(of), health.state(feeds[own]), _longest(of))
        for own, of in ledger.outlets.days(today - LOOKED_BACK, today).items()
        if len(of) > HABIT
    ]
    return sorted(found, key=lambda silence: (silence.last, silence.outlet.id))


def usual(days: Sequence[date]) -> float:
    """The median gap, in days, between days on which something came; ``days`` ascend, at least two."""
    return median((later - earlier).days for earlier, later in pairwise(days))


def _longest(days: Sequence[date]) -> int:
    return max((later - earlier).days for earlier, later in pairwise(days))
