"""What kind of source stands behind a claim, and which entity it is."""

import re

from spacy.tokens import Token

from reportedly.read.cues import words
from reportedly.read.names import Names
from reportedly.read.page import Page
from reportedly.records import SourceKind

_UNNAMED = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|anonymity|not (?:to )?be(?:ing)? (?:named|identified|quoted by name))\b",
    re.IGNORECASE,
)
_NAMED = frozenset({"person", "organisation", "place", "group", "agreement"})
_KINDS: tuple[SourceKind, ...] = ("anonymous", "media", "document", "role")


def _words(kind: str) -> frozenset[str]:
    return words("sources", kind)


def is_somebody(head: Token) -> bool:
    """Whether a common noun means people or a body that acts."""
    word = head.lemma_.lower()
    return word in _words("role") or word in _words("people") or head.lower_ in _words("media")


def entity(head: Token | None, names: Names) -> str | None:
    """The entity a source's head word names or refers to; None where it names none.

    A person standing beside the head (the leader, X) is the source; a name inside a longer phrase is not.
    """
    if head is None:
        return None
    found = names.at(head)
    if found is not None and not _only_modifies(head, names, found):
        return found
    beside = [child for child in head.children if child.dep_ == "appos"]
    beside += [one for one in head.subtree if one.dep_ == "appos" and not _in_clause(one, head)]
    for child in beside:
        named = names.at(child)
        if named is not None and names.entity(named).kind == "person":
            return named
    return names.referent(_antecedent(head))


def _in_clause(word: Token, head: Token) -> bool:
    """Whether a clause stands between a word and the head above it: “reports that envoy X will come” is not X."""
    at = word
    while at != head:
        if at.pos_ in {"VERB", "AUX"}:
            return True
        at = at.head
    return False


def _only_modifies(head: Token, names: Names, found: str) -> bool:
    """Whether a place name covers the head of a phrase that means something else."""
    return names.entity(found).kind == "place" and head.lemma_.lower() in _words("role") | _words("media")


def _antecedent(head: Token) -> Token:
    """The noun that “who” or “which” stands for; any other head stands for itself."""
    if head.tag_ not in {"WP", "WDT"}:
        return head
    at = head.head
    return at.head if at.dep_ == "relcl" else head


def kind(page: Page, head: Token | None, named: str | None, names: Names) -> SourceKind:
    """The kind of a source with that head word and entity."""
    if head is None:
        return "unknown"
    head = _antecedent(head)
    text = page.copy.text[head.left_edge.idx : head.idx + len(head)]
    if _asks_not_to_be_named(page, head):
        return "anonymous"
    if _is_media(head, text, names.entity(named).kind if named is not None else None):
        return "media"
    if named is not None and (names.entity(named).kind == "person" or not _is_role(head, names)):
        return "named"
    for word_kind in _KINDS:
        if head.lemma_.lower() in _words(word_kind) or head.lower_ in _words(word_kind):
            return _definite(word_kind, head)
    return "named" if named is not None or head.pos_ == "PROPN" else "unknown"


def _asks_not_to_be_named(page: Page, head: Token) -> bool:
    """Whether the words around a source say that it stays without a name."""
    phrase = page.copy.text[head.left_edge.idx : head.right_edge.idx + len(head.right_edge)]
    return _UNNAMED.search(phrase) is not None


def _definite(kind: SourceKind, head: Token) -> SourceKind:
    """A report with an article is a document; bare reports are nobody's."""
    bare = not any(c.dep_ in {"det", "poss"} or c.dep_ == "compound" for c in head.children)
    if kind == "anonymous" and head.lemma_.lower() == "report" and not bare:
        return "document"
    return kind


def _is_role(head: Token, names: Names) -> bool:
    return head.pos_ == "NOUN" and names.at(head) is None and head.lemma_.lower() in _words("role")


def _is_media(head: Token, text: str, entity_kind: str | None) -> bool:
    if head.lower_ in _words("media"):
        return head.lower_ not in {"agency", "network", "press"} or "news" in text.lower()
    modified = head.lower_ in {"source", "sources", "report", "reports", "outlets"}
    if modified and any(c.lower_ in {"media", "press", "news"} for c in head.children):
        return True
    return head.pos_ == "PROPN" and head.text in _words("media_names") and entity_kind != "person"
