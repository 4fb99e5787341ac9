"""Politeness: no host is asked faster than it wishes."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from reportedly.fetch.http.failures import NoPage

LONGEST_DELAY = 60.0  # seconds between two requests, whatever robots.txt wishes: a run must end
LOOK = 0.05  # seconds between looks at a host that another thread is asking, which only redirects lead to


Reserve = Callable[[str, float], float]
"""Reserves the next moment at which a host may be asked; the one after is so many seconds later. Gives how far off."""


def at_once(_host: str, _delay: float) -> float:
    """Nobody else asks hosts."""
    return 0.0


class Pace:
    """When each host may be asked next. Safe to use from many threads.

    One request at a time, and the time between two is counted from the end of the first: neither a slow answer nor a
    busy machine can make them come closer to each other at the host. Other processes keep to the same pace where all
    ``reserve`` their turns in one place; between those it is counted from the beginning.
    """

    def __init__(
        self, stop: threading.Event, usual: float = 0.0, asked: Iterable[str] = (), reserve: Reserve = at_once
    ) -> None:
        """``usual``: the seconds most hosts get; ``asked``: hosts that an earlier run may have asked a moment ago."""
        self._stop = stop
        self._usual = usual
        self._reserve = reserve
        self._lock = threading.Lock()
        self._busy: set[str] = set()
        self._ended = dict.fromkeys(asked, time.monotonic())
        self._delay: dict[str, float] = {}
        self._rests: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """The right to ask ``host`` once, ``delay`` seconds after the last time was over.

        Raises ``NoPage`` at once when the fetcher is stopped.
        """
        while wait := self._wait(host, min(delay, LONGEST_DELAY)):
            if self._stop.wait(wait):
                break
        try:
            if self._stop.is_set() or self._stop.wait(self._reserve(host, min(delay, LONGEST_DELAY))):
                raise NoPage("failed", "not asked: stopped")
            yield
        finally:
            if not wait:
                self._over(host)

    def _wait(self, host: str, delay: float) -> float:
        """Seconds until ``host`` may be asked; 0 where it may be now, and then it counts as being asked."""
        with self._lock:
            self._delay[host] = delay
            if host in self._busy:
                return LOOK
            wait = max(0.0, self._free(host) - time.monotonic())
            if not wait:
                self._busy.add(host)
            return wait

    def _over(self, host: str) -> None:
        with self._lock:
            self._busy.discard(host)
            self._ended[host] = time.monotonic()

    def rest(self, host: str, seconds: float) -> None:
        """Let nobody ask ``host`` for so long (``LONGEST_DELAY`` at most); a longer rest under way stays."""
        with self._lock:
            until = time.monotonic() + min(seconds, LONGEST_DELAY)
            self._rests[host] = max(self._rests.get(host, 0.0), until)

    def ready(self, host: str) -> float:
        """The moment (``time.monotonic``) from which ``host`` may be asked; 0 where it was not asked yet."""
        with self._lock:
            return self._free(host)

    def _free(self, host: str) -> float:
        paced = self._ended[host] + self._delay.get(host, self._usual) if host in self._ended else 0.0
        return max(paced, self._rests.get(host, 0.0))
