"""Statements that a cue verb governs by grammar, of the shapes that the model does not see whole.

What one passes on of another's words (the agency reported that X said ...), what a document claims, and objects:
“dismissed the charge as a farce”, “citing fears of a flood”. Other shapes had rules once that changed nothing on whole
articles: ``docs/decisions/0008-rules-that-pay-stay.md``.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Said, around, ranges

Indices = list[int]  # ascending, of the words of a content; empty where the verb has none
_NEAR = 2  # words from the subject to its verb, at most an adverb between
_LONGEST_TAIL = 12  # words from the verb to the full stop


def find(page: Page, cues: Mapping[int, tuple[Cue, ...]], used: frozenset[int]) -> Iterator[Said]:
    """The statements of cue verbs other than those in ``used`` (they introduce quotations)."""
    for i, kinds in cues.items():
        if i not in used:
            yield from _of_verb(page, page.doc[i], kinds)


def _of_verb(page: Page, verb: Token, kinds: tuple[Cue, ...]) -> Iterator[Said]:
    told = ((kind, ranges(page, _balanced(page, _told(page.clauses, verb, kind)))) for kind in kinds)
    kind, content = next(((kind, content) for kind, content in told if content), (None, ()))
    if kind is not None:
        head = speaker.of(page, verb)
        cue = tuple(around(word) for word in (verb, page.clauses.child(verb, "prt")) if word is not None)
        yield Said(content, cue, kind, speaker.words(page, head), head, verb=verb)


def _told(clauses: Clauses, verb: Token, kind: Cue) -> Indices:
    """The words that a verb of this kind tells, by the first of its frames that is there."""
    return (
        (("clause" in kind.frames or _is_of_document(verb)) and _clause(clauses, verb))
        or ("as" in kind.frames and _as(clauses, verb))
        or ("object" in kind.frames and _object(clauses, verb))
        or []
    )


def _is_of_document(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in words("names/sources", "document")


def is_of_document(said: Said) -> bool:
    """Whether it is what a document says, told beside its name: “a report claiming that the dam had cracks”."""
    return said.verb is not None and _is_of_document(said.verb) and said.verb.head == said.speaker


def _balanced(page: Page, indices: Indices) -> Indices:
    """Up to a bracket that closes without having been opened: there the parser ran into other words."""
    depth = 0
    for k, i in enumerate(indices):
        text = page.doc[i].text
        depth += (text in "([") - (text in ")]")
        if depth < 0:
            return indices[:k]
    return indices


def _clause(clauses: Clauses, verb: Token) -> Indices:
    """What stands before an attribution at the end of a sentence, else the clause that the verb takes."""
    comma = _tail(clauses, verb)
    if comma is not None and any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[verb.sent.start : comma]):
        return list(range(verb.sent.start, comma))
    clause = next((c for c in clauses.children(verb, "ccomp") if c.i > verb.i), None)
    return [t.i for t in clause.subtree if t.lower_ != "that" or t.head != clause] if clause is not None else []


def _tail(clauses: Clauses, verb: Token) -> int | None:
    """Where an attribution at the end of a sentence is cut off (..., the agency reported): the index of its comma."""
    subject = clauses.child(verb, "nsubj")
    if subject is None or not 0 < verb.i - subject.i <= _NEAR:
        return None
    comma, sentence = subject.left_edge.i - 1, verb.sent
    if comma <= sentence.start or verb.doc[comma].text != "," or sentence.end - verb.i > _LONGEST_TAIL:
        return None
    busy = any(c.i > verb.i for c in clauses.children(verb, "dobj", "xcomp", "ccomp", "prep", "dative"))
    after = verb.doc[verb.i + 1 : sentence.end]
    return None if busy or any(t.pos_ in {"VERB", "AUX", "SCONJ"} or t.text == "," for t in after) else comma


def _object(clauses: Clauses, verb: Token) -> Indices:
    thing = (
        None if clauses.is_passive(verb) else next((c for c in clauses.children(verb, "dobj") if c.i > verb.i), None)
    )
    if thing is None or thing.pos_ == "PRON" or thing.ent_type_ in {"PERSON", "DATE", "TIME"}:
        return []
    return [token.i for token in thing.subtree]


def _as(clauses: Clauses, verb: Token) -> Indices:
    """What is said of something, with its name where that is no pronoun: “the charge as a farce”."""
    thing = clauses.child(verb, "dobj", "nsubjpass")
    joints = [joint for word in (verb, thing) if word is not None for joint in clauses.joints(word, "as")]
    role = next((joint for joint in joints if joint.i > verb.i), None)
    if role is None:
        return []
    inner = [token.i for token in role.subtree]
    if thing is None or thing.pos_ == "PRON":
        return inner[1:]
    return sorted({*(token.i for token in thing.subtree), *inner})
