"""What a crew is asked for, and the crew that is this process alone."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

Work = Callable[[Iterable[Job]], Iterator[Result]]
"""Work on jobs as they come: a result each, in their order. A function of a module, or a ``partial`` of one."""


Lesser = Callable[[Job], Job | None]
"""What is left to be done of a job over which somebody died; None where that is nothing."""


def nothing(_job: object) -> None:
    """Nothing is left to be done."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[Job, Result]):
    """A job over which whoever did it died, and how (such as "signal 9"); ``rest`` is what came of the lesser job."""

    job: Job
    ended: str
    rest: Result | None = None


class Crew(Protocol):
    """Whoever does work. What takes the place of processes, on other machines too, keeps these words."""

    def each(
        self, work: Work[Job, Result], jobs: Iterable[Job], lesser: Lesser[Job] = nothing
    ) -> Iterator[Result | Lost[Job, Result]]:
        """The result of each job, in order; ``Lost`` where whoever did it died over that job alone.

        Jobs are taken as they are needed: never more than a bounded number are under way. An error of ``errors.py``
        that the work raises is raised here, behind the results of the jobs before it. Closing the iterator ends what
        is under way.
        """

    def __enter__(self) -> Self:
        """A crew is at hand within its ``with``."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nobody is left at work."""


class Here:
    """A crew of nobody but this process: where there is little to do, others start too slowly."""

    def each(
        self,
        work: Work[Job, Result],
        jobs: Iterable[Job],
        lesser: Lesser[Job] = nothing,  # noqa: ARG002  # what kills this process is not survived
    ) -> Iterator[Result | Lost[Job, Result]]:
        """The result of each job."""
        yield from work(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """There is nobody to end."""
