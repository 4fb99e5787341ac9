"""Whom a head word means: the entity it names, that stands beside it, or that a pronoun stands for."""

from spacy.tokens import Token

from reportedly.read.grammar.cues import lexicon
from reportedly.read.grammar.lexicons import words
from reportedly.read.names.names import Names
from reportedly.read.names.referents import referent

HE = frozenset({"he", "she"})
THEY = frozenset({"they"})
_BACK = 3  # sentences looked back over for whom a pronoun stands for


def of_kind(kind: str) -> frozenset[str]:
    """The common nouns for sources of a kind; ``names/data/sources.toml`` says what each is for."""
    return words("names/sources", kind)


def is_somebody(head: Token) -> bool:
    """Whether a common noun means people or a body that acts."""
    word = head.lemma_.lower()
    return word in of_kind("role") or word in of_kind("people") or head.lower_ in of_kind("media")


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
    if head.lower_ in THEY | {"it"}:
        meant = last_speaker(head, names)
        return names.at(meant) if meant is not None else None
    return referent(names, antecedent(head))


def last_speaker(pronoun: Token, names: Names) -> Token | None:
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
    if pronoun.lower_ in THEY:
        return many
    if many or (named is not None and names.entity(named).kind in {"person", "place"}):
        return False
    person = named is None and noun.lemma_.lower() in of_kind("people") | of_kind("role")
    return person if pronoun.lower_ in HE else named is not None or noun.lower_ in of_kind("document")


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
    return names.entity(found).kind == "place" and head.lemma_.lower() in of_kind("role") | of_kind("media")


def antecedent(head: Token) -> Token:
    """The noun that “who” or “which” stands for; any other head stands for itself."""
    if head.tag_ not in {"WP", "WDT"}:
        return head
    at = head.head
    return at.head if at.dep_ == "relcl" else head
