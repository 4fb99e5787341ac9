"""Statements without a cue verb of their own: according to ..., reportedly, reports that ..., it is said that ..."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

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


def _according(page: Page, sentence: Words, token: Token) -> Iterator[Said]:
    to = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    by = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or by is None:
        return
    phrase = {t.i for t in token.subtree}
    root = token.head
    while root.pos_ not in _VERBAL and root.head != root:
        root = root.head
    inside = [t.i for t in root.subtree if t.i not in phrase and sentence.start <= t.i < sentence.end]
    content = ranges(page, _one_side(inside, phrase, root.i))
    if content:
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
    leads = adverb.i < min((c.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), default=verb.i)
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    start = adverb.i + 1 if not (leads and has_subject) else verb.left_edge.i
    end = _end_of_clause(verb)
    found = [i for i in range(start, end) if i != adverb.i]
    content = ranges(page, found)
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
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _that(c) is not None), None)
    clause = clause or _after_copula(noun)
    if clause is None or clause.i < noun.i:
        return
    mark = _that(clause)
    content = ranges(page, [t.i for t in clause.subtree if t != mark])
    if content:
        rumours = words("statements/cue_phrases", "report_nouns", "hearsay")
        kind = HEARSAY if noun.lemma_ in rumours else Cue("nominal", frozenset(), "unknown")
        head = _maker(noun) or (noun if kind is HEARSAY else None)
        yield Said(content, (around(noun),), kind, speaker.words(page, head) if head is not None else (), head)


def _maker(noun: Token) -> Token | None:
    """Who made the claim: its owner, or whom “by” or “from” joins to it."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    joints = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from"})
    return owner or next((c for joint in joints for c in joint.children if c.dep_ == "pobj"), None)


def _after_copula(noun: Token) -> Token | None:
    """There were reports on Monday that ...: the clause hangs on the copula."""
    if noun.dep_ not in {"attr", "dobj"}:
        return None
    return next((c for c in noun.head.children if c.dep_ == "ccomp" and c.i > noun.i and _that(c) is not None), None)


def _that(clause: Token) -> Token | None:
    return next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)


def _it_is_said(page: Page, verb: Token) -> Iterator[Said]:
    """It is reported that the road is closed; the road is closed, it has been learnt: nobody says it."""
    it = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.lower_ == "it"), None)
    if it is None or any(c.dep_ == "agent" for c in verb.children):
        return
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ in _VERBAL), None)
    if clause is not None:
        found = [t.i for t in clause.subtree if t.head != clause or t.dep_ != "mark" or t.lower_ != "that"]
    elif it.i - 1 > verb.sent.start and verb.doc[it.i - 1].text == ",":
        found = list(range(verb.sent.start, it.i - 1))
    else:
        return
    content = ranges(page, found)
    if content:
        yield Said(content, (around(verb),), HEARSAY, verb=verb)
