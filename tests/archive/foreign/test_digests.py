"""Digests as other programs spell them."""

import base64
import hashlib

import pytest

from reportedly.archive.foreign import digests

DATA = b"The ferry to Tarnow sank at dawn."
OTHER = b"The ferry to Tarnow sank at noon."


def spellings(name: str) -> list[str]:
    digest = hashlib.new(name, DATA).digest()
    base32, base64_ = base64.b32encode(digest).decode(), base64.b64encode(digest).decode()
    url_safe = base64.urlsafe_b64encode(digest).decode()
    bare = [base32.rstrip("="), base64_.rstrip("=")]
    return [digest.hex(), digest.hex().upper(), base32, base32.lower(), base64_, url_safe, *bare]


@pytest.mark.parametrize("name", ["md5", "sha1", "sha256", "sha512"])
@pytest.mark.parametrize("said", ["{}", "{}:", "{}: "])
def test_a_right_digest_is_right_in_every_spelling(name: str, said: str) -> None:
    for label in (name, name.upper(), name.replace("sha", "sha-"), name.replace("sha", "SHA-")):
        for written in spellings(name):
            stated = f"{said.format(label)}{written}" if ":" in said else f"{label}:{written}"
            assert not digests.differs(stated, DATA)
            assert digests.differs(stated, OTHER)


@pytest.mark.parametrize("stated", ["", "sha1:", "sha1", "crc99:abcd", "ABCDEFGH", ":abc"])
def test_a_digest_that_nobody_can_check_is_no_fault(stated: str) -> None:
    assert not digests.differs(stated, DATA)


def test_sha256_is_told_from_any_spelling() -> None:
    known = hashlib.sha256(DATA).hexdigest()
    assert {digests.sha256(f"SHA-256:{written}") for written in spellings("sha256")} == {known}
    assert digests.sha256(f"sha1:{known}") is None
    assert digests.sha256("sha256:no such thing") is None
