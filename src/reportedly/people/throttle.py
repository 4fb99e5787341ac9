"""How soon somebody may try to sign in again.

Tries go along lanes: of an address, of an account from an address, of an account from anywhere. A lane lets some
failures pass, then each makes the next wait twice as long, up to a bound. Nobody is locked out: a browser that was
signed in before has a lane of its own, which nobody else's failures touch, and no wait is longer than a minute.
"""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
from threading import Lock
from typing import Final, NamedTuple

MOST: Final = 20_000
"""Lanes that are remembered: some megabytes. Those longest without a failure are forgotten first."""
FORGOTTEN: Final = timedelta(minutes=30)
NOW: Final = timedelta()


class Lane(NamedTuple):
    """What is counted together: ``free`` failures pass, then waits double from one second up to ``longest``."""

    key: tuple[str, ...]
    free: int
    longest: float

    def wait(self, failures: int) -> timedelta:
        """How long after the last of so many failures the next try may come."""
        over = failures - self.free
        return timedelta(seconds=min(2.0 ** min(over - 1, 30), self.longest)) if over > 0 else NOW


class _Failures(NamedTuple):
    so_far: int
    last: datetime


class Throttle:
    """The failures of the last half hour. May be used from many threads."""

    def __init__(self) -> None:
        self._failures: OrderedDict[tuple[str, ...], _Failures] = OrderedDict()
        self._lock = Lock()

    def attempt(self, lanes: Iterable[Lane], at: datetime) -> timedelta:
        """Begin a try, which counts as failed until it ``succeeded``; or how long it has still to wait, and no try."""
        lanes = tuple(lanes)
        with self._lock:
            wait = max((self._left(lane, at) for lane in lanes), default=NOW)
            if wait <= NOW:
                for lane in lanes:
                    self._fail(lane, at)
        return max(wait, NOW)

    def succeeded(self, lanes: Iterable[Lane]) -> None:
        """Take a try back that was counted as failed: the way in is free, and what failed before is forgotten."""
        with self._lock:
            for lane in lanes:
                self._failures.pop(lane.key, None)

    def _left(self, lane: Lane, at: datetime) -> timedelta:
        before = self._before(lane, at)
        return before.last + lane.wait(before.so_far) - at if before else NOW

    def _fail(self, lane: Lane, at: datetime) -> None:
        before = self._before(lane, at)
        self._failures[lane.key] = _Failures(before.so_far + 1 if before else 1, at)
        self._failures.move_to_end(lane.key)
        if len(self._failures) > MOST:
            self._failures.popitem(last=False)

    def _before(self, lane: Lane, at: datetime) -> _Failures | None:
        before = self._failures.get(lane.key)
        return before if before and at - before.last < FORGOTTEN else None
