"""Relationships: one article repeats another's text, two tell one happening, one report stands in another's place."""

from reportedly.exchange.stix.extension import Object
from reportedly.exchange.telling import Tie

COPY, HAPPENING = "relationship/copy", "relationship/happening"
_WORDS = {
    "copy": ("derived-from", "Repeats the other article's text."),
    "happening": ("related-to", "Tells the same happening as the other article."),
}


def kind(tie: Tie) -> str:
    """What kind of object a tie is."""
    return COPY if tie.kind == "copy" else HAPPENING


def told(tie: Tie, source: str, target: str) -> Object:
    """A tie between two reports, by their ids."""
    word, description = _WORDS[tie.kind]
    return {
        "type": "relationship",
        "relationship_type": word,
        "description": description,
        "source_ref": source,
        "target_ref": target,
    }


def tombstone(before: Object) -> Object:
    """A tie that holds no longer."""
    return {
        **{name: before[name] for name in ("type", "relationship_type", "source_ref", "target_ref")},
        "revoked": True,
    }


def good_again(source: str, target: str) -> Object:
    """That a report is good again which was withdrawn under another id."""
    return {
        "type": "relationship",
        "relationship_type": "derived-from",
        "description": "Good again: stands in the place of a report that had been withdrawn.",
        "source_ref": source,
        "target_ref": target,
    }
