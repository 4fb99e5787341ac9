"""A pact as a document: Markdown for people, and below it the same as data, with the signatures.

What people read is made of the data and nothing else; a document in which the two differ is refused.
"""

import re
from datetime import datetime
from typing import Final

import msgspec

from reportedly.account.pact import lines
from reportedly.errors import BadInput, UsageError
from reportedly.exchange.pacts import signing
from reportedly.exchange.pacts.drafting import pact_id, sound
from reportedly.records import Pact, PactSignature, PactStanding, Record

LARGEST: Final = 200_000  # bytes of a document; one of three desks has 6,000
_DATA: Final = re.compile(r"^```json\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


class _Data(Record, frozen=True, forbid_unknown_fields=True):
    pact: Pact
    signatures: tuple[PactSignature, ...]


def written(standing: PactStanding) -> str:
    """The document of a pact."""
    data = msgspec.json.format(msgspec.json.encode(_Data(standing.pact, standing.signatures)), indent=1).decode()
    signed = [_signature(standing.pact, one) for one in standing.signatures]
    unsigned = [f"- {party.name}: not signed yet" for party in standing.missing]
    body = [*lines(standing.pact), "", "## Signatures", "", *signed, *unsigned, "", "## As data", ""]
    return "\n".join([*body, f"```json\n{data}\n```", ""])


def read(document: bytes) -> PactStanding:
    """The pact of a document, with its signatures checked; raises ``BadInput``."""
    if len(document) > LARGEST:
        raise BadInput(f"a pact has {LARGEST:,} bytes at most: this file has {len(document):,}")
    try:
        text = document.decode("utf-8").replace("\r\n", "\n")
        found = _DATA.findall(text)
        data = msgspec.json.decode(found[-1], type=_Data)
    except (UnicodeDecodeError, msgspec.DecodeError, IndexError) as error:
        raise BadInput(f"this is no pact as `reportedly exchange pact show` writes it: {error}") from error
    if data.pact.id != pact_id(data.pact):
        raise BadInput("the pact was changed after it was drafted: its id does not fit its words")
    for signature in data.signatures:
        signing.check(data.pact, signature)
    try:
        standing = PactStanding(sound(data.pact), data.signatures)
    except UsageError as error:
        raise BadInput(f"this pact cannot be: {error}") from error
    if written(standing).strip() != text.strip():
        raise BadInput("what people read in this pact and its data differ: ask for the document anew")
    return standing


def _signature(pact: Pact, signature: PactSignature) -> str:
    party = pact.party(signature.desk)
    return f"- {party.name if party else signature.desk}: signed {_moment(signature.at)}"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
