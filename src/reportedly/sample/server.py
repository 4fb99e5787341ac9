"""A real HTTP server on this machine that plays all the invented sites, told apart by the ``Host`` header.

It listens on 127.0.0.1 only and shows the world as it stood at the end of ``Server.day``: nothing published later,
and edited pages in the version of that day. Conditional requests are answered as the sites would answer them.
"""

import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self

from reportedly.sample import world
from reportedly.sample.answers import Response, answer, validators


class Server:
    """The web of the sample world, for use in a ``with`` block; ``day`` may be set while it runs.

    ``port`` 0 takes any free port; ``address`` says which ("127.0.0.1:PORT"). Leaving the block stops the server and
    waits for its thread.
    """

    def __init__(self, day: date, port: int = 0) -> None:
        self._web = _Web(("127.0.0.1", port), _Visit)
        self._web.day = day
        self._thread = Thread(target=self._web.serve_forever, args=(0.05,), name="sample web", daemon=True)

    @property
    def day(self) -> date:
        """The day whose end the sites show."""
        return self._web.day

    @day.setter
    def day(self, day: date) -> None:
        self._web.day = day

    @property
    def address(self) -> str:
        """Where the server listens, as ``host:port``."""
        return f"127.0.0.1:{self._web.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._web.shutdown()
        self._thread.join()
        self._web.server_close()


class _Web(ThreadingHTTPServer):
    """The standard library's server with a calendar."""

    day: date
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a visitor who hung up; anything else is printed as usual."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Visit(BaseHTTPRequestHandler):
    """One visitor's connection."""

    server: _Web
    server_version = "SampleWeb/1"
    sys_version = ""
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the page."""
        self._answer(with_body=False)

    def log_message(self, *_: object) -> None:
        """Say nothing: the desk's own record tells what was fetched."""

    def _answer(self, *, with_body: bool) -> None:
        host = self.headers.get("Host", "").partition(":")[0].lower()
        site = world.sites().get(host)
        if site is None:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, f"no site {host!r} in the sample world")
            return
        given = answer(site, self.path.partition("?")[0], self.server.day)
        marks = validators(site, given)
        if given.status is HTTPStatus.OK and _has(self.headers, marks):
            self._head(HTTPStatus.NOT_MODIFIED, marks)
            return
        self._page(given, marks, with_body=with_body)

    def _page(self, given: Response, marks: Mapping[str, str], *, with_body: bool) -> None:
        measures = {"Content-Type": given.content_type, "Content-Length": str(len(given.body))}
        self._head(given.status, {**marks, **measures})
        if with_body:
            self.wfile.write(given.body)

    def _head(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def _has(asked: Message, marks: Mapping[str, str]) -> bool:
    """Whether the visitor already has this version. A tag outranks a date (RFC 9110, section 13.2.2)."""
    tags = asked.get("If-None-Match")
    if tags and "ETag" in marks:
        return marks["ETag"] in [tag.strip() for tag in tags.split(",")]
    since, changed = asked.get("If-Modified-Since"), marks.get("Last-Modified")
    return bool(since and changed) and _moment(changed) <= _moment(since)


def _moment(header: str | None) -> datetime:
    try:
        return parsedate_to_datetime(header or "")
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
