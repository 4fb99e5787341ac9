"""Who stands behind a cue verb, and the words that name them."""

from spacy.tokens import Token

from reportedly.read.grammar.cues import lexicon
from reportedly.read.grammar.lexicons import words as words_of
from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Range, ranges

_SHARED = frozenset({"conj", "advcl", "xcomp"})
_LONGEST_WAY = 6  # verbs climbed from a participle to the verb of saying that it goes on from
_NOT_SAID_OF = frozenset({"it", "there"})


def of(page: Page, verb: Token) -> Token | None:
    """The head word of the source of ``verb``: its subject, or one it shares with the verb it hangs on; else None."""
    saying = _goes_on_from(page, verb)
    who = page.clauses.subject(saying)
    shared = who is not None and who.head != saying
    return None if who is not None and shared and who.lower_ in _NOT_SAID_OF else who


def _goes_on_from(page: Page, verb: Token) -> Token:
    """The verb of saying that a participle goes on from: said the army had left, adding that ...; else the verb."""
    going_on = words_of("statements/cue_phrases", "speakers", "going_on")
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "conj"} or page.clauses.form(verb) not in going_on:
        return verb
    above = verb.head
    for _ in range(_LONGEST_WAY):
        if above.dep_ == "ccomp" and page.clauses.form(above.head) in lexicon():
            return above.head
        if above.dep_ not in _SHARED:
            break
        above = above.head
    return verb


def words(page: Page, head: Token | None) -> tuple[Range, ...]:
    """The words of the source with that head: its noun phrase without relative clauses; none without a head."""
    if head is None:
        return ()
    kept = [head.i]
    for child in page.clauses.children(head):
        aside = child.dep_ in {"relcl", "acl", "punct", "advcl"} and child.i > head.i
        kept += [] if aside else [token.i for token in child.subtree]
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
