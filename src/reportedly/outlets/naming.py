"""Ids of outlets, made from addresses: readable, and two hosts never get the same one for want of Latin letters."""

import re
from contextlib import suppress
from urllib.parse import unquote, urlsplit

import idna
from anyascii import anyascii

_UNFIT = re.compile(r"[^a-z0-9]+")
MOST = 80  # characters


def slug(address: str) -> str:
    """An id from an address's host, path and query: ``https://www.dawn.example/urdu`` is ``dawn-example-urdu``.

    Other alphabets are put into Latin letters.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return words(address)
    return words(f"{site(address)} {unquote(parts.path)} {unquote(parts.query)}")


def words(text: str) -> str:
    """An id from any words; ``outlet`` where nothing of them is left."""
    return _UNFIT.sub("-", anyascii(text).lower()).strip("-")[:MOST].strip("-") or "outlet"


def site(address: str) -> str:
    """The host of an address as people write it: without ``www.``, and not in Punycode; empty where it has none."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""
    with suppress(UnicodeError):  # what is no such name stays as it is written
        host = idna.decode(host) if "xn--" in host else host
    return host.removeprefix("www.")
