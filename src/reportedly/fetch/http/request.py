"""What is asked for, and the web address as it goes over the wire."""

import httpx

from reportedly.fetch.http.failures import NoPage
from reportedly.records import Record

WEB = {"http", "https"}
LAST_PORT = 65_535


class Request(Record, frozen=True):
    """A page to ask for. With the marks of an earlier answer the host is asked whether anything changed since."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


def web_address(url: str, base: httpx.URL | None = None) -> httpx.URL:
    """``url``, absolute or relative to ``base``, parsed; raises ``NoPage`` where it cannot be asked for.

    A name or password inside an address is refused: no news page has one, and it makes one host look like another.
    """
    try:
        address = base.join(url) if base else httpx.URL(url)
    except httpx.InvalidURL as error:
        raise NoPage("failed", f"{url!r} is no web address: {error}") from error
    if address.scheme not in WEB or not address.host:
        raise NoPage("failed", f"{url!r} is no web address: wanted http:// or https:// and a host")
    if address.userinfo:
        raise NoPage("blocked", f"{url!r} holds a user name: such addresses are never asked")
    if address.port is not None and not 0 < address.port <= LAST_PORT:
        raise NoPage("failed", f"{url!r} is no web address: there is no port {address.port}")
    return address.copy_with(fragment=None)
