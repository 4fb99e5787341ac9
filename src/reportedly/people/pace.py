"""How often somebody may ask: so many requests a minute, with as many saved up for a burst."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import Final

MOST: Final = 20_000  # askers that are remembered; those longest away are forgotten, and begin with a full minute


class Pace:
    """The requests left to each asker. May be used from many threads."""

    def __init__(self, a_minute: int) -> None:
        self._a_minute = float(a_minute)
        self._left: OrderedDict[str, tuple[float, datetime]] = OrderedDict()
        self._lock = Lock()

    def take(self, asker: str, at: datetime) -> float:
        """Take one request of theirs: 0 where there was one, else the seconds until there will be."""
        with self._lock:
            left, since = self._left.get(asker, (self._a_minute, at))
            left = min(self._a_minute, left + (at - since).total_seconds() * self._a_minute / 60)
            granted = left >= 1
            self._left[asker] = (left - 1 if granted else left, at)
            self._left.move_to_end(asker)
            if len(self._left) > MOST:
                self._left.popitem(last=False)
        return 0.0 if granted else (1 - left) * 60 / self._a_minute
