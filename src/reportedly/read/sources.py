"""What kind of source stands behind a claim, and which entity it is."""

import re

from spacy.tokens import Token

from reportedly.read.cues import lexicon, words
from reportedly.read.names import Names
from reportedly.read.page import Page
from reportedly.records import SourceKind

_UNNAMED = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|anonymity|(?:not|declin\w+|refus\w+|without) (?:to )?(?:be|being) "
    r"(?:named|identified|quoted by name)|not authori[sz]ed to (?:speak|talk|comment|brief|discuss)\w*)\b",
    re.IGNORECASE,
)
_HE = frozenset({"he", "she"})
_THEY = frozenset({"they"})
_BACK = 3  # sentences looked back over for whom a pronoun stands for
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
    if head.lower_ in _THEY | {"it"}:
        meant = _last_speaker(head, names)
        return names.at(meant) if meant is not None else None
    return names.referent(_antecedent(head))


def _last_speaker(pronoun: Token, names: Names) -> Token | None:
    """The common noun or body that spoke last before “they”, “he” or “it” said more; None where it does not fit."""
    sentence = pronoun.sent
    for _ in range(_BACK):
        for token in names.subjects(sentence):
            if token.i < pronoun.i and token.pos_ != "PRON" and token.head.lemma_.lower() in lexicon():
                return token if _fits(token, pronoun, names) else None
        if sentence.start == 0:
            return None
        sentence = pronoun.doc[sentence.start - 1].sent
    return None


def _fits(noun: Token, pronoun: Token, names: Names) -> bool:
    many = noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "police" or any(c.dep_ == "conj" for c in noun.children)
    named = names.at(noun)
    if pronoun.lower_ in _THEY:
        return many
    if many or (named is not None and names.entity(named).kind in {"person", "place"}):
        return False
    person = named is None and noun.lemma_.lower() in _words("people") | _words("role")
    return person if pronoun.lower_ in _HE else named is not None or noun.lower_ in _words("document")


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
    if head.lower_ in _HE | _THEY | {"it"} and (named is None or head.lower_ not in _HE):
        head = _last_speaker(head, names) or head
    text = page.copy.text[head.left_edge.idx : head.idx + len(head)]
    if _asks_not_to_be_named(page, head, named):
        return "anonymous"
    if _is_media(head, text, names.entity(named).kind if named is not None else None):
        return "media"
    if named is not None and (names.entity(named).kind == "person" or not _is_role(head, names)):
        return "named"
    for word_kind in _KINDS:
        if head.lemma_.lower() in _words(word_kind) or head.lower_ in _words(word_kind):
            return _definite(word_kind, head)
    return "named" if named is not None or head.pos_ == "PROPN" else "unknown"


def _asks_not_to_be_named(page: Page, head: Token, named: str | None) -> bool:
    """Whether the words of a source, or what is said of a nameless one after it, tell that it stays without a name."""
    text = page.copy.text
    if _UNNAMED.search(text, head.left_edge.idx, head.right_edge.idx + len(head.right_edge)):
        return True
    if named is not None or head.pos_ not in {"NOUN", "NUM"}:
        return False
    end = head.sent.end
    if end < len(page.doc) and page.doc[end].lower_ in _HE | _THEY:
        end = page.doc[end].sent.end
    last = page.doc[end - 1]
    return _UNNAMED.search(text, head.idx, last.idx + len(last)) is not None


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
