"""Many requests at once: hosts side by side, the requests to one host one after another.

Whichever host may be asked soonest comes next, so that a slow or patient one holds up no other. Invariant: when the
iteration ends, for whatever reason, no thread of it goes on.
"""

import heapq
import itertools
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from reportedly.fetch.http.request import Request
from reportedly.records import Exchange, Outcome

Reply = tuple[Request, Exchange | Outcome]
LOOK = 0.2  # seconds after which a waiting thread looks whether the iteration was left
FAREWELL = 2.0  # seconds given to a thread that was told to stop; only a name lookup can outlast it


class Manners(NamedTuple):
    """How hosts are asked.

    ``ask`` gives a request's answer. ``prepare`` comes before it and says whether the host was asked something else for
    the request's sake (its robots.txt): the request then waits for the host's next turn, and the thread turns to
    another host meanwhile. ``ready`` gives the moment from which a host may be asked. ``interrupt`` breaks off what is
    under way; it is called when the iteration is left early.
    """

    ask: Callable[[Request], Exchange | Outcome]
    prepare: Callable[[Request], bool]
    ready: Callable[[str], float]
    interrupt: Callable[[], None]


def over_hosts(requests: Iterable[Request], manners: Manners, parallel: int) -> Iterator[Reply]:
    """The answers to ``requests`` as they come, from up to ``parallel`` hosts at once.

    An error that ``ask`` raises is raised here. No more answers wait to be taken than hosts are
    asked at once: memory stays bounded, and a run that is killed has few to ask for again.
    """
    rows = _by_host(requests)
    left = sum(map(len, rows.values()))
    work = _Work(rows, manners, parallel)
    try:
        for _ in range(left):
            answer = work.done.get()
            if isinstance(answer, Exception):
                raise answer
            left -= 1
            yield answer
    finally:
        work.ended.set()
        if left:
            manners.interrupt()
        for thread in work.threads:
            thread.join(FAREWELL)


class _Work:
    """The threads and what they share. A host that is being asked is not among those waiting."""

    def __init__(self, rows: dict[str, deque[Request]], manners: Manners, parallel: int) -> None:
        many = min(parallel, len(rows))
        self.done: queue.Queue[Reply | Exception] = queue.Queue(maxsize=1)
        self.ended = threading.Event()
        self._manners, self._rows = manners, rows
        self._turn = itertools.count()
        self._waiting = [(manners.ready(host), next(self._turn), host) for host in rows]
        heapq.heapify(self._waiting)
        self._free = threading.Condition()
        self._asked = 0
        self.threads = [threading.Thread(target=self._run, daemon=True, name=f"fetch {n}") for n in range(many)]
        for thread in self.threads:
            thread.start()

    def _run(self) -> None:
        while (host := self._next()) is not None:
            try:
                if not self._manners.prepare(self._rows[host][0]):
                    request = self._rows[host].popleft()
                    self._put((request, self._manners.ask(request)))
            except Exception as error:  # noqa: BLE001  # raised again where the answers are taken
                self._put(error)
                return
            finally:
                self._back(host)

    def _next(self) -> str | None:
        """The host that may be asked soonest; None when there is nothing more to do for this thread."""
        with self._free:
            while not self.ended.is_set():
                if self._waiting:
                    self._asked += 1
                    return heapq.heappop(self._waiting)[2]
                if not self._asked:
                    return None
                self._free.wait(LOOK)
        return None

    def _back(self, host: str) -> None:
        """Let the host wait for its next turn, if there is anything left to ask of it."""
        with self._free:
            self._asked -= 1
            if self._rows[host]:
                heapq.heappush(self._waiting, (self._manners.ready(host), next(self._turn), host))
            self._free.notify_all()

    def _put(self, answer: Reply | Exception) -> None:
        while not self.ended.is_set():
            with suppress(queue.Full):
                self.done.put(answer, timeout=LOOK)
                return


def _by_host(requests: Iterable[Request]) -> dict[str, deque[Request]]:
    """The requests of each host, those with most to ask first, so that no long row is left for the end."""
    rows: dict[str, deque[Request]] = {}
    for request in requests:
        rows.setdefault(host_of(request.url), deque()).append(request)
    return dict(sorted(rows.items(), key=lambda row: len(row[1]), reverse=True))


def host_of(url: str) -> str:
    """The host of an address in small letters; the address itself where it has none."""
    try:
        return (urlsplit(url).hostname or url).rstrip(".")
    except ValueError:
        return url
