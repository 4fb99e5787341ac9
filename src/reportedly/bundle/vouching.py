"""Who vouches for a bundle, and since when: its signature, its seal, its time stamp."""

import base64
import binascii

import msgspec

from reportedly import keys
from reportedly.bundle import contents, stamping
from reportedly.bundle.contents import Digest, Signed
from reportedly.bundle.report import Stamp, Wrong


def signer(digest: Digest, wanted: str | None, wrong: Wrong) -> str:
    """The fingerprint of the key in the bundle; ``wrong`` is told where it did not sign, or is not the one wanted."""
    signed = digest.signed_data
    try:
        key = keys.public(_from_64(signed.public_key))
        signature, seal = _from_64(signed.signature), _from_64(signed.seal)
    except ValueError as error:
        wrong("the signature", f"its key or its bytes cannot be read: {error}")
        return ""
    name = keys.fingerprint(key)
    if wanted and name != wanted:
        wrong("the key", f"it was signed with another key: {name}, wanted {wanted}")
    if not keys.signed_by(key, signature, signed.hash.encode()):
        wrong("the signature", "it is not that of the key in the bundle over the digest of datapackage.json")
    if not keys.signed_by(key, seal, msgspec.json.encode(msgspec.structs.replace(signed, seal=""))):
        wrong("the seal", f"{contents.DIGEST} was changed after it was signed")
    if digest.hash != signed.hash or digest.path != contents.PACKAGE or signed.algorithm != keys.ALGORITHM:
        wrong(contents.DIGEST, "it says two different things of what was signed")
    return name


def stamp(signed: Signed, wrong: Wrong) -> Stamp | None:
    """What the time stamp says, None where there is none or where it does not hold."""
    if signed.time_signature is None and signed.timestamp_cert is None:
        return None
    try:
        token, signature = _from_64(signed.time_signature or ""), _from_64(signed.signature)
        return stamping.check(token, signature, (signed.timestamp_cert or "").encode())
    except ValueError as error:
        wrong("the time stamp", f"it does not hold for this signature: {error}")
        return None


def _from_64(text: str) -> bytes:
    """The bytes behind base64 in its one right form."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    if base64.b64encode(data).decode("ascii") != text:
        raise ValueError("not in the one right form of base64")
    return data
