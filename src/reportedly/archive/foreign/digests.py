"""Digests as other programs spell them: in hexadecimal, base32 or base64, with or without padding, in any letters."""

import base64
import hashlib
from typing import Final

_KNOWN: Final = frozenset({"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"})


def differs(stated: str, data: bytes) -> bool:
    """Whether ``stated``, such as ``sha1:LQ7...``, is the digest of other bytes; not where nobody can tell."""
    name, written = _parts(stated)
    if not written or not name:
        return False
    digest = hashlib.new(name, data, usedforsecurity=False).digest()
    return written not in _spellings(digest) and written.lower() not in _spellings(digest)


def sha256(stated: str) -> str | None:
    """A SHA-256 digest in hexadecimal, however it is spelled; None where it is of another kind."""
    name, written = _parts(stated)
    if name != "sha256":
        return None
    for decode in (bytes.fromhex, _of_base32, _of_base64):
        try:
            digest = decode(written)
        except ValueError:
            continue
        if len(digest) == 32:  # noqa: PLR2004
            return digest.hex()
    return None


def _parts(stated: str) -> tuple[str, str]:
    """The name of the digest as hashlib has it, empty where it has none, and the digest without padding."""
    name, _, written = stated.partition(":")
    name = name.strip().lower().replace("-", "").replace("_", "")
    return (name if name in _KNOWN else ""), written.strip().strip("<>").rstrip("=")


def _spellings(digest: bytes) -> frozenset[str]:
    """Hexadecimal and base32 in small letters, base64 in its own."""
    base32 = base64.b32encode(digest).decode().rstrip("=").lower()
    bases = (base64.b64encode(digest), base64.urlsafe_b64encode(digest))
    return frozenset({digest.hex(), base32, *(base.decode().rstrip("=") for base in bases)})


def _of_base32(written: str) -> bytes:
    return base64.b32decode(written + "=" * (-len(written) % 8), casefold=True)


def _of_base64(written: str) -> bytes:
    return base64.urlsafe_b64decode(written.replace("+", "-").replace("/", "_") + "=" * (-len(written) % 4))
