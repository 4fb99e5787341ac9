"""Jobs out to workers in batches, results back in order, never more in memory than a few batches.

A worker gets its next batch before what it did is given back, so that none waits for the filing. When the jobs come to
their end the batches grow smaller, so that all are at work until the last. A worker that dies is replaced and its batch
done again job by job, by whoever is free, so that only the job that kills is lost - with its name.
"""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Final, Generic, NamedTuple, Protocol, Self, TypeVar

from reportedly.crew.crew import Job, Lesser, Lost, Result, Work, nothing
from reportedly.errors import ReportedlyError

BATCH: Final = 16
"""Jobs a message; smaller ones parse slower."""

AHEAD: Final = 4
"""Batches for each worker that are taken from the jobs and not given back: the next, that at work, those that wait."""


class Answer(NamedTuple):
    """Results of the first of the jobs that were given, and the error that the next one raised, if any."""

    results: tuple[Any, ...]
    error: ReportedlyError | None = None


class Worker(Protocol):
    """One at work, as whoever hands out jobs knows it: a process, or a place on other machines."""

    def give(self, work: Work[Any, Any], jobs: Sequence[Any]) -> None:
        """Send jobs; one that is dead answers None to them."""

    def take(self) -> Answer | None:
        """What came of the jobs, or None where the worker died over them."""

    def replace(self) -> str:
        """Put another in the place of a dead one; gives how the old one ended."""

    def end(self) -> None:
        """End it, by force where it is at work."""


W = TypeVar("W", bound=Worker)


class Staff(ABC, Generic[W]):
    """A crew of workers, which come with the first work and stay until the ``with`` is left."""

    def __init__(self) -> None:
        self._workers: list[W] = []

    @abstractmethod
    def hire(self, there: Sequence[W]) -> Iterable[W]:
        """Those who are wanted beside the workers that are there."""

    @abstractmethod
    def answered(self, busy: Collection[W], *, wait: bool) -> Iterable[W]:
        """Those at work who have an answer, or are dead; with ``wait``, when there is one."""

    def each(
        self, work: Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job] = nothing
    ) -> Iterator[Result | Lost[Job, Result]]:
        """See ``Crew.each``."""
        self._workers += self.hire(self._workers)
        round_ = _Round(self, self._workers, work, jobs, lesser)
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


class _Batch(Generic[Job]):
    """Jobs given out together, and what came of them: one answer or, once that killed a worker, one a job."""

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        self.jobs = jobs
        self.answers: list[Answer | None] = [None]

    def done(self) -> bool:
        return all(answer is not None for answer in self.answers)


@dataclass(frozen=True, slots=True)
class _Task(Generic[Job, Result]):
    """What a worker has in hand: a batch or, ``alone``, the job at its ``place`` or what is left of that ``lost``."""

    batch: _Batch[Job]
    jobs: tuple[Job, ...]
    place: int = 0
    alone: bool = False
    lost: Lost[Job, Result] | None = None

    def came(self, answer: Answer) -> None:
        """Put down what came of it."""
        if lost := self.lost:
            results = tuple(Lost(lost.job, lost.ended, result) for result in answer.results)
            answer = Answer(results, answer.error)
        self.batch.answers[self.place] = answer

    def died(self, ended: str, lesser: Lesser[Job]) -> Iterator["_Task[Job, Result]"]:
        """What is to be done now that a worker died over it; where that is nothing, it is put down as lost."""
        if not self.alone:
            self.batch.answers = [None] * len(self.jobs)
            yield from (_Task(self.batch, (job,), place, alone=True) for place, job in enumerate(self.jobs))
            return
        job = self.batch.jobs[self.place]
        less = None if self.lost else lesser(job)
        if less is None:
            self.batch.answers[self.place] = Answer((Lost(job, ended),))
        else:
            yield _Task(self.batch, (less,), self.place, alone=True, lost=Lost(job, ended))


class _Round(Generic[W, Job, Result]):
    """One time that a crew goes through jobs."""

    def __init__(
        self, staff: Staff[W], workers: list[W], work: Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job]
    ) -> None:
        self._staff, self._idle = staff, deque(workers)
        self._busy: dict[W, _Task[Job, Result]] = {}
        self._work = work
        self._lesser = lesser
        self._jobs = iter(jobs)
        self._number = len(workers)
        self._next = deque[Job]()  # taken, not yet given out
        self._again = deque[_Task[Job, Result]]()  # a worker died over them
        self._line = deque[_Batch[Job]]()  # given out, not yet given back; the next in order first

    def at_work(self) -> list[W]:
        """The workers that have not answered yet."""
        return list(self._busy)

    def results(self) -> Iterator[Result | Lost[Job, Result]]:
        self._hand_out()
        while self._line:
            self._take(wait=True)
            self._hand_out()
            while self._line and self._line[0].done():
                for answer in filter(None, self._line.popleft().answers):
                    yield from answer.results
                    if answer.error:
                        raise answer.error
                self._take(wait=False)
                self._hand_out()

    def _hand_out(self) -> None:
        while self._idle and (task := self._task()):
            worker = self._idle.popleft()
            self._busy[worker] = task
            worker.give(self._work, task.jobs)

    def _task(self) -> _Task[Job, Result] | None:
        """What is to be done next; None where there is nothing, or enough is under way."""
        if self._again:
            return self._again.popleft()
        if not (jobs := self._batch()):
            return None
        self._line.append(batch := _Batch(jobs))
        return _Task(batch, jobs)

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

    def _take(self, *, wait: bool) -> None:
        """Take what came of tasks; with ``wait``, when something has."""
        for worker in self._staff.answered(self._busy, wait=wait and bool(self._busy)):
            task = self._busy[worker]
            answer = worker.take()
            if answer is None:
                self._again.extend(task.died(worker.replace(), self._lesser))
            else:
                task.came(answer)
            del self._busy[worker]
            self._idle.append(worker)
