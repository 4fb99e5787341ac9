"""What may be given now, not worked out anew for each page: only where anything that it hangs on has changed."""

from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, NamedTuple

from reportedly.exchange.leaving import Allowed
from reportedly.exchange.offering import Current, Giving, current

OLDEST: Final = timedelta(minutes=1)
"""After this it is worked out anew in any case: a delay may be over meanwhile."""
_KEPT: Final = 50  # receivers under pacts; each has some 100 bytes for each of its objects


class _Kept(NamedTuple):
    ground: tuple[object, ...]
    at: datetime
    now: Current


@dataclass(frozen=True)
class Fresh:
    """What may be given to each receiver under each pact. May be used from many threads."""

    _kept: OrderedDict[tuple[str, str], _Kept] = field(default_factory=OrderedDict)
    _turns: dict[tuple[str, str], Lock] = field(default_factory=lambda: defaultdict(Lock))

    def current(self, giving: Giving, at: datetime) -> Current:
        """What may be given at a moment."""
        key = giving.pact, giving.receiver
        with self._turns[key]:  # one works it out, the others wait for that
            ground = _ground(giving, at)
            kept = self._kept.get(key)
            if kept is None or kept.ground != ground or not kept.at <= at < kept.at + OLDEST:
                found = current(giving, at)
                kept = _Kept(ground, at, Current(Allowed(), found.versions, found.holds))
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return kept.now


def _ground(giving: Giving, at: datetime) -> tuple[object, ...]:
    standing = giving.ledger.pacts.get(giving.pact)
    holds = standing is not None and standing.holds(at)
    return (holds, standing and standing.ended, *giving.ledger.offers.ground())
