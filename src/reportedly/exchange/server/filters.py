"""What is wanted of a collection, as it was asked for; and the place to read on from, which carries that along.

A place is sealed with the desk's key: it tells nothing of how much others are given, and nobody can make one up.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from reportedly.exchange.own import Own
from reportedly.exchange.server.answers import Problem
from reportedly.records import Offer, Record

MOST: Final = 1_000
"""Objects of one answer."""
_KNOWN: Final = frozenset({"id", "type", "version", "spec_version"})
_ANY: Final = frozenset({"last", "first", "all"})
"""Of each object there is one version, the one that counts: it is the last, the first and all there is."""


class Wanted(Record, frozen=True):
    """What is wanted; what is empty leaves all open. ``versions`` are moments."""

    after: datetime | None = None
    ids: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    versions: tuple[datetime, ...] = ()
    nothing: bool = False

    def takes(self, offer: Offer) -> bool:
        """Whether an offer is wanted."""
        if self.nothing or (self.after is not None and offer.added <= self.after):
            return False
        if self.types and offer.id.partition("--")[0] not in self.types:
            return False
        return offer.id in (self.ids or (offer.id,)) and offer.modified in (self.versions or (offer.modified,))


class Place(Record, frozen=True):
    """Behind which offer reading goes on, when that was added, and what is wanted."""

    seq: int = 0
    added: datetime | None = None
    wanted: Wanted = Wanted()


def limit_of(query: Iterable[tuple[str, str]]) -> int:
    """How many objects an answer has at most: what was asked for where that is less."""
    given = dict(query).get("limit", "").strip()
    if not given or given == "0":
        return MOST
    if not (given.isascii() and given.isdigit()):
        raise Problem(HTTPStatus.BAD_REQUEST, f"limit={given[:60]} is no number of objects.")
    return min(int(given[:9]), MOST)


def place_of(query: Iterable[tuple[str, str]], own: Own, collection: str) -> Place:
    """Where to read on, and what is wanted; of somebody who brings a place, what they wanted when they got it."""
    asked = dict(query)
    if asked.get("next"):
        return _opened(asked["next"], own, collection)
    matches = {name[6:-1]: _several(value) for name, value in asked.items() if name.startswith("match[")}
    if unknown := sorted(matches.keys() - _KNOWN):
        known = ", ".join(f"match[{name}]" for name in sorted(_KNOWN))
        raise Problem(HTTPStatus.BAD_REQUEST, f"match[{unknown[0][:60]}] is not known here; {known} are.")
    versions = matches.get("version", ())
    after = asked.get("added_after", "").strip()
    wanted = Wanted(
        after=moment_of(after) if after else None,
        ids=matches.get("id", ()),
        types=matches.get("type", ()),
        versions=() if _ANY.intersection(versions) else tuple(moment_of(one) for one in versions),
        nothing=bool(matches.get("spec_version")) and "2.1" not in matches["spec_version"],
    )
    return Place(0, wanted.after, wanted)


def moment_of(given: str) -> datetime:
    """A moment with any number of digits of a second, in UTC or beside it."""
    try:
        found = datetime.fromisoformat(given.replace(" ", "+") if given.count("T") else given)
    except ValueError as error:
        wanted = "2026-11-28T02:40:00.000000Z"
        raise Problem(HTTPStatus.BAD_REQUEST, f"{given[:60]!r} is no moment: write it as {wanted}.") from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def moment(at: datetime) -> str:
    """A moment to the microsecond, for no two offers have the same."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def sealed(place: Place, own: Own, collection: str) -> str:
    """The word for a place in a collection."""
    shut = _lock(own).encrypt(msgspec.json.encode(place), [collection.encode()])
    return base64.urlsafe_b64encode(shut).rstrip(b"=").decode()


def _opened(given: str, own: Own, collection: str) -> Place:
    try:
        whole = base64.b64decode(given.encode("ascii") + b"=" * (-len(given) % 4), b"-_", validate=True)
        return msgspec.json.decode(_lock(own).decrypt(whole, [collection.encode()]), type=Place)
    except (InvalidTag, UnicodeEncodeError, binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            "This `next` is not of this collection: a pact that was renewed has a collection of its own. Leave `next` "
            "out, and give the X-TAXII-Date-Added-Last that you had before as `added_after`.",
        ) from error


def _lock(own: Own) -> AESSIV:
    return AESSIV(hashlib.sha512(b"reportedly places\n" + own.secret.private_bytes_raw()).digest())


def _several(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
