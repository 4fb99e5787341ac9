"""Time stamps by RFC 3161: an authority confirms that some bytes existed at a moment, without seeing the bundle."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import httpx
import rfc3161_client as rfc3161
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from reportedly.bundle.report import Stamp
from reportedly.errors import BadSetting, Unreachable

WAIT: Final = 30.0  # seconds
MOST: Final = 200_000  # bytes of an authority's answer; one with a long chain has 10,000
_PEM: Final = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def certificates(file: Path) -> bytes:
    """The certificates in a PEM file; raises ``BadSetting`` where it holds none."""
    try:
        found = _pem(file.read_bytes())
        loaded(found)
    except (OSError, ValueError) as error:
        raise BadSetting(f"{file}, the time authority's certificates, cannot be read: {error}") from error
    if not found:
        raise BadSetting(f"{file} holds no certificate: wanted the time authority's in PEM")
    return found


def ask(authority: str, data: bytes, known: bytes | None) -> tuple[bytes, bytes]:
    """A time stamp on ``data`` by the authority at that address, and the certificates (PEM) it is checked with.

    ``known`` are the certificates the desk trusts; without them those that the authority sends are taken. Only a digest
    of ``data`` goes out. Raises ``Unreachable`` where no stamp comes, or one that does not hold.
    """
    request = rfc3161.TimestampRequestBuilder(data=data, hash_algorithm=rfc3161.HashAlgorithm.SHA256).build()
    token = _posted(authority, request.as_bytes())
    try:
        roots = known or _sent(rfc3161.decode_timestamp_response(token))
        check(token, data, roots, nonce=request.nonce)
    except ValueError as error:
        raise Unreachable(f"the time stamp of {authority} does not hold: {error}") from error
    return token, roots


def _posted(authority: str, question: bytes) -> bytes:
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    try:
        with (
            httpx.Client(timeout=WAIT, trust_env=False) as client,
            client.stream("POST", authority, content=question, headers=headers) as answer,
        ):
            answer.raise_for_status()
            found = b""
            for piece in answer.iter_bytes():
                found += piece
                if len(found) > MOST:
                    raise Unreachable(f"the time authority {authority} sent more than {MOST:,} bytes")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreachable(f"the time authority {authority} gave no stamp: {error}") from error
    return found


def check(token: bytes, data: bytes, pem: bytes, *, nonce: int | None = None) -> Stamp:
    """What the stamp says; ``ValueError`` where it is not on ``data`` or not by an authority of those certificates."""
    answer = rfc3161.decode_timestamp_response(token)
    if answer.as_bytes() != token:
        raise ValueError("its bytes are not in their one right form")
    trusted = loaded(pem)
    builder = rfc3161.VerifierBuilder(nonce=nonce)
    for one in trusted:
        builder = builder.add_root_certificate(one)
    try:
        builder.build().verify(answer, _digest(answer, data))
    except rfc3161.VerificationError as error:
        raise ValueError(str(error)) from error
    names = [one.subject.rfc4514_string() for one in trusted]
    print_of = hashlib.sha256(trusted[-1].public_bytes(Encoding.DER)).hexdigest()
    return Stamp(answer.tst_info.gen_time, names[-1], print_of)


def _digest(answer: rfc3161.TimeStampResponse, data: bytes) -> bytes:
    used = answer.tst_info.message_imprint.hash_algorithm.dotted_string
    if used != "2.16.840.1.101.3.4.2.1":
        raise ValueError("it uses another digest than SHA-256")
    return hashlib.sha256(data).digest()


def loaded(pem: bytes) -> Sequence[x509.Certificate]:
    """The certificates in PEM; ``ValueError`` where there is none."""
    found = [x509.load_pem_x509_certificate(one) for one in _PEM.findall(pem)]
    if not found:
        raise ValueError("no certificate")
    return found


def _sent(answer: rfc3161.TimeStampResponse) -> bytes:
    found = [x509.load_der_x509_certificate(one) for one in answer.signed_data.certificates]
    issued = {one.subject for one in found}
    tops = [one for one in found if one.issuer == one.subject or one.issuer not in issued]
    return b"".join(one.public_bytes(Encoding.PEM) for one in tops)


def _pem(data: bytes) -> bytes:
    return b"\n".join(_PEM.findall(data)) + b"\n"
