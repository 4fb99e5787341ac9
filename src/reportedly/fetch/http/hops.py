"""From address to address: every hop, redirects included, under guard, pace and limits."""

import ssl
import threading
import time
from collections.abc import Callable, Iterable

import certifi
import httpx
import msgspec

from reportedly.clock import Clock
from reportedly.fetch.http import hop, verdict
from reportedly.fetch.http.failures import EXPECTED, NoPage, no_page
from reportedly.fetch.http.guard import Guard
from reportedly.fetch.http.pace import Pace, Reserve, at_once
from reportedly.fetch.http.request import Request, web_address
from reportedly.fetch.http.standing import Standings
from reportedly.fetch.http.wire import Deadline, Wire
from reportedly.records import Exchange
from reportedly.settings import FetchSettings

MOST_REDIRECTS = 10


class Hops:
    """Asks and follows; keeps the open wires, so that all can be cut at once."""

    def __init__(
        self,
        settings: FetchSettings,
        clock: Clock,
        standings: Standings,
        asked: Iterable[str],
        reserve: Reserve = at_once,
    ) -> None:
        """``asked`` are hosts that an earlier run may have asked a moment ago; others at work ``reserve``, too."""
        self._settings = settings
        self._clock = clock
        self._guard = Guard(settings.resolve)
        self._tls = ssl.create_default_context(cafile=certifi.where())
        self._lock = threading.Lock()
        self._wires: set[Wire] = set()
        self.stop = threading.Event()
        self.pace = Pace(self.stop, settings.per_host_delay, asked, reserve)
        self.standings = standings

    def follow(self, address: httpx.URL, request: Request, delay: Callable[[httpx.URL], float]) -> Exchange:
        """The answer at the end of the redirects, whatever its status; its ``url`` is the address that gave it.

        ``hops`` of the answer are the redirects that led to it.
        ``delay`` says for each address how many seconds its host wants between requests, or raises ``NoPage``.
        ``fetch.timeout`` is for all hops together; waiting for politeness' sake does not count.
        """
        seconds = self._settings.timeout
        passed: tuple[Exchange, ...] = ()
        for _ in range(MOST_REDIRECTS + 1):
            self.pace.rest(address.host, self.standings.check(address.host))
            with self.pace.turn(address.host, max(self._settings.per_host_delay, delay(address))):
                began = time.monotonic()
                answer = self._exchange(address, request, seconds)
                seconds -= time.monotonic() - began
            target = verdict.redirect(answer)
            if target is None:
                return msgspec.structs.replace(answer, hops=passed)
            passed = (*passed, answer)
            address = _next(target, address, passed)
        raise NoPage("failed", f"redirected more than {MOST_REDIRECTS} times, last to {address}")

    def _exchange(self, address: httpx.URL, request: Request, seconds: float) -> Exchange:
        wire = Wire(self._guard, Deadline(seconds))
        headers = hop.headers(address, self._settings.user_agent, request)
        ask = hop.Ask(address, headers, self._clock(), self._settings.max_bytes, self._tls)
        with self._lock:
            self._wires.add(wire)
        try:
            answer = hop.exchange(ask, wire)
        except EXPECTED as error:
            raise no_page(error, address.host, self._settings.timeout) from error
        finally:
            with self._lock:
                self._wires.discard(wire)
        self.standings.answered(address.host)
        return answer

    def cut(self) -> None:
        """Stop waiting and end every exchange under way; what is asked from now on fails until ``stop`` is cleared."""
        self.stop.set()
        with self._lock:
            wires = tuple(self._wires)
        for wire in wires:
            wire.cut()


def _next(target: str, address: httpx.URL, passed: Iterable[Exchange]) -> httpx.URL:
    """Where a redirect leads; raises ``NoPage`` where we were before, since the same request has the same answer."""
    address = web_address(target, address)
    if any(address == httpx.URL(hop.url) for hop in passed):
        raise NoPage("failed", f"redirected in a circle, back to {address}")
    return address
