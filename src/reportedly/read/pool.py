"""Reading in several processes: batches out, readings back in order, never more in memory than a few batches.

Workers are spawned (no inherited locks or files), keep to one thread each, and leave Ctrl-C to the parent. A worker
that dies is replaced and its batch read again one by one, so that only the article that kills it is lost - with its
name.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from typing import cast

from reportedly.read import reader
from reportedly.read.reader import ReadingFailed
from reportedly.records import Article, Reading

__all__ = ["ReadingFailed", "read_all"]

BATCH = 16  # articles a message; larger ones leave a core idle at the end, smaller ones parse slower
AHEAD = 3  # batches a worker may be ahead of the one that is next in order
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_PATIENCE = 5.0  # seconds a worker gets to end by itself

Outcome = Reading | ReadingFailed


def read_all(
    articles: Iterable[Article], processes: int = 1, countries: Mapping[str, str] | None = None
) -> Iterator[Outcome]:
    """Read ``articles`` in order in that many worker processes; with one or none, in this process.

    Gives a ``Reading`` for each article, or a ``ReadingFailed`` with its URL where the reader or the worker broke
    down on it. Closing the iterator, or Ctrl-C, ends the workers.
    """
    if processes <= 1:
        yield from reader.read_each(articles, countries)
        return
    with _workers(processes, dict(countries or {})) as crew:
        yield from _in_order(crew, _batches(articles))


def _batches(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    waiting = iter(articles)
    while batch := tuple(islice(waiting, BATCH)):
        yield batch


# -- the parent's side ------------------------------------------------------------------------------------------------


class _Worker:
    """A worker process with the batch it is reading."""

    def __init__(self, countries: dict[str, str]) -> None:
        self._countries = countries
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._countries), daemon=True)
        with _one_thread():
            self._process.start()
        theirs.close()

    def give(self, batch: Sequence[Article]) -> bool:
        """Send a batch; False where the worker is no longer there."""
        try:
            self.pipe.send(batch)
        except (BrokenPipeError, OSError):
            return False
        return True

    def take(self) -> tuple[Outcome, ...] | None:
        """The outcomes of the batch, or None where the worker died over it."""
        try:
            return cast("tuple[Outcome, ...]", self.pipe.recv())
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
def _workers(processes: int, countries: dict[str, str]) -> Iterator[list[_Worker]]:
    crew: list[_Worker] = []
    try:
        crew.extend(_Worker(countries) for _ in range(processes))
        yield crew
    finally:
        for worker in crew:
            worker.end()


@contextmanager
def _one_thread() -> Iterator[None]:
    """The environment a worker starts in: numerical libraries look at it once, when they are loaded."""
    before = {name: os.environ.pop(name) for name in _ONE_THREAD if name in os.environ}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name in _ONE_THREAD:
            del os.environ[name]
        os.environ.update(before)


@dataclass
class _Batch:
    """Articles read together, and their outcomes once there are any."""

    articles: tuple[Article, ...]
    outcomes: tuple[Outcome, ...] = ()


def _in_order(crew: Sequence[_Worker], batches: Iterator[tuple[Article, ...]]) -> Iterator[Outcome]:
    idle = deque(crew)
    line = deque[_Batch]()  # begun and not yet given back, the next in order first
    busy: dict[object, tuple[_Worker, _Batch]] = {}
    while True:
        while idle and len(line) < AHEAD * len(crew) and (articles := next(batches, ())):
            worker, batch = idle.popleft(), _Batch(articles)
            worker.give(articles)
            line.append(batch)
            busy[worker.pipe] = worker, batch
        if not line:
            return
        for pipe in connection.wait([worker.pipe for worker, _ in busy.values()]):
            worker, batch = busy.pop(pipe)
            batch.outcomes = worker.take() or _one_by_one(worker, batch.articles)
            idle.append(worker)
        while line and line[0].outcomes:
            yield from line.popleft().outcomes


def _one_by_one(worker: _Worker, batch: Sequence[Article]) -> tuple[Outcome, ...]:
    """Read a batch that killed its worker again, an article at a time."""
    ended = worker.replace()
    out: list[Outcome] = []
    for article in batch:
        outcomes = worker.take() if worker.give((article,)) else None
        if outcomes is None:
            ended = worker.replace()
            message = f"the reading process died ({ended}) over this article of {len(article.text):,} characters"
            outcomes = (ReadingFailed(article.id, article.url, message),)
        out.extend(outcomes)
    return tuple(out)


# -- the worker's side ------------------------------------------------------------------------------------------------


def _work(pipe: Connection, countries: dict[str, str]) -> None:
    """Read batches until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(tuple(reader.read_each(pipe.recv(), countries)))
