import hashlib
import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from reportedly import keys
from reportedly.errors import BadSetting, UsageError


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "evidence.key"
    made = keys.desk_key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = keys.desk_key(file)
    name = keys.fingerprint(made.public_key())
    assert keys.fingerprint(again.public_key()) == name
    assert name == hashlib.sha256(keys.public_bytes(made.public_key())).hexdigest()
    assert keys.signed_by(made.public_key(), again.sign(b"words"), b"words")
    assert not keys.signed_by(made.public_key(), again.sign(b"words"), b"other words")
    assert [one.name for one in tmp_path.iterdir()] == ["evidence.key"]


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "evidence.key"
    keys.desk_key(file)
    file.chmod(0o640)
    with pytest.raises(BadSetting, match="chmod 600"):
        keys.desk_key(file)


def test_what_is_no_such_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "evidence.key"
    file.touch(0o600)
    file.write_bytes(b"nonsense")
    with pytest.raises(BadSetting, match="no key"):
        keys.desk_key(file)
    other = generate_private_key(SECP256R1())
    pem = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(other.private_bytes(*pem))
    with pytest.raises(BadSetting, match="another kind"):
        keys.desk_key(file)
    der = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    with pytest.raises(ValueError, match="Ed25519"):
        keys.public(other.public_key().public_bytes(*der))


@pytest.mark.parametrize("given", ["ab" * 32, "AB " * 32, ":".join(["ab"] * 32)])
def test_a_fingerprint_may_be_spelt_as_people_do(given: str) -> None:
    assert keys.wanted(given) == "ab" * 32


@pytest.mark.parametrize("given", ["", "ab" * 31, "ab" * 33, "xy" * 32])
def test_what_is_no_fingerprint_is_refused(given: str) -> None:
    with pytest.raises(UsageError):
        keys.wanted(given)
