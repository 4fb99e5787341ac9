"""The address guard: an address found in a feed must not lead into the network the desk itself stands in.

Invariant: what is checked is what is connected to. Names are resolved here, once; the addresses that come back are
checked as numbers, so no spelling of a host (decimal, octal, mapped into IPv6, with a dot at the end) matters.
"""

import queue
import socket
import threading
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple

from reportedly.errors import BadSetting, ForbiddenAddress, Unreachable

Address = IPv4Address | IPv6Address

# Not private by the registry, yet never a news site: a cloud's own services, relays and tunnels into other networks.
_REFUSED = tuple(
    ip_network(net)
    for net in (
        "168.63.129.16/32",  # Azure's services for its own machines
        "192.88.99.0/24",  # 6to4 relays
        "100.64.0.0/10",  # carriers' own networks; Alibaba's metadata
        "192.0.0.0/24",  # Oracle's metadata
        "2002::/16",  # 6to4 wraps any IPv4 address
        "2001::/32",  # so does Teredo
        "64:ff9b:1::/48",  # local translation to IPv4
        "fec0::/10",  # the old private range
        "3fff::/20",  # documentation
    )
)
_PUBLIC_IPV6 = ip_network("2000::/3")  # all that was ever given out
_NAT64 = ip_network("64:ff9b::/96")
_COMPATIBLE = ip_network("::/96")
_LOW_32 = 0xFFFF_FFFF


class Endpoint(NamedTuple):
    """A numeric address and a port that may be connected to."""

    address: str
    port: int


class Guard:
    """Resolves hosts and lets through public addresses only, save for hosts that the settings resolve themselves."""

    def __init__(self, resolve: Mapping[str, str]) -> None:
        self._known = {_plain(host): _endpoint(host, target) for host, target in resolve.items()}

    def endpoints(self, host: str, port: int, seconds: float) -> tuple[Endpoint, ...]:
        """Where to connect for ``host``, in the resolver's order, looked up within ``seconds``.

        Raises ``ForbiddenAddress`` if *any* of its addresses is not public, ``Unreachable`` if it has none.
        """
        named = self._named(_plain(host))
        if named:
            return (named,)
        addresses = _look_up(host, port, seconds)
        for address in addresses:
            why = refusal(ip_address(address))
            if why:
                raise ForbiddenAddress(
                    f"{host} leads to {address}, {why}: never asked. If it is meant, name the host under fetch.resolve"
                )
        return tuple(Endpoint(address, port) for address in addresses)

    def knows(self, host: str) -> bool:
        """Whether the settings say where a host is."""
        return self._named(_plain(host)) is not None

    def _named(self, host: str) -> Endpoint | None:
        if host in self._known:
            return self._known[host]
        labels = host.split(".")
        suffixes = (".".join(["*", *labels[i:]]) for i in range(1, len(labels)))
        return next((self._known[suffix] for suffix in suffixes if suffix in self._known), None)


def refusal(address: Address) -> str | None:
    """Why an address may not be connected to; None if it may."""
    if isinstance(address, IPv6Address):
        inner = _wrapped(address)
        if inner is not None:
            return refusal(inner)
    if any(address in net for net in _REFUSED):
        return "a special-purpose address"
    if address.is_loopback:
        return "this machine itself"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    given_out = address.version == 4 or address in _PUBLIC_IPV6  # noqa: PLR2004  # the other version is 6
    return None if address.is_global and given_out else "a private or reserved address"


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one, where the system would go there."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & _LOW_32)
    return None


def _look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """The addresses of a host; in a thread of its own, since a lookup knows no time limit."""
    answer: queue.SimpleQueue[tuple[str, ...] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(tuple(dict.fromkeys(str(row[4][0]) for row in rows)))
        except (OSError, UnicodeError, ValueError) as error:
            answer.put(error)

    threading.Thread(target=ask, daemon=True, name=f"look up {host}").start()
    try:
        addresses = answer.get(timeout=seconds)
    except queue.Empty:
        raise Unreachable(f"{host} was not found within {seconds:.0f} seconds (name lookup)") from None
    if isinstance(addresses, Exception) or not addresses:
        raise Unreachable(f"{host} is no known host name: check the spelling, and that the network is up")
    return addresses


def _plain(host: str) -> str:
    return host.lower().rstrip(".")


def _endpoint(host: str, target: str) -> Endpoint:
    address, _, port = target.rpartition(":")
    try:
        return Endpoint(str(ip_address(address.strip("[]"))), int(port))
    except ValueError as error:
        wanted = "a numeric address and a port, such as '127.0.0.1:8701'"
        raise BadSetting(f"fetch.resolve: {host!r} has {target!r}, wanted {wanted}") from error
