"""A cluster's crew with stand-ins: whoever is at hand on this machine goes on while the cluster has no head.

Invariant: a crew gives a result a job, in their order. So what the cluster was given and did not give back is known; it
is done once more by the stand-ins, and nothing else is. The cluster is joined again while they are at work.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from types import TracebackType
from typing import Final, Generic, Protocol, Self

from reportedly.crew import knocking
from reportedly.crew.cluster import ADVICE
from reportedly.crew.crew import Crew, Job, Lesser, Lost, Result, Work, nothing
from reportedly.errors import ClusterLost

AGAIN: Final = 10.0
"""Seconds until it is first tried whether there is a head again; then twice as long each time."""
SELDOM: Final = 600.0
"""Seconds between two tries at most."""
PATIENCE: Final = 1.0  # seconds in which a head is reached, or is not there


class Lasting(Crew, Protocol):
    """A crew that may be lost, and come back."""

    was_joined: bool

    @property
    def address(self) -> str:
        """Where its head is."""

    def is_there(self) -> bool:
        """Whether it is joined; begins to join it. Raises ``ClusterLost`` where it cannot be."""

    def leave(self) -> None:
        """Have to do with it no more, until it is asked for again."""


class WithStandIns:
    """A cluster, and ``others`` who take its place once it is lost, until it can be joined again.

    What becomes of it is ``told``. A cluster that could not be joined from the first is no crew: ``ClusterLost``.
    """

    def __init__(self, cluster: Lasting, others: Callable[[], Crew], told: Callable[[str], None]) -> None:
        self._cluster, self._others, self._told = cluster, others, told
        self._lost: tuple[_Head, Crew] | None = None
        self._standing_in = ExitStack()

    def each(
        self, work: Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job] = nothing
    ) -> Iterator[Result | Lost[Job, Result]]:
        """See ``Crew.each``."""
        left = _Left(jobs)
        while True:
            if self._lost is None:
                try:
                    yield from left.done(self._cluster.each(work, left.given(), lesser))
                except ClusterLost as lost:
                    self._lost = self._without(lost)
                else:
                    return
            head, others = self._lost
            yield from left.done(others.each(work, left.given(head.is_back), lesser))
            if not left.any():
                return
            self._with_it_again()

    def _without(self, lost: ClusterLost) -> "tuple[_Head, Crew]":
        """Do without the cluster, if it was one; who does its work, and what tells when it is back."""
        if not self._cluster.was_joined:
            raise lost
        self._cluster.leave()
        self._told(f"{str(lost).removesuffix(ADVICE)}This machine goes on alone until it is there again")
        return _Head(self._cluster), self._standing_in.enter_context(self._others())

    def _with_it_again(self) -> None:
        self._lost = None
        self._standing_in.close()
        self._told(f"the cluster at {self._cluster.address} has a head again and is joined")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the cluster; nobody stands in for it."""
        self._standing_in.close()
        self._cluster.__exit__(kind, error, trace)


def _never() -> bool:
    return False


class _Left(Generic[Job]):
    """Jobs that are left: those that were given out and not done, then those that come."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._coming = iter(jobs)
        self._next, self._out = deque[Job](), deque[Job]()

    def given(self, enough: Callable[[], bool] = _never) -> Iterator[Job]:
        """What is left, one after the other, until it is enough; what another was given first."""
        self._next.extendleft(reversed(self._out))
        self._out.clear()
        while not enough() and self.any():
            self._out.append(job := self._next.popleft())
            yield job

    def done(self, results: Iterator[Result]) -> Iterator[Result]:
        """The results of what was given."""
        for result in results:
            self._out.popleft()
            yield result

    def any(self) -> bool:
        """Whether there is one that is not given out."""
        if not self._next:
            self._next.extend(islice(self._coming, 1))
        return bool(self._next)


class _Head:
    """A head that is gone, looked for again and again, each time after a longer while."""

    def __init__(self, cluster: Lasting) -> None:
        self._cluster, self._wait = cluster, AGAIN
        self._next = time.monotonic() + self._wait
        self._joining = False

    def is_back(self) -> bool:
        """Whether the cluster is joined again; asked seldom, however often it is asked here, and joined meanwhile."""
        if not self._joining and time.monotonic() >= self._next:
            self._wait = min(2 * self._wait, SELDOM)
            self._next = time.monotonic() + self._wait
            self._joining = knocking.trouble(self._cluster.address, PATIENCE) is None
        if not self._joining:
            return False
        try:
            return self._cluster.is_there()
        except ClusterLost:
            self._joining = False
            return False
