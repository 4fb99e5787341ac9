"""The one extension of our own: who made an object and signed it, and all that STIX has no word for.

Every object of a desk carries it. ``signature`` is over the canonical bytes of the whole object without it.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from reportedly.exchange.canonical import canonical
from reportedly.exchange.own import Own, is_signed
from reportedly.exchange.stix import ids
from reportedly.records import REPORT_FORMAT, PactStanding

Object = dict[str, Any]
"""A STIX object as plain JSON."""

EXTENSION: Final = ids.shared_id("extension-definition", REPORT_FORMAT)
AUTHOR: Final = ids.shared_id("identity", "reportedly")
FORMAT: Final = REPORT_FORMAT
_SINCE: Final = "2026-11-28T00:00:00.000Z"
_PREFIX: Final = b"reportedly object\n"


def definition() -> list[Object]:
    """The extension's definition and who publishes it: the same bytes at every desk."""
    own: Object = {"spec_version": "2.1", "created": _SINCE, "modified": _SINCE}
    author = {"type": "identity", "id": AUTHOR, **own, "name": "reportedly", "identity_class": "system"}
    extension = {
        "type": "extension-definition",
        "id": EXTENSION,
        **own,
        "created_by_ref": AUTHOR,
        "name": "Reports of news desks",
        "description": "Who made an object and signed it; of a report the article's address, the hash of its text, "
        "the statements and expectations found in it with their states, and what tells copies and voices apart.",
        "schema": "docs/exchange.md",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    return [author, extension]


def load(body: str) -> Object:
    """An object from its bytes."""
    found: Object = msgspec.json.decode(body)
    return found


def of(thing: Mapping[str, Any]) -> Object:
    """What an object has in our extension; nothing where it has none."""
    extensions = thing.get("extensions")
    own = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    return own if isinstance(own, dict) else {}


def with_origin(thing: Object, own: Own, standing: PactStanding, origin: Object, more: Object) -> Object:
    """The object with who made it, under which pact, and what else is to be told; not signed yet."""
    terms = standing.pact.terms
    rule: Object = {"pact": standing.pact.id, "onward": terms.onward}
    rule |= {"onward_to": list(terms.onward_to)} if terms.onward_to else {}
    told = {"extension_type": "property-extension", "format": FORMAT, "desk": own.desk, "key": own.key}
    extensions = {**thing.get("extensions", {}), EXTENSION: {**told, **origin, **rule, **more}}
    return {**thing, "extensions": extensions}


def signed(thing: Object, own: Own) -> Object:
    """The object with the desk's signature, in the place of any before."""
    bare = _unsigned(thing)
    made = of(bare) | {"signature": own.sign(_PREFIX + canonical(bare))}
    return {**bare, "extensions": {**bare["extensions"], EXTENSION: made}}


def is_genuine(thing: Object) -> bool:
    """Whether an object is signed by the key it names."""
    key, signature = of(thing).get("key"), of(thing).get("signature")
    if not isinstance(key, str) or not isinstance(signature, str):
        return False
    return is_signed(key, signature, _PREFIX + canonical(_unsigned(thing)))


def _unsigned(thing: Object) -> Object:
    bare = {name: value for name, value in of(thing).items() if name != "signature"}
    return {**thing, "extensions": {**thing.get("extensions", {}), EXTENSION: bare}}
