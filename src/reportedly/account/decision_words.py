"""A decision in words, and where the thing is shown that it is about."""

from typing import TYPE_CHECKING, Final

from reportedly.account.story_judgements import story_of
from reportedly.records import Judgement, thing

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_SAID: Final = {
    "merge": "joined with another story",
    "confirm": "confirmed",
    "note": "noted",
    "undo": "undid a decision",
}
_WITHDRAWN: Final = {
    "article": "set aside",
    "statement": "withdrawn: no statement",
    "event": "withdrawn: no event",
    "expectation": "left out: no expectation",
}


def in_words(made: Judgement) -> str:
    """What was decided: ``corrected certainty to possible``, ``tagged ferry``."""
    own = thing(made.about)
    if made.kind == "correct":
        field, new = made.correction
        return f"corrected {field} to {new or 'none'}"
    if own and own.kind == "entity" and made.kind in {"merge", "split"}:
        return f"one with {made.value}" if made.kind == "merge" else f"another than {made.value}"
    if made.kind == "split":
        return f"parted from it: {made.value}" if made.is_of_story else f"not about it: {made.value}"
    if made.kind == "withdraw":
        return _WITHDRAWN.get(own.kind if own else "", "withdrawn")
    if made.kind in {"tag", "mark"}:
        return f"tagged {made.value}" if made.kind == "tag" else f"marked TLP:{made.value}"
    return _SAID.get(made.kind, made.kind)


def path_of(ledger: "Ledger", about: str) -> str:
    """The address on the web desk of what a decision is about, as it is now."""
    own = thing(about)
    if own is None or own.kind == "story":
        return f"/stories/{story_of(ledger, about) or about}"
    if own.kind == "expectation":
        return f"/expectations/{about}"
    if own.kind in {"article", "entity"}:
        return f"/{'articles' if own.kind == 'article' else 'entities'}/{own.own}"
    return f"/articles/{own.article}#f-{own.own}"
