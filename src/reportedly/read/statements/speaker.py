"""Who stands behind a cue verb, by the grammar of its sentence."""

from spacy.tokens import Token

from reportedly.read.grammar.cues import lexicon
from reportedly.read.grammar.lexicons import words as words_of
from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Range, ranges

_SHARED = frozenset({"conj", "advcl", "xcomp", "pcomp", "dep", "ccomp", "ROOT"})
_LONGEST_WAY = 6  # verbs climbed from a cue to the one that has the subject
_NOT_SAID_OF = frozenset({"it", "there"})


def of(verb: Token) -> Token | None:
    """The head word of the source of ``verb``: its subject, or one it shares with the verb it hangs on; else None."""
    at = verb
    further = (
        verb.tag_ == "VBG"
        and verb.dep_ in {"advcl", "conj"}
        and verb.lemma_ in words_of("statements/cue_phrases", "speakers", "going_on")
    )
    for _ in range(_LONGEST_WAY):
        if further and at != verb and at.dep_ == "ccomp" and at.head.lemma_ in lexicon():
            at = at.head
            continue
        found = _own(at)
        if found is not None:
            return None if at != verb and found.lower_ in _NOT_SAID_OF else found
        if at.dep_ == "acl" and at.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return at.head if at.tag_ == "VBG" else None
        if not _shares(at, verb):
            return None
        at = at.head
    return None


def _shares(at: Token, verb: Token) -> bool:
    """Whether ``at``, on the way up from ``verb``, may have its subject in common with the word it hangs on."""
    if at.dep_ == "prep":
        return at.head.pos_ in {"VERB", "AUX"}
    return at.dep_ in _SHARED and at.head != at and (at == verb or at.dep_ != "ccomp")


def _own(verb: Token) -> Token | None:
    if is_passive(verb):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        return next((c for c in agent.children if c.dep_ == "pobj"), None) if agent else None
    return next((c for c in reversed(list(verb.children)) if c.dep_ == "nsubj"), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: “was told”."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def words(page: Page, head: Token) -> tuple[Range, ...]:
    """The words of the source whose head is ``head``: its noun phrase without relative clauses."""
    kept = [head.i]
    for child in head.children:
        if child.dep_ in {"relcl", "acl", "punct", "advcl"} and child.i > head.i:
            continue
        kept.extend(t.i for t in child.subtree)
    return ranges(page, _one_run(sorted(kept), head.i))


def _one_run(indices: list[int], head: int) -> list[int]:
    """The words from the first to the last joined to the head with at most a comma between."""
    at = indices.index(head)
    start, end = at, at
    while start and indices[start - 1] >= indices[start] - 2:
        start -= 1
    while end + 1 < len(indices) and indices[end + 1] <= indices[end] + 2:
        end += 1
    return list(range(indices[start], indices[end] + 1))
