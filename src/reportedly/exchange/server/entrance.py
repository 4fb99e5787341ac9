"""Who comes in: a desk with the token that it was given, as a bearer or, from old programs, as a password."""

import base64
import binascii
import hashlib
from typing import Final

from reportedly.ledger import Ledger
from reportedly.records import Partner

PREFIX: Final = "rpp_"
"""The beginning of every token, so that scanners for leaked secrets find it."""
_BEARERS: Final = {"bearer", "token"}  # some programs write the second


def digest(secret: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def who(ledger: Ledger, authorization: str, certificate: str) -> Partner | None:
    """The partner with this header; None where nobody has that token, or the certificate shown is not theirs.

    ``certificate`` is the SHA-256 of the one shown. The name beside a password is not looked at.
    """
    secret = _secret(authorization)
    partner = ledger.partners.coming_with(digest(secret)) if secret else None
    if partner and partner.certificate and partner.certificate != certificate:
        return None
    return partner


def _secret(authorization: str) -> str:
    kind, _, given = authorization.strip().partition(" ")
    if kind.casefold() in _BEARERS:
        return given.strip()
    if kind.casefold() != "basic":
        return ""
    try:
        return base64.b64decode(given.strip(), validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
