"""Many requests at once: hosts side by side, the requests to one host one after another.

Invariant: when the iteration ends, for whatever reason, no thread of it goes on.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from reportedly.fetch.request import Request
from reportedly.records import Exchange, Outcome

Answer = tuple[Request, Exchange | Outcome]
LOOK = 0.2  # seconds after which a waiting thread looks whether the iteration was left
FAREWELL = 2.0  # seconds given to a thread that was told to stop; only a name lookup can outlast it


def over_hosts(
    requests: Iterable[Request],
    ask: Callable[[Request], Exchange | Outcome],
    parallel: int,
    interrupt: Callable[[], None],
) -> Iterator[Answer]:
    """The answers of ``ask`` as they come, from up to ``parallel`` hosts at once.

    ``interrupt`` is called when the iteration is left early, to break off what is under way. An error that ``ask``
    raises is raised here. The answers waiting to be taken are few, so memory stays bounded.
    """
    hosts = _by_host(requests)
    left = sum(map(len, hosts))
    work = _Work(hosts, ask, parallel)
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
            interrupt()
        for thread in work.threads:
            thread.join(FAREWELL)


class _Work:
    """The threads and what they share."""

    def __init__(
        self, hosts: deque[list[Request]], ask: Callable[[Request], Exchange | Outcome], parallel: int
    ) -> None:
        many = min(parallel, len(hosts))
        self.done: queue.Queue[Answer | Exception] = queue.Queue(maxsize=max(1, many))
        self.ended = threading.Event()
        self._hosts = hosts
        self._ask = ask
        self.threads = [threading.Thread(target=self._run, daemon=True, name=f"fetch {n}") for n in range(many)]
        for thread in self.threads:
            thread.start()

    def _run(self) -> None:
        with suppress(IndexError):
            while not self.ended.is_set():
                self._ask_all(self._hosts.popleft())

    def _ask_all(self, row: list[Request]) -> None:
        for request in row:
            if self.ended.is_set():
                return
            try:
                answer = self._ask(request)
            except Exception as error:  # noqa: BLE001  # raised again where the answers are taken
                self._put(error)
                return
            self._put((request, answer))

    def _put(self, answer: Answer | Exception) -> None:
        while not self.ended.is_set():
            with suppress(queue.Full):
                self.done.put(answer, timeout=LOOK)
                return


def _by_host(requests: Iterable[Request]) -> deque[list[Request]]:
    """The requests of each host, those with most to ask first, so that no long row is left for the end."""
    rows: dict[str, list[Request]] = {}
    for request in requests:
        rows.setdefault(_host(request.url), []).append(request)
    return deque(sorted(rows.values(), key=len, reverse=True))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or url).rstrip(".")
    except ValueError:
        return url
