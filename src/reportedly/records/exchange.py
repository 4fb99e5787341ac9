"""A request and its answer, as they went over the wire."""

from datetime import datetime

from reportedly.records.kinds import Record

Headers = tuple[tuple[str, str], ...]
"""The headers of a request or an answer, in their order."""


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
    request_headers: Headers
    response_headers: Headers
    body: bytes
    landed: str | None = None
    received: bytes | None = None
    hops: tuple["Exchange", ...] = ()
    origin: str | None = None

    @property
    def etag(self) -> str | None:
        """The answer's ETag, for asking later whether anything changed."""
        return self.header("etag")

    @property
    def last_modified(self) -> str | None:
        """The answer's Last-Modified, for asking later whether anything changed."""
        return self.header("last-modified")

    def header(self, name: str) -> str | None:
        """The answer's first header of that name (given in small letters)."""
        return header(self.response_headers, name)


def header(headers: Headers, name: str) -> str | None:
    """The first header of that name (given in small letters); None where there is none."""
    return next((value for key, value in headers if key.lower() == name), None)
