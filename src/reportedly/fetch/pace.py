"""Politeness: no host is asked faster than it wishes."""

import threading
import time

from reportedly.fetch.failures import NoPage

LONGEST_DELAY = 60.0  # seconds between two requests, whatever robots.txt wishes: a run must end


class Pace:
    """When each host may be asked next. Safe to use from many threads."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Return when ``host`` may be asked, ``delay`` seconds after the last time.

        Raises ``NoPage`` at once when the fetcher is stopped.
        """
        with self._lock:
            now = time.monotonic()
            slot = max(now, self._next.get(host, now))
            self._next[host] = slot + min(delay, LONGEST_DELAY)
        if self._stop.wait(slot - now) if slot > now else self._stop.is_set():
            raise NoPage("failed", "not asked: stopped")

    def ready(self, host: str) -> float:
        """The moment (``time.monotonic``) from which ``host`` may be asked; 0 where it was not asked yet."""
        with self._lock:
            return self._next.get(host, 0.0)
