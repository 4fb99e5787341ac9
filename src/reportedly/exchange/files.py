"""Exchange by hand: a file that is a plain STIX bundle, with a note in it that says from whom, for whom, under what.

Whoever knows STIX can read the file. The note is signed and holds the digest of all that goes with it, so a file that
was cut short, or is meant for somebody else, is known.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from reportedly.errors import BadInput
from reportedly.exchange import checking, taking
from reportedly.exchange.canonical import canonical
from reportedly.exchange.checking import Coming
from reportedly.exchange.offering import Current, Giving, current, note_served, page
from reportedly.exchange.own import Own, fingerprint_of
from reportedly.exchange.stix import extension, identity, ids, markings, note
from reportedly.exchange.stix.extension import Object
from reportedly.exchange.taking import Came
from reportedly.ledger import Ledger
from reportedly.records import SKEW, PactStanding, Transfer

MOST: Final = checking.OBJECTS


class Packed(NamedTuple):
    """A file that is given: its bytes, how many objects it holds, and what may be given now at all."""

    data: bytes
    objects: int
    now: Current


class Delivery(NamedTuple):
    """What a file says of itself."""

    pact: str
    sender: str
    receiver: str
    at: datetime


def pack(giving: Giving, at: datetime) -> Packed:
    """All that a receiver may have now, as a file; it is put down as given before it is handed over."""
    now = current(giving, at)
    offers = page(giving, now, limit=MOST).offers
    objects = [extension.load(one.body) for one in offers]
    label = giving.standing.pact.terms.plain
    told = _delivery(giving.own, giving.standing, giving.receiver, at, objects, label=markings.TLP[label])
    bundle = f"bundle--{uuid5(NAMESPACE_URL, str(told['id']))}"
    data = canonical({"type": "bundle", "id": bundle, "objects": [*objects, told]})
    note_served(giving, offers, "file", at)
    giving.ledger.partners.note(Transfer(giving.receiver, giving.pact, "gave", "file", at, len(offers)))
    return Packed(data, len(objects), now)


def take(ledger: Ledger, own: Own, data: bytes, at: datetime) -> tuple[Delivery, Came]:
    """File what a file holds; raises ``BadInput`` where it is for somebody else, cut short or of an unknown pact."""
    objects = checking.parsed(data)
    found = _of(objects, own, at)
    standing = ledger.pacts.get(found.pact)
    if standing is None or standing.pact.party(found.sender) is None:
        raise BadInput(
            f"the file comes under a pact ({found.pact}) that this desk has not signed with {found.sender[:16]}: "
            "sign it first, with `reportedly exchange pact sign`"
        )
    coming = Coming(standing, found.sender, own.desk, at, checking.definitions_of(objects))
    rest = [one for one in objects if extension.of(one).get("kind") != note.DELIVERY]
    return found, taking.take(ledger, coming, rest, "file")


def _delivery(  # noqa: PLR0913
    own: Own, standing: PactStanding, receiver: str, at: datetime, objects: Sequence[Object], *, label: str
) -> Object:
    party = standing.pact.party(receiver)
    words = (
        f"From {own.name} to {party.name if party else receiver} under “{standing.pact.title}”, {at:%Y-%m-%d %H:%M} UTC"
    )
    maker = ids.object_id(identity.DESK, own.desk, "desk")
    about = f"{standing.pact.id}|{receiver}|{ids.moment(at)}"
    whole = {
        **note.delivery(words, [maker]),
        "spec_version": "2.1",
        "id": ids.object_id(note.DELIVERY, own.desk, about),
        "created_by_ref": maker,
        "created": ids.moment(at),
        "modified": ids.moment(at),
        "object_marking_refs": [label, markings.pact_marking_id(standing.pact)],
    }
    more = {"receiver": receiver, "objects": len(objects), "digest": _digest(objects)}
    origin = {"kind": note.DELIVERY, "about": about, "generation": 0}
    return extension.signed(extension.with_origin(whole, own, standing, origin, more), own)


def _digest(objects: Iterable[Object]) -> str:
    """A digest of all objects, in any order."""
    each = sorted(hashlib.sha256(canonical(one)).hexdigest() for one in objects)
    return hashlib.sha256(canonical(each)).hexdigest()


def _of(objects: list[Object], own: Own, at: datetime) -> Delivery:
    """What a file says of itself, checked."""
    notes = [one for one in objects if extension.of(one).get("kind") == note.DELIVERY]
    if len(notes) != 1:
        raise BadInput(
            "it does not say from whom it comes and for whom: wanted is a file of `reportedly exchange give`"
        )
    thing, told = notes[0], extension.of(notes[0])
    sender, receiver, pact = (str(told.get(name, "")) for name in ("desk", "receiver", "pact"))
    if not extension.is_genuine(thing) or fingerprint_of(str(told.get("key", ""))) != sender:
        raise BadInput("it was not signed by the desk that it says it comes from")
    if receiver != own.desk:
        raise BadInput(f"it is for the desk {receiver[:16]}, not for this one ({own.desk[:16]})")
    rest = [one for one in objects if one is not thing]
    if told.get("objects") != len(rest) or told.get("digest") != _digest(rest):
        raise BadInput("it was cut short or changed on the way: ask for the file anew")
    made = ids.moment_of(thing.get("created"))
    if made > at + SKEW:
        raise BadInput(f"it was made at {made:%Y-%m-%d %H:%M} UTC, which is still to come: one of two clocks is wrong")
    return Delivery(pact, sender, receiver, made)
