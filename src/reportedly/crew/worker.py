"""A worker process, from both sides: work and jobs go in, results come out.

Workers are spawned (no inherited locks or files), keep to one thread each, and leave Ctrl-C to the parent. They load
what their work imports when the first of it comes: who is only asked to extract never loads the reader.
"""

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, cast

from reportedly.crew.crew import Work
from reportedly.crew.rounds import Answer
from reportedly.errors import ReportedlyError

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_PATIENCE = 5.0  # seconds a worker gets to end by itself


class Worker:
    """A worker process as its parent knows it."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _one_thread():
            self._process.start()
        theirs.close()

    def give(self, work: Work[Any, Any], jobs: Sequence[Any]) -> None:
        """Send jobs, if the process is there."""
        with suppress(OSError):
            self.pipe.send((work, jobs))

    def take(self) -> Answer | None:
        """What came of the jobs, or None where the worker died over them."""
        try:
            return cast("Answer", self.pipe.recv())
        except (EOFError, OSError):
            return None

    def replace(self) -> str:
        """Put a new process in the place of a dead one; gives how the old one ended."""
        self._process.join(_PATIENCE)
        code = self._process.exitcode
        self.end()
        self._start()
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"

    def end(self) -> None:
        """End the process, by force where it is at work."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


@contextmanager
def _one_thread() -> Iterator[None]:
    """The environment a worker starts in: numerical libraries look at it once, when they are loaded."""
    before = {name: os.environ.pop(name) for name in ONE_THREAD if name in os.environ}
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name in ONE_THREAD:
            del os.environ[name]
        os.environ.update(before)


# -- the worker's side ------------------------------------------------------------------------------------------------


def _serve(pipe: Connection) -> None:
    """Do what comes until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000, 20, 20)  # as of a command: models and gazetteers are no garbage to look for
    with suppress(EOFError, OSError):
        while True:
            work, jobs = pipe.recv()
            pipe.send(answer(work, jobs))


def answer(work: Work[Any, Any], jobs: Sequence[Any]) -> Answer:
    """Do the work on the jobs."""
    results: list[Any] = []
    try:
        results.extend(work(jobs))
    except ReportedlyError as error:
        return Answer(tuple(results), error)
    return Answer(tuple(results))
