"""Asking a server of programs: through the address guard, following nothing, and never more than a bound."""

import ssl
from typing import Final

import certifi
import httpx

from reportedly.clock import Clock
from reportedly.errors import ForbiddenAddress, Unreachable
from reportedly.fetch.http import hop
from reportedly.fetch.http.body import ACCEPTED
from reportedly.fetch.http.failures import EXPECTED, no_page
from reportedly.fetch.http.guard import Guard
from reportedly.fetch.http.request import web_address
from reportedly.fetch.http.wire import Deadline, Wire
from reportedly.parsing import Told
from reportedly.records import Exchange, Headers
from reportedly.settings import FetchSettings

MOST: Final = 20_000_000
"""Bytes of an answer, unpacked; a page of 1,000 reports with quotes has 4,000,000."""


class Asker:
    """Asks as the settings say how pages are asked for; a host that leads to a private address is refused.

    One that is ``guarded`` brings secrets: it speaks http only to hosts that the settings name under ``fetch.resolve``.
    """

    def __init__(self, settings: FetchSettings, clock: Clock, *, guarded: bool = True) -> None:
        self._settings = settings
        self._clock = clock
        self._guarded = guarded
        self._guard = Guard(settings.resolve)
        self._tls = ssl.create_default_context(cafile=certifi.where())

    def __call__(self, method: str, url: str, headers: Headers, body: bytes = b"", most: int = MOST) -> Exchange:
        """The answer, whatever its status; raises ``Unreachable``, in words, where there is none."""
        try:
            return self._asked(method, web_address(url), headers, body, most)
        except Told as why:
            raise Unreachable(str(why)) from why

    def _asked(self, method: str, address: httpx.URL, headers: Headers, body: bytes, most: int) -> Exchange:
        if self._guarded and address.scheme != "https" and not self._guard.knows(address.host):
            raise ForbiddenAddress(
                f"{address} would carry a secret in the open: give the address with https://, or name the host under "
                "fetch.resolve where it is meant"
            )
        own = (
            ("Host", address.netloc.decode("ascii")),
            ("User-Agent", self._settings.user_agent),
            ("Accept-Encoding", ACCEPTED),
            *((("Content-Length", str(len(body))),) if method == "POST" else ()),
            *headers,
            ("Connection", "close"),
        )
        ask = hop.Ask(address, own, self._clock(), most, self._tls, method, body)
        try:
            return hop.exchange(ask, Wire(self._guard, Deadline(self._settings.timeout)))
        except EXPECTED as error:
            raise no_page(error, address.host, self._settings.timeout) from error
