"""robots.txt: what a host does not want to be asked for is not asked for (RFC 9309, by protego).

No file (status 4xx) means all is allowed; a host in trouble (5xx) means nothing is, until it recovers. A host that
cannot be reached is not tried again for every page of it, but only after a while. Rules outlive a run: what is known
goes in as ``HostRules`` and what was asked comes out as such.
"""

import threading
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import httpx
from protego import Protego

from reportedly.clock import Clock
from reportedly.fetch.http.failures import NoPage
from reportedly.parsing import Told, parsing
from reportedly.records import Exchange, HostRules

RULES_KEPT = timedelta(hours=24)
FAILURE_KEPT = timedelta(minutes=5)
READ = 512_000  # bytes of a robots.txt that are looked at, as RFC 9309 has it
IN_TROUBLE = 500
REFUSED = 400


def _parsed(text: str) -> Protego | NoPage:
    try:
        with parsing("its robots.txt"):
            return Protego.parse(text)
    except Told as why:
        return NoPage("blocked", f"{why}; not asked, since what it does not want asked for is not known")


class Robots:
    """The rules of every host asked so far. ``fetch`` gets an address, following redirects."""

    def __init__(
        self, fetch: Callable[[httpx.URL], Exchange], agent: str, clock: Clock, known: Iterable[HostRules] = ()
    ) -> None:
        self._fetch = fetch
        self._agent = agent.partition("/")[0].strip() or "*"
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[str, tuple[datetime, Protego | NoPage]] = {}
        self._remembered = {rules.origin: rules for rules in known}
        self._changed: list[HostRules] = []

    def delay(self, address: httpx.URL) -> float:
        """Seconds the host wants between requests; raises ``NoPage`` where it does not want this page asked for."""
        rules = self._rules(address)
        if isinstance(rules, NoPage):
            raise NoPage(rules.state, str(rules), rules.unreached)
        if not rules.can_fetch(str(address), self._agent):
            raise NoPage("blocked", f"the robots.txt of {address.host} asks programs not to fetch this page")
        return float(rules.crawl_delay(self._agent) or 0.0)

    def learn(self, address: httpx.URL) -> bool:
        """Ask for the rules of the host unless they are known; gives whether it was asked."""
        if self._fresh(self._origin(address)):
            return False
        self._rules(address)
        return True

    def sitemaps(self, address: httpx.URL) -> tuple[str, ...]:
        """The sitemaps that the host's robots.txt names, as written there."""
        rules = self._rules(address)
        return () if isinstance(rules, NoPage) else tuple(rules.sitemaps)

    def _rules(self, address: httpx.URL) -> Protego | NoPage:
        origin = self._origin(address)
        known = self._fresh(origin)
        if known:
            return known
        now = self._clock()
        text = self._asked(httpx.URL(f"{origin}/robots.txt"))
        rules = text if isinstance(text, NoPage) else _parsed(text)
        with self._lock:
            self._known[origin] = (now, rules)
            if isinstance(text, str):
                self._changed.append(HostRules(origin, now, text))
        return rules

    def changed(self) -> tuple[HostRules, ...]:
        """The rules that came since the last call."""
        with self._lock:
            news = tuple(self._changed)
            self._changed.clear()
        return news

    @staticmethod
    def _origin(address: httpx.URL) -> str:
        return f"{address.scheme}://{address.netloc.decode('ascii')}"

    def _fresh(self, origin: str) -> Protego | NoPage | None:
        """The rules as far as they are known and not too old."""
        now = self._clock()
        with self._lock:
            earlier = self._remembered.pop(origin, None)
            if earlier:
                self._known[origin] = (earlier.asked_at, _parsed(earlier.text))
            since, known = self._known.get(origin, (now, None))
        kept = FAILURE_KEPT if isinstance(known, NoPage) else RULES_KEPT
        return known if now - since < kept else None

    def _asked(self, address: httpx.URL) -> str | NoPage:
        """What stands there; empty where nothing does."""
        try:
            answer = self._fetch(address)
        except NoPage as failure:
            return failure
        if answer.status >= IN_TROUBLE:
            status = f"{answer.status} {answer.reason}".strip()
            return NoPage("blocked", f"{address.host} answers {status} for its robots.txt; not asked until it recovers")
        return "" if answer.status >= REFUSED else answer.body[:READ].decode("utf-8", "replace")
