"""From where somebody comes, and whether their browser was signed in before."""

import hmac
import secrets
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from reportedly.records import Account


class Caller(NamedTuple):
    """An ``address``, the ``browser`` as it calls itself, and what the desk gave it when somebody last signed in."""

    address: str = ""
    browser: str = ""
    device: str = ""

    @property
    def net(self) -> str:
        """The address, or the network of a household where addresses are given out by networks (IPv6)."""
        try:
            known = ip_address(self.address)
        except ValueError:
            return self.address
        return str(IPv6Address(int(known) >> 64 << 64)) if known.version == 6 else str(known)  # noqa: PLR2004

    def knows(self, account: Account) -> bool:
        """Whether this browser was signed in as them, since they last changed their password."""
        nonce, _, seal = self.device.partition(".")
        return bool(nonce) and hmac.compare_digest(seal.encode(), _seal(account, nonce).encode())


def device_for(account: Account) -> str:
    """What a browser is given to be known by: sealed with what only the desk has, and kept nowhere."""
    nonce = secrets.token_urlsafe(12)
    return f"{nonce}.{_seal(account, nonce)}"


def _seal(account: Account, nonce: str) -> str:
    key = f"{account.id}\n{account.password or account.identity}"
    return hmac.digest(key.encode(), nonce.encode(), "sha256").hex()
