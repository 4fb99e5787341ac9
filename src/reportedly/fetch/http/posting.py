"""Posting to a web address that somebody gave: through the address guard, and following nothing."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from reportedly.clock import Clock
from reportedly.errors import Unreachable
from reportedly.fetch.http.asking import Asker
from reportedly.settings import FetchSettings

MOST: Final = 10_000
"""Bytes of an answer that are taken; only its status counts."""
_REDIRECTED: Final = 3  # hundreds


class Poster:
    """Posts as the settings say how pages are asked for; a host that leads to a private address is refused."""

    def __init__(self, settings: FetchSettings, clock: Clock) -> None:
        self._ask = Asker(settings, clock, guarded=False)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> str:
        """Why a body was not taken, in words; nothing where it was (status 2xx). Never raises for what a host does."""
        try:
            answer = self._ask("POST", url, tuple(headers.items()), body, MOST)
        except Unreachable as why:
            return str(why)
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return ""
        moved = "; redirects are not followed" if answer.status // 100 == _REDIRECTED else ""
        return f"{urlsplit(url).hostname} answered {answer.status} {answer.reason}".rstrip() + moved
