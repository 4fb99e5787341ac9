"""Time stamps by RFC 3161: an authority confirms that some bytes existed at a moment, without seeing the bundle."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import httpx
import rfc3161_client as rfc3161
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding

from reportedly.bundle.report import Stamp
from reportedly.errors import BadSetting, Unreachable

WAIT: Final = 30.0  # seconds
SHA256: Final = "2.16.840.1.101.3.4.2.1"
MOST: Final = 200_000  # bytes of an authority's answer; one with a long chain has 10,000
_PEM: Final = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def certificates(file: Path) -> bytes:
    """The certificates in a PEM file; raises ``BadSetting`` where it holds none."""
    try:
        pem = _pem(file.read_bytes())
        loaded(pem)
    except (OSError, ValueError) as error:
        raise BadSetting(f"{file}, the time authority's certificates, cannot be read: {error}") from error
    if not pem:
        raise BadSetting(f"{file} holds no certificate: wanted the time authority's in PEM")
    return pem


def ask(authority: str, data: bytes, pem: bytes) -> bytes:
    """A time stamp on ``data`` by the authority at that address, which holds by the certificates in ``pem``.

    Only a digest of ``data`` goes out. Raises ``Unreachable`` where no stamp comes, or one that does not hold.
    """
    request = rfc3161.TimestampRequestBuilder(data=data, hash_algorithm=rfc3161.HashAlgorithm.SHA256).build()
    token = _posted(authority, request.as_bytes())
    try:
        check(token, data, pem, nonce=request.nonce)
    except ValueError as error:
        raise Unreachable(f"the time stamp of {authority} does not hold: {error}") from error
    return token


def _posted(authority: str, question: bytes) -> bytes:
    """What the authority answers to the question."""
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    try:
        with (
            httpx.Client(timeout=WAIT, trust_env=False) as client,
            client.stream("POST", authority, content=question, headers=headers) as answer,
        ):
            answer.raise_for_status()
            return _together(answer.iter_bytes(), authority)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreachable(f"the time authority {authority} gave no stamp: {error}") from error


def _together(pieces: Iterable[bytes], authority: str) -> bytes:
    together = b""
    for piece in pieces:
        together += piece
        if len(together) > MOST:
            raise Unreachable(f"the time authority {authority} sent more than {MOST:,} bytes")
    return together


def check(token: bytes, data: bytes, pem: bytes, *, nonce: int | None = None) -> Stamp:
    """What the stamp says; ``ValueError`` where it is not on ``data`` or not by an authority of those certificates."""
    trusted = loaded(pem)
    answer = _decoded(token)
    builder = rfc3161.VerifierBuilder(nonce=nonce)
    for certificate in trusted:
        builder = builder.add_root_certificate(certificate)
    _verify(builder.build(), answer, data)
    der = trusted[-1].public_bytes(Encoding.DER)
    return Stamp(answer.tst_info.gen_time, trusted[-1].subject.rfc4514_string(), hashlib.sha256(der).hexdigest())


def _verify(verifier: rfc3161.Verifier, answer: rfc3161.TimeStampResponse, data: bytes) -> None:
    """Raises ``ValueError`` where the stamp does not hold."""
    try:
        verifier.verify(answer, hashlib.sha256(data).digest())
    except rfc3161.VerificationError as error:
        raise ValueError(str(error).partition(": ErrorStack")[0]) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what the library does with some broken certificates
            raise
        raise ValueError("its certificates are broken") from error


def _decoded(token: bytes) -> rfc3161.TimeStampResponse:
    answer = rfc3161.decode_timestamp_response(token)
    if answer.as_bytes() != token:
        raise ValueError("its bytes are not in their one right form")
    if answer.tst_info.message_imprint.hash_algorithm.dotted_string != SHA256:
        raise ValueError("it uses another digest than SHA-256")
    for der in answer.signed_data.certificates:
        _whole(x509.load_der_x509_certificate(der))
    return answer


def _whole(certificate: x509.Certificate) -> None:
    """Raises ``ValueError`` where one of its parts, which are read only when asked for, cannot be read."""
    try:
        for part in ("subject", "issuer", "extensions", "not_valid_after_utc", "signature_hash_algorithm"):
            getattr(certificate, part)
        certificate.public_key()
    except (UnsupportedAlgorithm, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        raise ValueError(f"a certificate cannot be read: {error}") from error


def loaded(pem: bytes) -> Sequence[x509.Certificate]:
    """The certificates in PEM; ``ValueError`` where there is none or one is broken."""
    certificates = [x509.load_pem_x509_certificate(block) for block in _PEM.findall(pem)]
    if not certificates:
        raise ValueError("no certificate")
    for certificate in certificates:
        _whole(certificate)
    return certificates


def _pem(data: bytes) -> bytes:
    return b"\n".join(_PEM.findall(data)) + b"\n"
