"""What was seen: outlets, feeds, exchanges, captures, and how attempts ended."""

from datetime import date, datetime

from reportedly.records.kinds import FetchState, Record


class Selector(Record, frozen=True, forbid_unknown_fields=True):
    """Where an outlet's pages captured from ``since`` on keep their text and headline, as CSS selectors.

    For the outlets on which the general extractor fails. The next selector's ``since`` ends this one's time, so an old
    capture gets the parser of its day.
    """

    since: date
    body: str | None = None
    headline: str | None = None


class Outlet(Record, frozen=True):
    """A publisher. ``owner`` lets two outlets count as one voice; ``country`` is ISO 3166-1 alpha-2.

    What is watched: ``feeds``, ``sitemaps``, and ``pages`` that link to articles where an outlet has neither.
    ``folder`` is where a list of outlets keeps it, its parts apart by a slash. ``selectors`` ascend by ``since``.
    """

    id: str
    name: str
    home: str
    feeds: tuple[str, ...] = ()
    country: str | None = None
    languages: tuple[str, ...] = ()
    owner: str | None = None
    sitemaps: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    folder: str | None = None
    selectors: tuple[Selector, ...] = ()

    @property
    def watched(self) -> tuple[str, ...]:
        """All addresses that announce its articles."""
        return (*self.feeds, *self.sitemaps, *self.pages)

    def selector(self, day: date) -> Selector | None:
        """The selector for a page captured on ``day``; None leaves it to the general extractor."""
        return next((one for one in reversed(self.selectors) if one.since <= day), None)


class Exchange(Record, frozen=True):
    """One request and the answer as it came over the wire, not yet archived. ``fetched_at`` is aware UTC.

    ``url`` is the one that was asked for; ``landed`` the one that answered, where redirects led elsewhere. ``body`` is
    readable; ``received`` holds the bytes as they came, where the server had compressed them. ``hops`` are the
    redirects on the way, the first one first. ``origin`` says which file of others an exchange was imported from.
    """

    url: str
    fetched_at: datetime
    status: int
    reason: str
    request_headers: tuple[tuple[str, str], ...]
    response_headers: tuple[tuple[str, str], ...]
    body: bytes
    landed: str | None = None
    received: bytes | None = None
    hops: tuple["Exchange", ...] = ()
    origin: str | None = None

    @property
    def etag(self) -> str | None:
        """The answer's ETag, for asking later whether anything changed."""
        return self._header("etag")

    @property
    def last_modified(self) -> str | None:
        """The answer's Last-Modified, for asking later whether anything changed."""
        return self._header("last-modified")

    def _header(self, name: str) -> str | None:
        return next((value for key, value in self.response_headers if key.lower() == name), None)


class Capture(Record, frozen=True):
    """Bytes received from one URL at one moment, and where the archive keeps them. Never changed, never deleted."""

    id: str
    url: str
    fetched_at: datetime
    status: int
    content_type: str
    sha256: str
    length: int
    warc: str
    offset: int


class FeedItem(Record, frozen=True):
    """An article announced by a feed. ``published`` and ``updated`` are aware UTC, None where the feed has none.

    ``seen_at`` is when the feed that first announced it was fetched.
    """

    url: str
    outlet: str
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    seen_at: datetime | None = None


class HostState(Record, frozen=True):
    """A host that is not asked before ``not_before`` (aware UTC), after so many ``failures`` on end, and why."""

    host: str
    failures: int
    not_before: datetime | None
    message: str


class HostRules(Record, frozen=True):
    """The robots.txt of a host (``origin``: scheme, host, port) as it was at ``asked_at``; empty where it has none."""

    origin: str
    asked_at: datetime
    text: str


class Outcome(Record, frozen=True):
    """How one attempt to fetch or use a URL ended, in plain words. Expected failures live here, not in exceptions."""

    url: str
    at: datetime
    state: FetchState
    message: str
