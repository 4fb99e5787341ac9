"""A crew on other machines: Ray actors, spoken to through a process that knows Ray.

Invariant: nothing of Ray is loaded here, and nobody waits longer than it takes to see that the cluster is gone.
"""

import pickle
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count, islice
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Final

from reportedly.crew import foreman, knocking, wire
from reportedly.crew.crew import Work
from reportedly.crew.foreman import Told
from reportedly.crew.joining import Order
from reportedly.crew.rounds import Answer, Staff
from reportedly.errors import BadSetting, ClusterLost
from reportedly.settings import Desk

START: Final = 150.0
"""Seconds until the cluster is joined and an actor is there; three nodes on two busy cores took 40."""

ADVICE: Final = (
    "What was filed stays; once the cluster is there, run it again, or without [cluster] in desk.toml to work on this "
    "machine alone"
)
KNOCK: Final = 20.0  # seconds for the head to answer, which may be far and busy
LOOK: Final = 2.0  # seconds between looks whether there is still a head, until an actor is there
PATIENCE: Final = 10.0  # seconds a foreman gets to end by itself


class Place:
    """A place in the cluster for one batch at a time, whichever actor does it."""

    def __init__(self, cluster: "Cluster", number: int) -> None:
        self._cluster = cluster
        self.number = number
        self.told: Told | None = None

    def give(self, work: Work[Any, Any], jobs: Sequence[Any]) -> None:
        """Send jobs."""
        self.told = None
        self._cluster.send((self.number, pickle.dumps(work), wire.packed_jobs(jobs)))

    def take(self) -> Answer | None:
        """What came of the jobs, or None where the actor died over them."""
        return wire.unpacked(self.told.data) if self.told and self.told.what == "came" else None

    def replace(self) -> str:
        """How the actor ended; another one is on its way."""
        return self.told.words if self.told else "it was not there"

    def end(self) -> None:
        """Have what is at work stopped."""
        self._cluster.send((self.number, None, None))


class Cluster(Staff[Place]):
    """A crew of actors of the cluster at ``order.address``; raises ``ClusterLost`` where there is none, or no more."""

    def __init__(self, order: Order) -> None:
        super().__init__()
        self._order = order
        self._foreman: Foreman | None = None
        self._numbers = count()  # none is given twice: an answer may come late
        self._places = dict[int, Place]()
        self.was_joined = False

    @property
    def address(self) -> str:
        """Where its head is."""
        return self._order.address

    def is_there(self, seconds: float = 0.0) -> bool:
        """Whether an actor came within so many seconds, by which it is joined."""
        if self._foreman is None:
            self._foreman = Foreman(self._order)
        try:
            here = self._foreman.is_here(seconds)
        except ClusterLost:
            self.leave()
            raise
        self.was_joined |= here
        return here

    def leave(self) -> None:
        """Have to do with it no more, until it is asked for again; whoever is at work there is left alone."""
        self._workers.clear()
        self._places.clear()
        if self._foreman:
            self._foreman.kill()
            self._foreman = None

    def hire(self, there: Sequence[Place]) -> Iterator[Place]:
        """A place for each actor that is wanted; waits for the first of them."""
        if not self.is_there(START) or self._foreman is None:
            self.leave()
            raise lost(self.address, f"no actor has come within {START:.0f} seconds")
        for number in islice(self._numbers, self._foreman.actors - len(there)):
            self._places[number] = Place(self, number)
            yield self._places[number]

    def answered(self, busy: Collection[Place], *, wait: bool) -> list[Place]:
        """Those for whom something was told."""
        ready = [place for place in busy if place.told]
        while self._foreman and (told := self._foreman.told(None if wait and not ready else 0)):
            place = self._places.get(told.place)
            if place and place in busy:  # else it was ended meanwhile
                place.told = told
                ready.append(place)
        return ready

    def send(self, words: tuple[int, bytes | None, bytes | None]) -> None:
        """Tell the foreman, if there is one."""
        if self._foreman:
            self._foreman.send(words)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the cluster; its actors end."""
        self._workers.clear()
        if self._foreman:
            self._foreman.end()
            self._foreman = None


def of(desk: Desk) -> Cluster:
    """The crew of a desk's cluster; raises ``BadSetting`` where its token is missing."""
    settings = desk.settings.cluster
    token = (desk.folder / settings.token_file).resolve() if settings.token_file else None
    if token and not token.is_file():
        raise BadSetting(f"{desk.folder / 'desk.toml'}: cluster.token_file: there is no {token}; see docs/growing.md")
    return Cluster(Order(settings.address, str(token) if token else None, _ranges(settings.ports), settings.actors))


def _ranges(ports: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Ports as ranges from the first to the last."""
    ends = (port.partition("-") for port in ports)
    return tuple((int(first), int(last or first)) for first, _, last in ends)


def lost(address: str, why: str) -> ClusterLost:
    """What is told of a cluster that is not there."""
    return ClusterLost(f"the cluster at {address}: {why}. {ADVICE}")


class Foreman:
    """The process that knows Ray, as its parent knows it; ``actors`` are as many as were asked for, once one is here.

    Where nobody answers at the cluster's address ``ClusterLost`` is raised before it is started.
    """

    def __init__(self, order: Order) -> None:
        self._address, self.actors = order.address, 0
        if trouble := knocking.trouble(order.address, KNOCK):
            raise lost(order.address, f"nobody answers there ({trouble.strerror or trouble})")
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=foreman.serve, args=(theirs, order), daemon=True)
        self._process.start()
        theirs.close()

    def is_here(self, seconds: float) -> bool:
        """Whether an actor came within so many seconds; meanwhile it is seen whether there is a head."""
        until = time.monotonic() + seconds
        while not self.actors:
            left = until - time.monotonic()
            if told := self.told(max(0.0, min(LOOK, left))):
                self.actors = told.place
            elif left <= 0:
                break
            elif trouble := knocking.unreached(self._address):
                raise lost(self._address, f"its head is gone ({trouble.strerror or trouble})")
        return self.actors > 0

    def send(self, words: tuple[int, bytes | None, bytes | None]) -> None:
        """Pass words on; whether it is there shows when it is to answer."""
        try:
            self._pipe.send(words)
        except OSError:
            return

    def told(self, seconds: float | None) -> Told | None:
        """What it says next; None where that is nothing within so many seconds. Raises ``ClusterLost``."""
        try:
            told: Told | None = self._pipe.recv() if self._pipe.poll(seconds) else None
        except (EOFError, OSError):
            raise lost(self._address, "its process ended without a word, as it does when the head is gone") from None
        if told and told.what == "no":
            raise lost(self._address, told.words)
        if told and told.what == "broken":
            raise RuntimeError(told.words)
        return told

    def end(self) -> None:
        """Let it leave the cluster, and end it if that takes long."""
        self._pipe.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def kill(self) -> None:
        """End it at once: what it is joined to is no more, or never was."""
        self._process.kill()
        self.end()
