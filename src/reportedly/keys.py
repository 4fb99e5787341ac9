"""The desk's key: made once, kept in the desk's folder, never in a bundle. Its public half says who signed."""

import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from reportedly.errors import BadSetting, UsageError

ALGORITHM: Final = "Ed25519"
_DIGITS: Final = 64


def desk_key(file: Path) -> Ed25519PrivateKey:
    """The key in ``file``, made there where there is none; only the file's owner may read it.

    Raises ``BadSetting`` where the file holds no such key or others may read it.
    """
    if not file.exists():
        _new(file)
    if stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise BadSetting(f"{file} can be read by others, so anyone could sign as this desk: `chmod 600` it")
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise BadSetting(f"{file} holds no key ({error}): restore it from a copy") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BadSetting(f"{file} holds a key of another kind, wanted {ALGORITHM}")
    return key


def _new(file: Path) -> None:
    made = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    whole = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(made)
        opened.flush()
        os.fsync(opened.fileno())
    try:
        os.link(whole, file)  # fails where another program made one meanwhile: then that one counts
    except FileExistsError:
        pass
    finally:
        whole.unlink()


def public_bytes(key: Ed25519PublicKey) -> bytes:
    """The public key as other programs read it (SubjectPublicKeyInfo, DER)."""
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def public(der: bytes) -> Ed25519PublicKey:
    """The key in those bytes; ``ValueError`` where they are none of this kind."""
    key = serialization.load_der_public_key(der)
    if not isinstance(key, Ed25519PublicKey) or public_bytes(key) != der:
        raise ValueError(f"no {ALGORITHM} key")
    return key


def fingerprint(key: Ed25519PublicKey) -> str:
    """The SHA-256 of the public key, 64 hex digits: short enough to be read out on the telephone."""
    return hashlib.sha256(public_bytes(key)).hexdigest()


def wanted(given: str) -> str:
    """A fingerprint as a person gave it, with spaces, colons or capitals; raises ``UsageError``."""
    plain = re.sub(r"[\s:]", "", given).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{_DIGITS}}}", plain):
        raise UsageError(f"{given!r} is no fingerprint of a key: it has {_DIGITS} digits 0-9 and a-f")
    return plain


def signed_by(key: Ed25519PublicKey, signature: bytes, data: bytes) -> bool:
    """Whether the signature is that key's over ``data``."""
    try:
        key.verify(signature, data)
    except InvalidSignature:
        return False
    return True
