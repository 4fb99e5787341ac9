"""A crew of worker processes on this machine."""

from collections.abc import Collection, Iterator, Sequence
from multiprocessing import connection

from reportedly.crew.rounds import Staff
from reportedly.crew.worker import Worker


class Processes(Staff[Worker]):
    """A crew of that many worker processes."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def hire(self, there: Sequence[Worker]) -> Iterator[Worker]:
        """As many as are missing."""
        return (Worker() for _ in range(self._number - len(there)))

    def answered(self, busy: Collection[Worker], *, wait: bool) -> Iterator[Worker]:
        """Those at whose pipe something came, if only its end."""
        pipes = {id(worker.pipe): worker for worker in busy}
        ready = connection.wait([worker.pipe for worker in busy], None if wait else 0)
        return (pipes[id(pipe)] for pipe in ready)
