"""What protects the reader of the desk: who may ask, and what a page may do once it is in the browser.

Archived pages are other people's HTML. Nothing of theirs is ever run or rendered on the desk's own origin, and a page
elsewhere can neither read the desk (by a name that resolves to loopback) nor frame it.
"""

from collections.abc import Iterable
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
SOURCE_POLICY: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"

HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
STRICT: Final = {"strict-transport-security": "max-age=31536000"}
"""A browser that came by https once comes by nothing else for a year."""


def policy_with(style_digest: str) -> str:
    """The policy with one inline style sheet allowed, named by ``sha256-...``."""
    return POLICY.replace("style-src 'self'", f"style-src 'self' '{style_digest}'")


def host_of(header: str) -> str:
    """The host in a ``Host`` header, without port and brackets."""
    if header.startswith("["):
        return header[1:].split("]", 1)[0]
    return header.rsplit(":", 1)[0] if header.count(":") == 1 else header


class Doorkeeper:
    """Answers only to its own names, and puts the safety headers on every answer that does not set its own.

    Browsers of a ``secure`` desk are told to come by https alone.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], *, secure: bool = False) -> None:
        self._app = app
        self._headers = {**HEADERS, **STRICT} if secure else HEADERS
        self._hosts = frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it with 421."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        if host_of(Headers(scope=scope).get("host", "")).casefold() in self._hosts:
            await self._app(scope, receive, safely)
        else:
            await _refuse(safely)


async def _refuse(send: Send) -> None:
    body = b"This desk answers only to its own names: those under [web] in desk.toml, or http://127.0.0.1.\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": body})
