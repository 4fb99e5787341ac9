"""Signatures under a pact: over every letter of it, by the key whose fingerprint the pact names."""

from datetime import datetime
from typing import Final

from reportedly.errors import BadInput
from reportedly.exchange.canonical import canonical
from reportedly.exchange.own import Own, fingerprint_of, is_signed
from reportedly.exchange.pacts.drafting import pact_id
from reportedly.records import Pact, PactSignature

_PREFIX: Final = b"reportedly pact\n"
"""Before what is signed, so that a signature under something else is never one under a pact."""


def sign(pact: Pact, own: Own, at: datetime) -> PactSignature:
    """The signature of this desk under a pact; raises ``BadInput`` where it is no party of it."""
    if pact.party(own.desk) is None:
        raise BadInput(f"this desk ({own.desk[:16]}) is no party of “{pact.title}”: it cannot sign it")
    return PactSignature(own.desk, own.key, at, own.sign(_signed(pact, at)))


def check(pact: Pact, signature: PactSignature) -> None:
    """Raises ``BadInput`` where a signature is not that of a party under this very pact."""
    if pact.id != pact_id(pact):
        raise BadInput(f"“{pact.title[:80]}” was changed after it was drafted: its id does not fit its words")
    if pact.party(signature.desk) is None or fingerprint_of(signature.key) != signature.desk:
        raise BadInput(f"{signature.desk[:16]} signed “{pact.title[:80]}” and is no party of it")
    if not is_signed(signature.key, signature.signature, _signed(pact, signature.at)):
        raise BadInput(f"the signature of {signature.desk[:16]} is not under this pact: it was changed")


def _signed(pact: Pact, at: datetime) -> bytes:
    return _PREFIX + canonical([pact, at])
