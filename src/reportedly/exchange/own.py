"""Who this desk is to others: its name, and the key that signs what it says."""

import base64
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from reportedly import keys
from reportedly.errors import BadInput
from reportedly.settings import Desk


@dataclass(frozen=True)
class Own:
    """The desk itself: ``desk`` is the fingerprint of its key, ``key`` its public half in base64."""

    name: str
    desk: str
    key: str
    secret: Ed25519PrivateKey

    def sign(self, data: bytes) -> str:
        """Its signature over ``data``, in base64."""
        return base64.b64encode(self.secret.sign(data)).decode("ascii")


def own_desk(desk: Desk) -> Own:
    """The desk of a folder; its key is made where there is none. Raises ``BadSetting``."""
    return owner_of(desk.settings.name, keys.desk_key(desk.key))


def owner_of(name: str, secret: Ed25519PrivateKey) -> Own:
    """The desk that has this name and key."""
    public = secret.public_key()
    return Own(name, keys.fingerprint(public), base64.b64encode(public.public_bytes_raw()).decode("ascii"), secret)


def fingerprint_of(key: str) -> str:
    """The fingerprint of a public key in base64; raises ``BadInput`` where it is none."""
    return keys.fingerprint(_public(key))


def is_signed(key: str, signature: str, data: bytes) -> bool:
    """Whether a signature (base64) is that of a public key over ``data``."""
    try:
        return keys.signed_by(_public(key), base64.b64decode(signature, validate=True), data)
    except (BadInput, ValueError):
        return False


def _public(key: str) -> Ed25519PublicKey:
    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
    except ValueError as error:
        raise BadInput(
            f"{key[:60]!r} is no public key: it has 44 letters, as `reportedly exchange desk` shows"
        ) from error
