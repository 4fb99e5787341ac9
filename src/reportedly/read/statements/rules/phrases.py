"""Statements without a cue verb of their own: according to ..., reportedly, reports that ..., it is said that ..."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.cues import HEARSAY, PLAIN, Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Said, around, ranges

_VERBAL = frozenset({"VERB", "AUX"})


def find(page: Page) -> Iterator[Said]:
    """Statements by phrase, in order of the sentences."""
    adverbs = words("statements/cue_phrases", "hearsay", "adverbs")
    nouns = words("statements/cue_phrases", "report_nouns", "nouns")
    passives = words("statements/cue_phrases", "hearsay", "passives")
    for sentence in page.body:
        for token in sentence:
            if token.lower_ == "according":
                yield from _according(page, sentence, token)
            elif token.lower_ in adverbs:
                yield from _hearsay(page, token)
            elif token.pos_ == "NOUN" and token.lemma_ in nouns:
                yield from _nominal(page, token)
            elif token.tag_ == "VBN" and token.lemma_ in passives:
                yield from _it_is_said(page, token)


def _according(page: Page, sentence: Tokens, token: Token) -> Iterator[Said]:
    for to in page.clauses.joints(token, "to")[:1]:
        by = page.clauses.child(to, "pobj")
        phrase = {word.i for word in token.subtree}
        root = token.head
        while root.pos_ not in _VERBAL and root.head != root:
            root = root.head
        inside = [t.i for t in root.subtree if t.i not in phrase and sentence.start <= t.i < sentence.end]
        content = ranges(page, _one_side(inside, phrase, root.i))
        if content and by is not None:
            yield Said(content, (around(token), around(to)), PLAIN, speaker.words(page, by), by)


def _one_side(inside: list[int], phrase: set[int], root: int) -> list[int]:
    """Where the phrase stands inside a long sentence, both sides belong to it; a comma alone on one side does not."""
    first = min(phrase)
    before = [i for i in inside if i < first]
    return inside if root > first or len(before) > 1 else [i for i in inside if i > first]


def _hearsay(page: Page, adverb: Token) -> Iterator[Said]:
    verb = adverb.head
    if verb.pos_ not in _VERBAL and verb.pos_ not in {"ADJ", "NOUN"}:
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
        opens = doc[i].text == "," and doc[i + 1].lower_ in {"which", "who", "and", "but", "while", "although"}
        if opens:
            return i
    return int(verb.right_edge.i) + 1


def _nominal(page: Page, noun: Token) -> Iterator[Said]:
    clause = _that_clause(page.clauses, noun)
    if clause is None or clause.i < noun.i:
        return
    content = ranges(page, _without_that(clause))
    if content:
        rumours = words("statements/cue_phrases", "report_nouns", "hearsay")
        kind = HEARSAY if noun.lemma_ in rumours else Cue("nominal", frozenset(), "unknown")
        head = _maker(page.clauses, noun) or (noun if kind is HEARSAY else None)
        yield Said(content, (around(noun),), kind, speaker.words(page, head), head)


def _maker(clauses: Clauses, noun: Token) -> Token | None:
    """Who made the claim: its owner, or whom “by” or “from” joins to it."""
    return clauses.child(noun, "poss") or next(clauses.joined(noun, "by", "from"), None)


def _that_clause(clauses: Clauses, noun: Token) -> Token | None:
    """What a noun tells: reports that ...; there were reports on Monday that ..., where it hangs on the copula."""
    near = clauses.children(noun, "acl", "ccomp", "relcl")
    if noun.dep_ in {"attr", "dobj"}:
        near += [clause for clause in clauses.children(noun.head, "ccomp") if clause.i > noun.i]
    return next((c for c in near if any(mark.lower_ == "that" for mark in clauses.children(c, "mark"))), None)


def _without_that(clause: Token) -> list[int]:
    return [t.i for t in clause.subtree if t.head != clause or t.dep_ != "mark" or t.lower_ != "that"]


def _it_is_said(page: Page, verb: Token) -> Iterator[Said]:
    """It is reported that the road is closed; the road is closed, it has been learnt: nobody says it."""
    clauses, start = page.clauses, verb.sent.start
    it = next((c for c in clauses.children(verb, "nsubjpass") if c.lower_ == "it"), None)
    if it is None or clauses.agent(verb) is not None:
        return
    clause = next((c for c in clauses.children(verb, "ccomp") if c.i > verb.i and c.pos_ in _VERBAL), None)
    before = range(start, it.i - 1) if it.i - 1 > start and verb.doc[it.i - 1].text == "," else ()
    content = ranges(page, _without_that(clause) if clause is not None else before)
    if content:
        yield Said(content, (around(verb),), HEARSAY, verb=verb)
