"""A process as a worker of a ledger: entered while it works, its lease renewed by a thread.

A worker of this machine whose process is gone counts as gone at once, not when its lease runs out: so a run that was
killed can be run again at once.
"""

import os
import platform
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Final

from reportedly.ledger import Holder, Program, Worker
from reportedly.ledger.leases import Leases
from reportedly.records import READER
from reportedly.settings import WorkSettings

LOOK: Final = 1.0
"""Seconds between two looks whether another worker is through with a stage."""
_ENDED: Final = "ZX"  # of a process that nobody asked yet how it ended


class Duty:
    """What this process does for a ledger, as one worker: taken up once, however often it is asked for within."""

    def __init__(self, leases: Leases, settings: WorkSettings) -> None:
        self._leases = leases
        self._lease, self._beat = timedelta(seconds=settings.lease), settings.beat
        self._holder: Holder | None = None
        self._done = 0
        self._looked = 0.0

    @property
    def holder(self) -> Holder:
        """Who it is to the ledger, while it is taken up."""
        if self._holder is None:
            raise RuntimeError("not on duty: work of stages is done within `on_duty`")
        return self._holder

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Be at work; raises ``OtherReader`` where others are, with another reader."""
        if self._holder is not None:
            yield
            return
        self._enter()
        over = threading.Event()
        thread = threading.Thread(target=self._renew, args=(over,), daemon=True, name="lease")
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
            self._leave()

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Let what is filed be filed only while the lease lasts; else ``LeaseLost`` is raised."""
        with self._leases.guarded(self.holder):
            yield

    def again(self) -> None:
        """Be another worker than the one whose lease ran out."""
        self._leave()
        self._enter()

    def forget(self) -> None:
        """Be no worker any more: the lease ran out."""
        self._holder = None

    def stay(self) -> None:
        """Be at work, also where that was lost meanwhile; take workers off that are gone."""
        if self._holder is None:
            self._enter()
        self.look_after()

    def did(self, many: int) -> None:
        """So many jobs more were filed. From time to time it is seen to it that nobody holds what is theirs no more."""
        self._done += many
        if time.monotonic() - self._looked >= self._beat:
            self.look_after()

    def look_after(self) -> None:
        """Take workers off that are gone."""
        self._looked = time.monotonic()
        self._leases.take_off(self.holder, gone)

    def take(self, kind: str, things: Collection[str], *, share: bool = False) -> set[str]:
        """See ``Leases.take``."""
        return self._leases.take(self.holder, kind, things, share=share)

    def is_alone(self) -> bool:
        """Whether nobody else is at work."""
        return self._leases.is_alone(self.holder)

    @contextmanager
    def alone(self, stage: str, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
        """Be the only one at a stage; whoever is at it is waited for."""
        while not self.take("stage", [stage]):
            self.look_after()
            wait(LOOK)
        try:
            yield
        finally:
            self.give_back("stage", stage)

    def give_back(self, kind: str, *things: str) -> None:
        """Hold these things of that kind no more, or none of it."""
        if self._holder is not None:  # else they were lost with all the rest
            self._leases.give_back(self._holder, kind, things)

    def _enter(self) -> None:
        self._done, self._looked = 0, time.monotonic()
        self._holder = self._leases.enter(this_process(), self._lease, gone)

    def _leave(self) -> None:
        if self._holder is not None:
            own, self._holder = self._holder, None
            self._leases.leave(own)

    def _renew(self, over: threading.Event) -> None:
        while not over.wait(self._beat):
            if own := self._holder:
                self._leases.renew(own, self._lease, self._done)


def this_process() -> Program:
    """What the ledger is told of this process."""
    return Program(platform.node(), os.getpid(), _began(os.getpid()) or "", READER)


def gone(worker: Worker) -> bool:
    """Whether a worker's process ended, where that can be told: on this machine."""
    machine = _machine()
    if not machine or not worker.began.startswith(f"{machine} "):
        return False
    return _began(worker.process) != worker.began


def _began(process: int) -> str | None:
    """The machine a process is on and when it began there, as the kernel counts; None where there is none such."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    state, *more = told.rpartition(")")[2].split()
    return None if state in _ENDED else f"{_machine()} {more[18]}"


@cache
def _machine() -> str:
    """What tells the numbers of processes here from those elsewhere: this start of the kernel, and whose they are.

    Empty where no kernel tells: there a worker that was killed is waited for until its lease runs out.
    """
    try:
        start = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{start}/{Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""
