"""Markings: the labels of TLP 2.0, and the pact as FIRST IEP 2.0.

Labels are written with the ids that OASIS gave them and known by their names when they come, for others use other ids.
What is not known counts as the strictest.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from reportedly.account.pact import USES
from reportedly.exchange.canonical import canonical
from reportedly.exchange.stix import extension, ids
from reportedly.exchange.stix.extension import Object
from reportedly.records import LABELS, MARKS, Label, Pact, stricter

_TLP_EXTENSION: Final = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
IEP: Final = "extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a"
_SINCE: Final = "2022-10-01T00:00:00.000Z"
TLP: Final = LABELS
STRICTEST: Final[Label] = "RED"
FREE: Final = frozenset({"CLEAR", "GREEN"})
"""What the label alone lets go on to another newsroom."""
_ACTIONS: Final = {
    "look": "none",
    "ask": "contact-for-instruction",
    "inside": "internally-visible-actions",
    "unnamed": "externally-visible-indirect-actions",
    "publish": "externally-visible-direct-actions",
}
_OLDER: Final = {"CLEAR": "white", "AMBER+STRICT": "amber"}
_BARE: Final = re.compile(r"[^a-z+]+")


def label(of: Label) -> Object:
    """The marking of a label, byte for byte as OASIS publishes it."""
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": TLP[of],
        "created": _SINCE,
        "name": f"TLP:{of}",
        "extensions": {_TLP_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": of.lower()}},
    }


def pact_marking_id(pact: Pact) -> str:
    """The id of a pact's marking."""
    return ids.shared_id("marking-definition", pact.id)


def pact(of: Pact) -> Object:
    """A pact as an IEP 2.0 marking: the same bytes at every party. Its name says the terms, for importers keep that."""
    terms = of.terms
    told = {
        "extension_type": "property-extension",
        "iep_id": pact_marking_id(of).partition("--")[2],
        "iep_version": 2.0,
        "start_date": ids.moment(terms.starts),
        "end_date": ids.moment(terms.ends),
        "encrypt_in_transit": "must",
        "permitted_actions": _ACTIONS[terms.use],
        "affected_party_notifications": "must-not" if terms.use in {"look", "inside"} else "may",
        "tlp": _OLDER.get(terms.most, terms.most.lower()),
        "provider_attribution": terms.naming,
        "unmodified_resale": "must-not",
        "description": f"Between {', '.join(party.name for party in of.parties)}. The receiver {USES[terms.use]}.",
    }
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": pact_marking_id(of),
        "created": ids.moment(terms.starts),
        "name": f"pact {of.title} until {terms.ends:%Y-%m-%d}: {_in_short(of)}",
        "external_references": [
            {
                "source_name": "reportedly pact",
                "external_id": of.id,
                "url": f"urn:reportedly:pact:{of.id}",
                "hashes": {"SHA-256": hashlib.sha256(canonical(of)).hexdigest()},
                "description": f"The pact “{of.title}”; the hash is that of its terms as data.",
            }
        ],
        "extensions": {IEP: told},
    }


def _in_short(of: Pact) -> str:
    onward = {"nobody": "not passed on", "named": "passed on to those named", "marking": "passed on as marked"}
    return f"{USES[of.terms.use]}, {onward[of.terms.onward]}"


def label_of(thing: Mapping[str, Any], definitions: Mapping[str, Object] = MappingProxyType({})) -> Label:
    """The label an object came with; the strictest where it has none that is known, or one that is not.

    ``definitions`` are the markings that came along, by id.
    """
    refs = thing.get("object_marking_refs")
    own = ids.shared_id("marking-definition", str(extension.of(thing).get("pact")))
    named = [str(ref) for ref in refs if ref != own] if isinstance(refs, list) else []
    labels = [found for ref in named if (found := _known(ref, definitions.get(ref))) is not None]
    return stricter(*labels) if labels else STRICTEST


def _known(ref: str, definition: Object | None) -> Label | None:
    """The label of one marking; None where it is a pact's, which says nothing of labels."""
    own = next((name for name, known in TLP.items() if known == ref), None)
    if own is not None:
        return own
    if definition is None:
        return STRICTEST
    if IEP in (definition.get("extensions") or {}):
        return None
    return named(str(definition.get("name", "")))


def named(name: str) -> Label:
    """The label of these words: ``TLP:AMBER+STRICT``, ``tlp-white``; the strictest where they are none."""
    bare = _BARE.sub("", name.casefold().removeprefix("tlp")).upper().replace("WHITE", "CLEAR")
    return next((one for one in _labels() if one in {bare, bare.replace("STRICT", "+STRICT")}), STRICTEST)


def _labels() -> Iterable[Label]:
    return sorted(TLP, key=MARKS.index)
