"""Statements that nobody in particular makes: what happened reportedly; what it is said that happened."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reportedly.read.grammar.cues import HEARSAY
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Said, around, ranges

_VERBAL = frozenset({"VERB", "AUX"})


def find(page: Page) -> Iterator[Said]:
    """Hearsay, in order of the sentences."""
    adverbs, passives = (words("statements/cue_phrases", "hearsay", part) for part in ("adverbs", "passives"))
    for token in (token for sentence in page.body for token in sentence):
        if token.lower_ in adverbs:
            yield from _reportedly(page, token)
        elif token.tag_ == "VBN" and token.lemma_ in passives:
            yield from _it_is_said(page, token)


def _reportedly(page: Page, adverb: Token) -> Iterator[Said]:
    verb = adverb.head
    if verb.pos_ not in _VERBAL | {"ADJ", "NOUN"}:
        return
    subject = page.clauses.child(verb, "nsubj", "nsubjpass")
    leads = subject is not None and adverb.i < subject.i
    start = verb.left_edge.i if leads else adverb.i + 1
    content = ranges(page, [i for i in range(start, _end_of_clause(verb)) if i != adverb.i])
    if content:
        yield Said(content, (around(adverb),), HEARSAY, verb=verb)


def _end_of_clause(verb: Token) -> int:
    """Just past the clause of ``verb``, without relative clauses and second verbs set off by a comma."""
    doc: Doc = verb.doc
    for i in range(verb.i + 1, verb.right_edge.i):
        if doc[i].text == "," and doc[i + 1].lower_ in {"which", "who", "and", "but", "while", "although"}:
            return i
    return int(verb.right_edge.i) + 1


def _it_is_said(page: Page, verb: Token) -> Iterator[Said]:
    """It is reported that the road is closed; the road is closed, it has been learnt: nobody says it."""
    clauses, start = page.clauses, verb.sent.start
    it = next((c for c in clauses.children(verb, "nsubjpass") if c.lower_ == "it"), None)
    if it is None or clauses.agent(verb) is not None:
        return
    clause = next((c for c in clauses.children(verb, "ccomp") if c.i > verb.i and c.pos_ in _VERBAL), None)
    before = range(start, it.i - 1) if it.i - 1 > start and verb.doc[it.i - 1].text == "," else ()
    content = ranges(page, (t.i for t in clause.subtree) if clause is not None else before)
    if content:
        yield Said(content, (around(verb),), HEARSAY, verb=verb)
