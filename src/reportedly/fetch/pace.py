"""Politeness: no host is asked faster than it wishes, and one that asks to be left alone is left alone."""

import threading
import time

from reportedly.fetch.failures import NoPage

LONGEST_DELAY = 60.0  # seconds between two requests, whatever robots.txt wishes: a run must end
LONGEST_REST = 86_400.0


class Pace:
    """When each host may be asked next. Safe to use from many threads."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._rest: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Return when ``host`` may be asked, ``delay`` seconds after the last time.

        Raises ``NoPage`` at once while the host rests, or when the fetcher is stopped.
        """
        with self._lock:
            now = time.monotonic()
            resting = self._rest.get(host, now) - now
            slot = max(now, self._next.get(host, now))
            if resting <= 0:
                self._next[host] = slot + min(delay, LONGEST_DELAY)
        if resting > 0:
            raise NoPage("failed", f"not asked: {host} wants to be left alone for {resting:.0f} more seconds")
        if self._stop.wait(slot - now) if slot > now else self._stop.is_set():
            raise NoPage("failed", "not asked: stopped")

    def rest(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for so long."""
        with self._lock:
            self._rest[host] = time.monotonic() + min(max(seconds, 0.0), LONGEST_REST)
