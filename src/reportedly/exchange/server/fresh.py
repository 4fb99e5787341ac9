"""What may be given now, not worked out anew for each page: only where anything that it hangs on has changed.

What people decide, how stories are told and whether the pact holds counts at once, in the middle of a paging too.
"""

from collections import OrderedDict, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, NamedTuple

from reportedly.exchange.leaving import Allowed
from reportedly.exchange.offering import Current, Giving, current
from reportedly.ledger.exchange import Ground

OLDEST: Final = timedelta(minutes=1)
"""After this it is worked out anew in any case: a delay may be over meanwhile."""
_KEPT: Final = 50  # receivers under pacts; each has some 100 bytes for each of its objects


class _Kept(NamedTuple):
    ground: Ground
    at: datetime
    now: Current


@dataclass(frozen=True)
class Fresh:
    """What may be given to each receiver under each pact. May be used from many threads."""

    _kept: OrderedDict[tuple[str, str], _Kept] = field(default_factory=OrderedDict)
    _turns: dict[tuple[str, str], Lock] = field(default_factory=lambda: defaultdict(Lock))

    def current(self, giving: Giving, at: datetime, *, goes_on: bool) -> Current:
        """What may be given at a moment; an asking that ``goes_on`` does not look for what is new since it began."""
        key = giving.pact, giving.receiver
        with self._turns[key]:  # one works it out, the others wait for that
            ground, kept = _ground(giving, at), self._kept.get(key)
            if kept is None or _is_over(kept, ground, at, goes_on=goes_on):
                found = current(giving, at)
                kept = _Kept(ground, at, Current(Allowed(), found.versions, found.holds))
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return kept.now


def _is_over(kept: _Kept, ground: Ground, at: datetime, *, goes_on: bool) -> bool:
    changed = kept.ground.decided != ground.decided if goes_on else kept.ground != ground
    return changed or not kept.at <= at < kept.at + OLDEST


def _ground(giving: Giving, at: datetime) -> Ground:
    standing, found = giving.ledger.pacts.get(giving.pact), giving.ledger.offers.ground()
    holds = standing is not None and standing.holds(at)
    return found._replace(decided=(holds, standing and standing.ended, *found.decided))
