"""The fetcher: asks for pages and gives either the exchange or what came instead.

An exchange keeps the URL that was *asked for*, because that is the one a feed announced and the ledger waits for; the
address that answered in the end is ``Exchange.landed``, and the archive files the bytes under it.
"""

from collections.abc import Callable, Iterable, Iterator
from random import SystemRandom
from types import TracebackType
from typing import Self

import httpx
import msgspec

from reportedly.clock import Clock
from reportedly.fetch.http import verdict
from reportedly.fetch.http.failures import NoPage
from reportedly.fetch.http.hops import Hops
from reportedly.fetch.http.hosts import Manners, over_hosts
from reportedly.fetch.http.pace import Reserve, at_once
from reportedly.fetch.http.request import Request, web_address
from reportedly.fetch.http.robots import Robots
from reportedly.fetch.http.standing import Standings
from reportedly.parsing import Told, Unparsed, parsing
from reportedly.records import Exchange, HostRules, HostState, Outcome
from reportedly.settings import FetchSettings

_chance = SystemRandom().random


class Fetcher:
    """Asks for pages as the settings say; a context manager. ``get`` may be called from any thread.

    Proxies named in the environment are not used: the guard must see the address that is connected to. ``hosts`` and
    ``rules`` are what earlier runs left of ``host_states`` and ``host_rules``; ``chance`` gives numbers from 0 to 1.
    ``reserve`` reserves turns at hosts among all processes that ask (``pace.Reserve``).
    """

    def __init__(  # noqa: PLR0913  what others know of hosts is named
        self,
        settings: FetchSettings,
        clock: Clock,
        hosts: Iterable[HostState] = (),
        chance: Callable[[], float] = _chance,
        *,
        rules: Iterable[HostRules] = (),
        reserve: Reserve = at_once,
    ) -> None:
        self.chance = chance
        self._clock = clock
        self._parallel = settings.parallel_hosts
        known = tuple(rules)
        standings = Standings(hosts, settings.failures_per_host, clock, chance)
        self._hops = Hops(settings, clock, standings, (httpx.URL(kept.origin).host for kept in known), reserve)
        self._robots = Robots(self._rules_at, settings.user_agent, clock, known)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all that goes on; afterwards every request fails."""
        self._hops.cut()

    def get(self, request: Request) -> Exchange | Outcome:
        """The page asked for (status 2xx), or an outcome that says what came instead and why.

        Never raises for what the network or a host does. States: ``unchanged`` (304), ``gone`` (404, 410), ``blocked``
        (robots.txt or the address guard), ``paywalled`` (402), ``failed`` (all else, in plain words). A host that could
        not be reached ``fetch.failures_per_host`` times on end is not tried for its other pages.
        """
        try:
            with parsing("the answer"):
                return self._page(request)
        except Unparsed as why:
            return Outcome(request.url, self._clock(), "failed", str(why))
        except NoPage as ended:
            if ended.unreached and not self._hops.stop.is_set():
                self._hops.standings.unreached(ended.unreached, str(ended))
            return Outcome(request.url, self._clock(), ended.state, str(ended))

    def get_all(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Exchange | Outcome]]:
        """The answers to all requests, as they come: hosts side by side, the pages of one host one after another.

        Leaving the iteration early (or Ctrl-C) breaks off what is under way and leaves no thread behind. One iteration
        at a time.
        """
        was_closed = self._hops.stop.is_set()
        try:
            manners = Manners(self.get, self._learn, self._hops.pace.ready, self._hops.cut)
            yield from over_hosts(requests, manners, self._parallel)
        finally:
            if not was_closed:
                self._hops.stop.clear()

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the URL's host names; none where that cannot be had."""
        try:
            with parsing("its robots.txt"):
                return self._robots.sitemaps(web_address(url))
        except Told:
            return ()

    def resting(self, url: str) -> bool:
        """Whether the URL's host is put off or asked for rest, so that asking would only give a failure."""
        try:
            with parsing("the address"):
                return self._hops.standings.resting(web_address(url).host)
        except Told:
            return False

    def host_states(self) -> tuple[HostState, ...]:
        """The hosts whose standing changed since this was last asked, to be kept for the next run."""
        return self._hops.standings.changed()

    def host_rules(self) -> tuple[HostRules, ...]:
        """The robots.txt of the hosts that were asked for it since this was last asked, to be kept for later runs."""
        return self._robots.changed()

    def _page(self, request: Request) -> Exchange:
        asked = web_address(request.url)
        answer = self._hops.follow(asked, request, self._robots.delay)
        wait = verdict.rest(answer)
        host = httpx.URL(answer.url).host
        if wait is not None:
            self._hops.standings.rest(host, wait)
            self._hops.pace.rest(host, wait)
        landed = None if answer.url == str(asked) else answer.url
        return msgspec.structs.replace(verdict.page(answer, host), url=request.url, landed=landed)

    def _learn(self, request: Request) -> bool:
        """Ask for the robots.txt of the request's host unless it is known or would not be asked now."""
        try:
            with parsing("its robots.txt"):
                address = web_address(request.url)
                self._hops.standings.check(address.host)
                return self._robots.learn(address)
        except Told:
            return False

    def _rules_at(self, address: httpx.URL) -> Exchange:
        return self._hops.follow(address, Request(str(address)), lambda _: 0.0)
