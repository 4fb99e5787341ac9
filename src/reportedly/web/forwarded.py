"""What a proxy says of the browser behind it, believed only where the proxy is named in the settings."""

import base64
import binascii
import hashlib
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.errors import BadSetting

CERTIFICATE: Final = "reportedly.certificate"
"""In a request's scope: the SHA-256 of the certificate that a program showed the proxy, in hex digits."""


class Forwarded:
    """Gives each request the address, the name and the scheme that its browser used.

    Of ``X-Forwarded-For`` the last address counts that is no proxy's: whatever stands before it, anybody may have
    written. ``Client-Cert`` is the certificate that a program showed the proxy (RFC 9440). Where the desk is
    ``secure``, browsers come by https, whatever a proxy says.
    """

    def __init__(self, app: ASGIApp, proxies: Iterable[str] = (), *, secure: bool = False) -> None:
        self._app = app
        self._proxies = tuple(network(proxy) for proxy in proxies)
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as its browser sent it."""
        if scope["type"] == "http":
            client = scope.get("client")
            if client and self._is_proxy(client[0]):
                self._believe(scope, Headers(scope=scope))
            if self._secure:
                scope["scheme"] = "https"
        await self._app(scope, receive, send)

    def _believe(self, scope: Scope, headers: Headers) -> None:
        for address in reversed(",".join(headers.getlist("x-forwarded-for")).split(",")):
            if not _is_address(address.strip()):
                break
            scope["client"] = (address.strip(), 0)
            if not self._is_proxy(address.strip()):
                break
        if shown := _fingerprint(headers.get("client-cert", "")):
            scope[CERTIFICATE] = shown
        if (scheme := headers.get("x-forwarded-proto", "").strip().casefold()) in {"http", "https"}:
            scope["scheme"] = scheme
        if host := headers.get("x-forwarded-host", "").strip():
            MutableHeaders(scope=scope)["host"] = host

    def _is_proxy(self, address: str) -> bool:
        return _is_address(address) and any(ip_address(address) in proxy for proxy in self._proxies)


def _fingerprint(header: str) -> str:
    """The SHA-256 of a certificate as RFC 9440 writes it: base64 between colons; empty where it is none."""
    try:
        shown = base64.b64decode(header.strip().strip(":"), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return hashlib.sha256(shown).hexdigest() if shown else ""


def network(given: str) -> IPv4Network | IPv6Network:
    """The network or single address that the settings name; raises ``BadSetting``."""
    try:
        return ip_network(given, strict=False)
    except ValueError as error:
        raise BadSetting(f"web.proxies: {given!r} is no address or network ({error})") from error


def _is_address(given: str) -> bool:
    try:
        ip_address(given)
    except ValueError:
        return False
    return True
