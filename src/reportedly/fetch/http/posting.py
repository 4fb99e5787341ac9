"""Posting to a web address that somebody gave: through the address guard, and following nothing."""

import ssl
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

import certifi
import httpx

from reportedly.clock import Clock
from reportedly.fetch.http import hop
from reportedly.fetch.http.failures import EXPECTED, no_page
from reportedly.fetch.http.guard import Guard
from reportedly.fetch.http.request import web_address
from reportedly.fetch.http.wire import Deadline, Wire
from reportedly.parsing import Told
from reportedly.settings import FetchSettings

MOST: Final = 10_000
"""Bytes of an answer that are taken; only its status counts."""
_REDIRECTED: Final = 3  # hundreds


class Poster:
    """Posts as the settings say how pages are asked for; a host that leads to a private address is refused."""

    def __init__(self, settings: FetchSettings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._guard = Guard(settings.resolve)
        self._tls = ssl.create_default_context(cafile=certifi.where())

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> str:
        """Why a body was not taken, in words; nothing where it was (status 2xx). Never raises for what a host does."""
        try:
            return self._posted(web_address(url), body, headers)
        except Told as why:
            return str(why)

    def _posted(self, address: httpx.URL, body: bytes, headers: Mapping[str, str]) -> str:
        own = (
            ("Host", address.netloc.decode("ascii")),
            ("User-Agent", self._settings.user_agent),
            ("Content-Length", str(len(body))),
            *headers.items(),
            ("Connection", "close"),
        )
        ask = hop.Ask(address, own, self._clock(), MOST, self._tls, "POST", body)
        try:
            answer = hop.exchange(ask, Wire(self._guard, Deadline(self._settings.timeout)))
        except EXPECTED as error:
            raise no_page(error, address.host, self._settings.timeout) from error
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return ""
        moved = "; redirects are not followed" if answer.status // 100 == _REDIRECTED else ""
        return f"{address.host} answered {answer.status} {answer.reason}".rstrip() + moved
