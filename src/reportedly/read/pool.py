"""Reading in several processes: batches out, readings back in order, never more in memory than a few batches.

Articles and readings cross as msgpack bytes. Workers are spawned (no inherited locks or files), keep to one thread
each, and leave Ctrl-C to the parent. A worker that dies is replaced and its batch read again one by one, so that only
the article that kills it is lost - with its name.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from typing import cast

import msgspec

from reportedly.read import reader
from reportedly.read.reader import ReadingFailed
from reportedly.records import Article, Reading

__all__ = ["ReadingFailed", "read_all"]

BATCH = 16  # articles a message; larger ones leave a core idle at the end, smaller ones parse slower
AHEAD = 3  # batches a worker may be ahead of the one that is next in order
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_PATIENCE = 5.0  # seconds a worker gets to end by itself

Outcome = Reading | ReadingFailed


class _Answer(msgspec.Struct, frozen=True):
    """A batch's outcomes in order: at each place one of the two is None."""

    readings: tuple[Reading | None, ...]
    failures: tuple[ReadingFailed | None, ...]


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
            self.pipe.send_bytes(msgspec.msgpack.encode(batch))
        except (BrokenPipeError, OSError):
            return False
        return True

    def take(self) -> tuple[Outcome, ...] | None:
        """The outcomes of the batch, or None where the worker died over it."""
        try:
            answer = msgspec.msgpack.decode(self.pipe.recv_bytes(), type=_Answer)
        except (EOFError, OSError):
            return None
        pairs = zip(answer.readings, answer.failures, strict=True)
        return tuple(outcome for pair in pairs for outcome in pair if outcome is not None)

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
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _in_order(crew: list[_Worker], batches: Iterator[tuple[Article, ...]]) -> Iterator[Outcome]:
    idle = deque(crew)
    busy: dict[Connection, tuple[_Worker, int, tuple[Article, ...]]] = {}
    done: dict[int, tuple[Outcome, ...]] = {}
    given = following = 0
    more = True
    while more or busy or done:
        while more and idle and given - following < AHEAD * len(crew):
            batch = next(batches, None)
            if batch is None:
                more = False
                break
            worker = idle.popleft()
            worker.give(batch)
            busy[worker.pipe] = (worker, given, batch)
            given += 1
        while following in done:
            yield from done.pop(following)
            following += 1
        for pipe in connection.wait(list(busy)) if busy else ():
            worker, number, batch = busy.pop(cast("Connection", pipe))
            outcomes = worker.take()
            done[number] = _one_by_one(worker, batch) if outcomes is None else outcomes
            idle.append(worker)


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
    while True:
        try:
            batch = msgspec.msgpack.decode(pipe.recv_bytes(), type=tuple[Article, ...])
        except (EOFError, OSError):
            return
        outcomes = tuple(reader.read_each(batch, countries))
        readings = tuple(one if isinstance(one, Reading) else None for one in outcomes)
        failures = tuple(one if isinstance(one, ReadingFailed) else None for one in outcomes)
        try:
            pipe.send_bytes(msgspec.msgpack.encode(_Answer(readings, failures)))
        except (BrokenPipeError, OSError):
            return
