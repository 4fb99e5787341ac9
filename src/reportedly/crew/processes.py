"""A crew of processes: jobs out in batches, results back in order, never more in memory than a few batches.

A worker gets its next batch before what it did is given back, so that none waits for the filing. When the jobs come to
their end the batches grow smaller, so that all are at work until the last. A worker that dies is replaced and its batch
done again one by one, so that only the job that kills it is lost - with its name.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection
from types import TracebackType
from typing import Any, Final, Generic, Self

from reportedly.crew.crew import Job, Lesser, Lost, Result, Work, nothing
from reportedly.crew.worker import Answer, Worker

BATCH: Final = 16
"""Jobs a message; smaller ones parse slower."""

AHEAD: Final = 4
"""Batches for each worker that are taken from the jobs and not given back: the next, that at work, those that wait."""


class Processes:
    """A crew of that many worker processes; they start with the first work and stay until the ``with`` is left."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._workers: list[Worker] = []

    def each(
        self, work: Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job] = nothing
    ) -> Iterator[Result | Lost[Job, Result]]:
        """See ``Crew.each``."""
        while len(self._workers) < self._number:
            self._workers.append(Worker())
        round_ = _Round(self._workers, work, jobs, lesser)
        try:
            yield from round_.results()
        finally:
            for worker in round_.at_work():
                if worker in self._workers:  # else the crew was ended before its iterator
                    self._workers.remove(worker)
                    worker.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all workers."""
        while self._workers:
            self._workers.pop().end()


@dataclass
class _Batch(Generic[Job]):
    """Jobs done together, and what came of them once it did."""

    jobs: tuple[Job, ...]
    answer: Answer | None = None


class _Round(Generic[Job, Result]):
    """One time that a crew goes through jobs."""

    def __init__(
        self, workers: list[Worker], work: Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job]
    ) -> None:
        self._idle = deque(workers)
        self._busy: dict[Any, tuple[Worker, _Batch[Job]]] = {}
        self._work = work
        self._lesser = lesser
        self._jobs = iter(jobs)
        self._number = len(workers)
        self._next = deque[Job]()  # taken, not yet given out
        self._line = deque[_Batch[Job]]()  # given out, not yet given back; the next in order first

    def at_work(self) -> list[Worker]:
        """The workers that have not answered yet."""
        return [worker for worker, _ in self._busy.values()]

    def results(self) -> Iterator[Result | Lost[Job, Result]]:
        self._hand_out()
        while self._line:
            self._take()
            self._hand_out()
            while self._line and (answer := self._line[0].answer):
                self._line.popleft()
                yield from answer.results
                if answer.error:
                    raise answer.error
                self._take(wait=False)
                self._hand_out()

    def _hand_out(self) -> None:
        while self._idle and (jobs := self._batch()):
            worker, batch = self._idle.popleft(), _Batch(jobs)
            worker.give(self._work, jobs)
            self._line.append(batch)
            self._busy[worker.pipe] = worker, batch

    def _batch(self) -> tuple[Job, ...]:
        """The next jobs to give out together; none where there are none, or enough are under way."""
        taken = len(self._next) + sum(len(batch.jobs) for batch in self._line)
        room = self._number * AHEAD * BATCH - taken
        wanted = min(room, 2 * self._number * BATCH - len(self._next))
        came = tuple(islice(self._jobs, max(0, wanted)))
        self._next.extend(came)
        ending = len(came) < wanted
        size = -(-len(self._next) // (2 * self._number)) if ending else BATCH
        return tuple(self._next.popleft() for _ in range(min(size, BATCH, len(self._next))))

    def _take(self, *, wait: bool = True) -> None:
        """Take what came of batches; with ``wait``, when something has."""
        for pipe in connection.wait([worker.pipe for worker, _ in self._busy.values()], None if wait else 0):
            worker, batch = self._busy[pipe]
            batch.answer = worker.take() or self._one_by_one(worker, batch.jobs)
            del self._busy[pipe]
            self._idle.append(worker)

    def _one_by_one(self, worker: Worker, jobs: tuple[Job, ...]) -> Answer:
        """Do a batch that killed its worker again, a job at a time."""
        worker.replace()
        results: list[Result | Lost[Job, Result]] = []
        for job in jobs:
            answer = self._alone(worker, job) or self._lost(worker, job)
            results += answer.results
            if answer.error:
                return Answer(tuple(results), answer.error)
        return Answer(tuple(results))

    def _alone(self, worker: Worker, job: Job) -> Answer | None:
        return worker.take() if worker.give(self._work, (job,)) else None

    def _lost(self, worker: Worker, job: Job) -> Answer:
        """What is told of a job that killed its worker, with what is left to be done of it."""
        ended, less = worker.replace(), self._lesser(job)
        if less is None:
            return Answer((Lost(job, ended),))
        rest = self._alone(worker, less)
        if rest is None:
            return Answer((Lost(job, worker.replace()),))
        return Answer(tuple(Lost(job, ended, result) for result in rest.results), rest.error)
