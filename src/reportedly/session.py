"""What work on a desk needs at hand, and whom it tells how far it is."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from reportedly.archive import Archive
from reportedly.duty import Duty
from reportedly.errors import LeaseLost
from reportedly.ledger import Ledger
from reportedly.records import Stage
from reportedly.settings import Desk

P = ParamSpec("P")
T = TypeVar("T")

Progress = Callable[[str, int, int | None], None]
"""Told a stage's name, how many are done, and how many there are (None: not known)."""


def quiet(_stage: str, _done: int, _total: int | None) -> None:
    """Report nothing."""


def silent(_words: str) -> None:
    """Say nothing."""


@dataclass
class Spent:
    """Seconds that a step took so far: on the clock, where it was measured by itself, and of processors."""

    clock: float = 0.0
    processor: float = 0.0


@dataclass
class Tally:
    """How many a run of a stage worked on, and how many of these failed.

    ``processor`` are the seconds of a processor that it took, where others did the work.
    """

    done: int = 0
    failed: int = 0
    processor: float | None = None

    def count(self, *, failed: bool = False) -> None:
        """One more."""
        self.done += 1
        self.failed += failed


@dataclass(frozen=True)
class Session:
    """What work on a desk needs at hand. ``spent`` is what each step took so far, ``duty`` this process as a worker.

    ``report`` is told how far a stage is, ``say`` what whoever looks after the desk should know.
    """

    desk: Desk
    ledger: Ledger
    archive: Archive
    report: Progress = quiet
    spent: dict[str, Spent] = field(default_factory=dict)
    say: Callable[[str], None] = silent
    duty: Duty = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "duty", Duty(self.ledger.leases, self.desk.settings.work))

    def took(self, step: str, processor: float, clock: float = 0.0) -> None:
        """Put down the seconds that a step took."""
        spent = self.spent.setdefault(step, Spent())
        spent.clock += clock
        spent.processor += processor

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[Tally]:
        """A run of a stage, put down in the ledger with what was counted, also where it is stopped or fails.

        It begins on the desk's clock, which may stand still; how long it took is measured.
        """
        started, since, worked, tally = self.desk.now(), time.monotonic(), time.process_time(), Tally()
        number = self.ledger.runs.begin(stage, started)
        try:
            yield tally
        finally:
            lasted, worked = time.monotonic() - since, time.process_time() - worked
            self.took(stage, worked if tally.processor is None else tally.processor, lasted)
            self.ledger.runs.end(number, started + timedelta(seconds=lasted), tally.done, tally.failed)


def on_duty(stage: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
    """Let a stage be done as a worker of the ledger; it takes its work from what the ledger lacks.

    Where the lease runs out meanwhile, since the machine slept, it is begun again, as another worker.
    """

    @wraps(stage)
    def done(session: Session, /, *args: P.args, **named: P.kwargs) -> T:
        with session.duty.taken():
            while True:
                try:
                    with session.duty.guarded():
                        return stage(session, *args, **named)
                except LeaseLost:
                    session.duty.again()

    return done
