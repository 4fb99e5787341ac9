"""A server of another desk, or of somebody who keeps things for it: what it answers, in bounds and in words."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec

from reportedly.errors import BadInput, TurnedDown
from reportedly.exchange.server.answers import TAXII
from reportedly.records import Exchange, Headers

Ask = Callable[[str, str, Headers, bytes], Exchange]
"""Asks by a method for an address with headers and a body; raises ``Unreachable``."""

T = dict[str, Any]
_WORDS: Final = 300  # letters of what a server says of itself


@dataclass(frozen=True)
class Remote:
    """A server and what it is asked with: a token, or ``name:password`` for one that knows no tokens."""

    ask: Ask
    secret: str

    def get(self, url: str) -> Exchange:
        """The answer to a question; raises ``Unreachable`` where it is a refusal."""
        return self._good(url, self.ask("GET", url, self._headers(), b""))

    def told(self, url: str) -> T:
        """The resource at an address; raises ``Unreachable``."""
        return resource(self.get(url), url)

    def post(self, url: str, body: bytes) -> T:
        """What is answered to something sent."""
        headers = (*self._headers(), ("Content-Type", TAXII))
        return resource(self._good(url, self.ask("POST", url, headers, body)), url)

    def _headers(self) -> Headers:
        basic = base64.b64encode(self.secret.encode()).decode("ascii")
        return (
            ("Accept", TAXII),
            ("Authorization", f"Basic {basic}" if ":" in self.secret else f"Bearer {self.secret}"),
        )

    @staticmethod
    def _good(url: str, answer: Exchange) -> Exchange:
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return answer
        moved = answer.header("location")
        more = f": it leads to {moved[:_WORDS]}, which is not followed" if moved else _said(answer)
        raise TurnedDown(answer.status, f"{host_of(url)} answered {answer.status} {answer.reason}{_plain(more)}")


def resource(answer: Exchange, url: str) -> T:
    """The JSON object of an answer; raises ``Unreachable`` where it is none."""
    try:
        return msgspec.json.decode(answer.body, type=T)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise TurnedDown(
            answer.status, f"{host_of(url)} did not answer in JSON as a TAXII server does: {error}"
        ) from error


def host_of(url: str) -> str:
    """The host of an address, to be named in words."""
    try:
        return urlsplit(url).netloc
    except ValueError as error:
        raise BadInput(f"{url[:_WORDS]!r} is no web address: {error}") from error


def _said(answer: Exchange) -> str:
    """What a server says of a failure, in the form of TAXII or in plain words."""
    if (answer.header("content-type") or "").startswith("text/plain"):
        plain = answer.body[:_WORDS].decode("utf-8", "replace").strip()
        return f": {plain}" if plain else ""
    try:
        told = msgspec.json.decode(answer.body, type=T)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return ""
    words = told.get("description") or told.get("title")
    return f": {words[:_WORDS]}" if isinstance(words, str) else ""


def _plain(words: str) -> str:
    return "".join(letter for letter in words if letter.isprintable())
