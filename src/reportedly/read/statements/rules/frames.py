"""What grammar tells better than the model: what is dismissed or described, what a document says, what is passed on.

“Dismissed the charge as a farce”, “a report claiming that the dam had cracks”, “TV said the mayor had said ...”. Other
shapes had rules once that changed nothing on whole articles: ``docs/decisions/0008-rules-that-pay-stay.md``.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, ranges

_SPEECH = frozenset({"say", "write", "disclose"})  # kinds of cue that pass on another's words
_OWN = frozenset({"i", "we", "you", "it", "this", "that"})  # sources that lead to nobody but the speaker
Indices = list[int]  # ascending, of the words of a content; empty where the verb has none


def told(page: Page, verb: Token, kind: Cue) -> tuple[Range, ...]:
    """What a verb of this kind judges, or a document says by it; nothing where the model knows better."""
    indices = (
        ("as" in kind.frames and _as(page.clauses, verb))
        or ("object" in kind.frames and _object(page, verb))
        or (_is_of_document(verb) and _clause(page, verb))
    )
    return ranges(page, indices or [])


def passed_on(page: Page, cues: Mapping[int, tuple[Cue, ...]]) -> Iterator[Said]:
    """What verbs of saying tell in a clause of their own: another may pass it on, and the model sees one of the two."""
    for i, kinds in cues.items():
        verb = page.doc[i]
        content, head = ranges(page, _clause(page, verb)), speaker.of(page, verb)
        speaks = kinds[0].kind in _SPEECH or _is_of_document(verb)
        if content and head is not None and speaks and head.lower_ not in _OWN:
            yield Said(content, (around(verb),), kinds[0], speaker.words(page, head), head, verb=verb)


def _clause(page: Page, verb: Token) -> Indices:
    clause = next((c for c in page.clauses.children(verb, "ccomp") if c.i > verb.i), None)
    return [token.i for token in clause.subtree] if clause is not None else []


def _is_of_document(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in words("names/sources", "document")


def _object(page: Page, verb: Token) -> Indices:
    thing = None if page.clauses.is_passive(verb) else page.clauses.child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.pos_ == "PRON" or thing.ent_type_ in {"PERSON", "DATE", "TIME"}:
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
