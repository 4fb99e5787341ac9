"""Where the desk is served and to whom: worked out from the settings before a port is opened."""

from datetime import timedelta
from ipaddress import ip_address
from typing import NamedTuple

from reportedly import clock
from reportedly.errors import BadSetting, UsageError
from reportedly.ledger import Ledger
from reportedly.people import Pace, Porter
from reportedly.people.oidc import Provider, provider
from reportedly.settings import Desk, WebSettings
from reportedly.web.door import Door
from reportedly.web.forwarded import network
from reportedly.web.safety import LOOPBACK

NOBODY_YET = (
    "the desk is to be served beyond this machine ({why}), and nobody has an account yet: make an admin first with "
    "`reportedly users add NAME --role admin`; docs/people.md says what else it takes"
)
NAMELESS = (
    "host {host} stands for every address of this machine: say in desk.toml by which names the desk is called, such as "
    'names = ["desk.example.org"] under [web]'
)


class Binding(NamedTuple):
    """``host`` and ``port`` to listen at, the ``names`` answered to, and whether only this machine reaches it."""

    host: str
    port: int
    names: tuple[str, ...]
    here_only: bool
    proxies: tuple[str, ...]
    secure: bool


def bound(web: WebSettings, host: str | None, port: int | None) -> Binding:
    """Where to listen, by the settings and what the command line says instead; raises ``UsageError``."""
    host = host or web.host
    local = is_loopback(host)
    if not local and _is_any(host) and not web.names:
        raise UsageError(NAMELESS.format(host=host))
    for proxy in web.proxies:
        network(proxy)
    here_only = local and not web.proxies and all(is_loopback(name) for name in web.names)
    names = (*LOOPBACK, *(web.names or (() if local else (host,))))
    given = web.port if port is None else port
    return Binding(host, given, names, here_only, web.proxies, web.secure or not here_only)


def door(desk: Desk, ledger: Ledger, binding: Binding, who: str) -> Door:
    """The door to put there; raises ``UsageError`` where others could come and nobody can let them in."""
    web = desk.settings.web
    if not binding.here_only and not ledger.people.any_admin():
        why = f"at {binding.host}" if not is_loopback(binding.host) else "[web] in desk.toml has names or proxies"
        raise UsageError(NOBODY_YET.format(why=why))
    idle, longest = timedelta(seconds=web.idle), timedelta(seconds=web.signed_in_at_most)
    porter = Porter(ledger, clock.system, idle=idle, longest=longest)
    vouching = _provider(desk)
    return Door(porter, who, binding.here_only, binding.secure, Pace(web.requests_a_minute), vouching)


def _provider(desk: Desk) -> Provider | None:
    oidc = desk.settings.web.oidc
    if oidc is None:
        return None
    secret = ""
    if oidc.secret_file:
        try:
            secret = (desk.folder / oidc.secret_file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"web.oidc.secret_file: {oidc.secret_file} cannot be read ({error.strerror})") from error
    return provider(oidc, secret, clock.system)


def is_loopback(host: str) -> bool:
    """Whether only this machine comes by that name or address."""
    return host.casefold() in LOOPBACK or _address(host, "is_loopback")


def _is_any(host: str) -> bool:
    return _address(host, "is_unspecified")


def _address(host: str, what: str) -> bool:
    try:
        return bool(getattr(ip_address(host), what))
    except ValueError:
        return False
