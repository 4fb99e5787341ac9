"""How hosts fare: one that cannot be reached is put off for ever longer, one that asks for rest is given it.

What is known goes in as ``HostState``s and what changed comes out as such, so that it outlives the run.
"""

import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from reportedly.clock import Clock
from reportedly.fetch.http.failures import NoPage
from reportedly.fetch.http.pace import LONGEST_DELAY
from reportedly.records import HostState

FIRST_PUT_OFF = timedelta(minutes=15)
LONGEST_PUT_OFF = timedelta(hours=24)
JITTER = 0.2  # of a wait, to either side: hosts that failed together are not asked again together


def backoff(times: int, first: timedelta, longest: timedelta, chance: Callable[[], float]) -> timedelta:
    """The wait after so many failures on end (from 1): doubled each time up to ``longest``, with jitter.

    ``chance`` gives numbers from 0 to 1.
    """
    seconds = first.total_seconds() * 2.0 ** min(times - 1, 20)
    return timedelta(seconds=min(longest.total_seconds(), seconds) * (1 + JITTER * (2 * chance() - 1)))


class Standings:
    """The hosts met in a run. Safe to use from many threads. ``patience``: failures on end before one is put off."""

    def __init__(self, known: Iterable[HostState], patience: int, clock: Clock, chance: Callable[[], float]) -> None:
        self._known = {state.host: state for state in known}
        self._changed: set[str] = set()
        self._patience = patience
        self._clock = clock
        self._chance = chance
        self._lock = threading.Lock()

    def check(self, host: str) -> float:
        """Seconds for which ``host`` is to be left alone yet; raises ``NoPage`` where that is too long to wait for."""
        with self._lock:
            state = self._known.get(_plain(host))
        if state is None or state.not_before is None:
            return 0.0
        left = (state.not_before - self._clock()).total_seconds()
        if left > LONGEST_DELAY:
            until = f"{state.not_before.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
            raise NoPage("failed", f"not asked: {state.message}; put off until {until}")
        return max(0.0, left)

    def resting(self, host: str) -> bool:
        """Whether ``host`` is not to be asked now nor soon."""
        try:
            self.check(host)
        except NoPage:
            return True
        return False

    def unreached(self, host: str, why: str) -> None:
        """Count a failure of the host as a whole; after too many on end it is put off."""
        with self._lock:
            known = self._known.get(_plain(host))
            times = known.failures + 1 if known else 1
            until: datetime | None = None
            if times >= self._patience:
                steps = times - self._patience + 1
                until = self._clock() + backoff(steps, FIRST_PUT_OFF, LONGEST_PUT_OFF, self._chance)
                why = f"{host} could not be reached {times} times on end ({why})"
            self._keep(HostState(_plain(host), times, until, why))

    def answered(self, host: str) -> None:
        """Forget the failures of a host that answers."""
        with self._lock:
            known = self._known.get(_plain(host))
            if known and known.failures:
                self._keep(HostState(_plain(host), 0, None, ""))

    def rest(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for so long, as it asked."""
        with self._lock:
            until = self._clock() + min(timedelta(seconds=max(seconds, 0.0)), LONGEST_PUT_OFF)
            self._keep(HostState(_plain(host), 0, until, f"{host} wants to be left alone"))

    def _keep(self, state: HostState) -> None:
        self._known[state.host] = state
        self._changed.add(state.host)

    def changed(self) -> tuple[HostState, ...]:
        """What changed since the last call, by host; a host that is well again has no failures and no rest."""
        with self._lock:
            news = tuple(self._known[host] for host in sorted(self._changed))
            self._changed.clear()
        return news


def _plain(host: str) -> str:
    return host.lower().rstrip(".")
