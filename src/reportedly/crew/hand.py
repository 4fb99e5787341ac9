"""A Ray actor: whoever works on another machine. It holds the warm reader, and nothing of the truth.

Imported where the actor lives, from the program that is installed there: the desk's own code does not travel.
"""

import gc
import os
import pickle
import socket
import sys
from collections.abc import Sequence
from typing import NamedTuple

from reportedly import __version__
from reportedly.crew import listening, wire
from reportedly.crew.worker import ONE_THREAD, answer
from reportedly.records import READER


class Hello(NamedTuple):
    """What an actor says of itself: its program, its reader, its machine, and who listens there beyond it."""

    program: str
    reader: str
    machine: str
    listeners: tuple[str, ...]


def hello(ports: Sequence[tuple[int, int]]) -> Hello:
    """What this process says of itself; ``ports`` are those at which Ray may be reached from other machines."""
    return Hello(__version__, READER, socket.gethostname(), tuple(map(str, listening.beyond(ports))))


class Hand:
    """The actor. A batch is the work, pickled by its name, and jobs as msgpack; so is what comes of it."""

    def __init__(self) -> None:
        if "numpy" not in sys.modules:  # numerical libraries look at it once, when they are loaded
            os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
        gc.set_threshold(50_000, 20, 20)  # as of a command: models and gazetteers are no garbage to look for

    def hello(self, ports: Sequence[tuple[int, int]]) -> tuple[object, ...]:
        """What this actor says of itself, in words that any version understands."""
        return tuple(hello(ports))

    def do(self, work: bytes, jobs: bytes) -> bytes:
        """The packed answer to packed jobs."""
        return wire.packed(answer(pickle.loads(work), wire.jobs(jobs)))  # noqa: S301  whoever has the token may run anything
