"""Mutants one after another, each under a clock."""

import contextlib
import random
import signal
import traceback
from collections.abc import Iterator
from types import FrameType
from typing import Final, NamedTuple

from quality.fuzz.accidents import mutated
from quality.fuzz.doors import DOORS, Door

LONGEST: Final = 10  # seconds of the processor for one document: a hundred times what the slowest honest one takes
_EVERY: Final = tuple(document for door in DOORS for document in door.documents)


class Fault(NamedTuple):
    """A mutant that ended its stage, or took too long: ``what`` was raised, and where."""

    number: int
    door: str
    what: str
    body: bytes


class TooLong(BaseException):
    """The time for one document is up; no guard may take it for the document's fault."""


def faults(mutants: int, seed: int) -> Iterator[Fault]:
    """The faults that so many mutants of a seed find; the same for the same seed."""
    shares = [door.share for door in DOORS]
    for number in range(mutants):
        rng = random.Random(f"{seed}/{number}")  # noqa: S311
        (door,) = rng.choices(DOORS, shares)
        body = mutated(rng.choice(door.documents), _EVERY, rng)
        if what := _tried(door, body):
            yield Fault(number, door.enter.__qualname__, what, body)


def _tried(door: Door, body: bytes) -> str | None:
    try:
        with _clocked():
            door.enter(body)
    except TooLong:
        return f"more than {LONGEST} seconds of the processor"
    except Exception as error:  # noqa: BLE001  # any at all is a fault
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({last.filename}:{last.lineno})"
    return None


@contextlib.contextmanager
def _clocked() -> Iterator[None]:
    def up(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, up)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
