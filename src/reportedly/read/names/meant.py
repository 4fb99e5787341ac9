"""Whom a head word means: the entity it names, that stands beside it, or that a pronoun stands for."""

from spacy.tokens import Token

from reportedly.read.grammar.cues import lexicon
from reportedly.read.grammar.lexicons import words
from reportedly.read.names.names import Names
from reportedly.read.names.referents import referent
from reportedly.read.names.words import words as word_lists

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
    named = names.at(head)
    if named is not None and not _only_modifies(head, names, named):
        return named
    beside = names.page.clauses.children(head, "appos")
    beside += [token for token in head.subtree if token.dep_ == "appos" and not _in_clause(token, head)]
    named_beside = filter(None, map(names.at, beside))
    person = next((named for named in named_beside if names.entity(named).kind == "person"), None)
    if person is not None:
        return person
    if body := _called(head, names):
        return body
    if head.lower_ in THEY | {"it"}:
        speaker = last_speaker(head, names)
        return names.at(speaker) if speaker is not None else None
    return referent(names, names.page.clauses.antecedent(head))


def last_speaker(pronoun: Token, names: Names) -> Token | None:
    """The common noun or body that spoke last before “they”, “he” or “it” said more; None where it does not fit."""
    subjects = (subject for subjects, _ in names.back(pronoun, _BACK) for subject in subjects)
    spoke = (s for s in subjects if s.pos_ != "PRON" and s.head.lemma_.lower() in lexicon())
    noun = next(spoke, None)
    return noun if noun is not None and _fits(noun, pronoun, names) else None


def _fits(noun: Token, pronoun: Token, names: Names) -> bool:
    many = noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "police" or names.page.clauses.child(noun, "conj") is not None
    named = names.at(noun)
    if pronoun.lower_ in THEY:
        return many
    if many or (named is not None and names.entity(named).kind in {"person", "place"}):
        return False
    person = named is None and noun.lemma_.lower() in of_kind("people") | of_kind("role")
    return person if pronoun.lower_ in HE else named is not None or noun.lower_ in of_kind("document")


def _called(head: Token, names: Names) -> str | None:
    """The body named right behind a noun that says what it is: the newspaper X, the rights network Y."""
    lists = word_lists()
    if head.lower_ not in lists.called | lists.organisation_heads or head.i + 1 >= len(head.doc):
        return None
    named = names.at(head.nbor())
    return named if named is not None and names.entity(named).kind == "organisation" else None


def _in_clause(word: Token, head: Token) -> bool:
    """Whether a clause stands between a word and the head above it: “reports that envoy X will come” is not X."""
    while word != head:
        if word.pos_ in {"VERB", "AUX"}:
            return True
        word = word.head
    return False


def _only_modifies(head: Token, names: Names, named: str) -> bool:
    """Whether a place name covers the head of a phrase that means something else."""
    return names.entity(named).kind == "place" and head.lemma_.lower() in of_kind("role") | of_kind("media")
