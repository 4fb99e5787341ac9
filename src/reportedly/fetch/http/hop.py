"""One request and its answer, without following anything."""

import ssl
from datetime import datetime
from typing import NamedTuple

import httpcore
import httpx

from reportedly.fetch.http.body import ACCEPTED, received, unpacked
from reportedly.fetch.http.request import Request
from reportedly.fetch.http.wire import Wire
from reportedly.records import Exchange, Headers, header

ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"


class Ask(NamedTuple):
    """What one hop needs: the address, who asks, when, how much may come, and what is sent."""

    address: httpx.URL
    headers: Headers
    at: datetime
    limit: int
    tls: ssl.SSLContext
    method: str = "GET"
    body: bytes = b""


def headers(address: httpx.URL, agent: str, request: Request) -> Headers:
    """The request headers as they are sent and archived."""
    marks = (("If-None-Match", request.etag), ("If-Modified-Since", request.last_modified))
    return (
        ("Host", address.netloc.decode("ascii")),
        ("User-Agent", agent),
        ("Accept", ACCEPT),
        ("Accept-Encoding", ACCEPTED),
        *((name, value) for name, value in marks if value),
        ("Connection", "close"),
    )


def exchange(ask: Ask, wire: Wire) -> Exchange:
    """Send the request and take the whole answer, whatever its status.

    Raises what ``failures.EXPECTED`` lists, and ``NoPage`` for a body that cannot be unpacked. The connection is closed
    afterwards: with a second or more between requests to a host, keeping it would only hold the host's memory.
    """
    target = httpcore.URL(
        scheme=ask.address.raw_scheme,
        host=ask.address.raw_host,
        port=ask.address.port,
        target=ask.address.raw_path,
    )
    sent = [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in ask.headers]
    with (
        httpcore.HTTPConnection(target.origin, ssl_context=ask.tls, network_backend=wire) as connection,
        connection.stream(ask.method, target, headers=sent, content=ask.body or None) as response,
    ):
        raw = received(response.iter_stream(), ask.limit)
    return _recorded(ask, response, raw)


def _recorded(ask: Ask, response: httpcore.Response, raw: bytes) -> Exchange:
    got = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
    body = unpacked(raw, header(got, "content-encoding"), ask.limit)
    return Exchange(
        url=str(ask.address),
        fetched_at=ask.at,
        status=response.status,
        reason=response.extensions.get("reason_phrase", b"").decode("latin-1"),
        request_headers=ask.headers,
        response_headers=got,
        body=raw if body is None else body,
        received=None if body is None else raw,
    )
