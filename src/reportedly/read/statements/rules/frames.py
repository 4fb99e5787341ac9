"""Statements that a cue verb governs by grammar: said that ..., vowed to ..., denied the ..., condemned it as ..."""

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Token

from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, is_quote_mark, ranges

Found = list[int]  # ascending indices of the words of a content; empty: this frame is not there
_ALONG = frozenset({"say", "disclose", "warn", "claim", "promise", "demand", "write"})
_FOR = frozenset({"for", "against", "over", "on"})
_NEAR = 2  # words from the subject to its verb, at most an adverb between
_LONGEST_TAIL = 12  # words from the verb to the full stop
_OF = frozenset({"of", "about", "against"})


def find(page: Page, cues: Mapping[int, tuple[Cue, ...]], used: frozenset[int]) -> Iterator[Said]:
    """The statements governed by cue verbs other than those in ``used`` (they introduce quotations)."""
    for i, kinds in cues.items():
        if i not in used:
            yield from _of_verb(page, page.doc[i], kinds, cues)


def _of_verb(page: Page, verb: Token, kinds: tuple[Cue, ...], cues: Mapping[int, tuple[Cue, ...]]) -> Iterator[Said]:
    for kind in kinds:
        for frame, read in _FRAMES.items():
            if frame not in kind.frames:
                continue
            found = _until_next_cue(page, verb, read(verb), cues)
            content = ranges(page, _balanced(page, found))
            if content:
                head = speaker.of(verb)
                if (head is None and _has_to(verb)) or (kind.kind == "think" and _is_no_source(head)):
                    return
                source = speaker.words(page, head) if head is not None else ()
                yield Said(content, _cue(verb), kind, source, head, verb=verb)
                return


def _is_no_source(head: Token | None) -> bool:
    """Whose thoughts are no news: the reader's, anybody's, or the speaker's own inside a quotation."""
    return (
        head is None
        or head.lower_ in words("statements/cue_phrases", "speakers", "anybody")
        or head.left_edge.lower_ in {"every", "any"}
    )


def _cue(verb: Token) -> tuple[Range, ...]:
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    return (around(verb), around(particle)) if particle is not None else (around(verb),)


def _balanced(page: Page, found: Found) -> Found:
    """Up to a bracket that closes without having been opened: there the parser ran into other words."""
    depth = 0
    for k, i in enumerate(found):
        text = page.doc[i].text
        depth += (text in "([") - (text in ")]")
        if depth < 0:
            return found[:k]
    return found


def _until_next_cue(page: Page, verb: Token, found: Found, cues: Mapping[int, tuple[Cue, ...]]) -> Found:
    """Cut where the same speaker goes on: ..., adding that ..."""
    doc = page.doc
    for i in found:
        if i <= verb.i or i == found[0] or i not in cues or not any(cue.kind in _ALONG for cue in cues[i]):
            continue
        if _same_speaker_goes_on(verb, doc[i]):
            return [k for k in found if k < i - 1]
        comma = tail(doc[i])
        if comma is not None:
            return [k for k in found if k < comma]
    return found


def _same_speaker_goes_on(verb: Token, other: Token) -> bool:
    """..., adding ...; ... and said ..."""
    before = verb.doc[other.i - 1]
    if other.tag_ == "VBG":
        return before.text == ","
    return before.dep_ == "cc" and other.tag_ == verb.tag_ == "VBD" and other.dep_ == "conj"


# -- frames -----------------------------------------------------------------------------------------------------------


def tail(verb: Token) -> int | None:
    """Where an attribution at the end of a sentence is cut off (..., the agency reported): the index of its comma."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.i - subject.i > _NEAR:
        return None
    comma = subject.left_edge.i - 1
    if comma < 0 or verb.doc[comma].text != ",":
        return None
    sentence = verb.sent
    busy = any(c.i > verb.i and c.dep_ in {"dobj", "xcomp", "ccomp", "prep", "dative"} for c in verb.children)
    if busy or sentence.end - verb.i > _LONGEST_TAIL or comma <= sentence.start:
        return None
    after = verb.doc[verb.i + 1 : sentence.end]
    return None if any(t.pos_ in {"VERB", "AUX", "SCONJ"} or t.text == "," for t in after) else comma


def _clause(verb: Token) -> Found:
    comma = tail(verb)
    if comma is not None and any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[verb.sent.start : comma]):
        return list(range(verb.sent.start, comma))
    clause = _complement(verb)
    if clause is None:
        return _around_parenthesis(verb) or _after_that(verb)
    found = [t.i for t in clause.subtree if t != verb]
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if mark is not None and mark.i == found[0]:
        found = found[1:]
    return _with_lead_in(verb, clause, found)


def _complement(verb: Token) -> Token | None:
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and _is_clause(c)]
    after = [c for c in clauses if c.i > verb.i]
    if after:
        return after[0]
    busy = any(c.dep_ in {"dobj", "xcomp"} for c in verb.children)
    return clauses[-1] if clauses and not busy else None


def _is_clause(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"nsubj", "nsubjpass", "mark"} for c in token.children)


def _with_lead_in(verb: Token, clause: Token, found: Found) -> Found:
    """Words between the cue and its clause that the parser hung on the cue: said that by June it would end."""
    doc = verb.doc
    start = found[0]
    if start > verb.i + 1 and doc[verb.i + 1].lower_ == "that" and clause.i > verb.i and doc[verb.i + 1].dep_ != "dobj":
        return list(range(verb.i + 2, start)) + found
    return found


def _around_parenthesis(verb: Token) -> Found:
    """The plan, he said, would fail."""
    if verb.dep_ != "parataxis" or not any(c.dep_ == "nsubj" for c in verb.children):
        return []
    own = {t.i for t in verb.subtree}
    return [t.i for t in verb.head.subtree if t.i not in own]


def _after_that(verb: Token) -> Found:
    """What follows “that” up to the end of the sentence where the parser found no clause."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ != "that" or doc[verb.i + 1].dep_ in {"dobj", "det"}:
        return []
    return list(range(verb.i + 2, verb.sent.end))


def _object(verb: Token) -> Found:
    if speaker.is_passive(verb):
        return []
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if thing is None or thing.pos_ == "PRON" or thing.ent_type_ in {"PERSON", "DATE", "TIME"}:
        return []
    return [t.i for t in thing.subtree]


def _infinitive(verb: Token) -> Found:
    act = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i and _has_to(c)), None)
    if act is None:
        return []
    whom = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and verb.i < c.i < act.i), None)
    start = whom.left_edge.i if whom is not None else act.left_edge.i
    return list(range(start, act.right_edge.i + 1))


def _has_to(act: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in act.children)


def _gerund(verb: Token) -> Found:
    heads = [
        c for c in verb.children if c.i > verb.i and (c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ == "to"))
    ]
    for head in heads:
        act = head if head.dep_ == "xcomp" else next((c for c in head.children if c.dep_ == "pcomp"), None)
        if act is not None and act.tag_ == "VBG":
            return [t.i for t in act.subtree]
    return []


def _as(verb: Token) -> Found:
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    role = _preposition(verb, thing, frozenset({"as"}))
    if role is None:
        return []
    inner = [t.i for t in role.subtree]
    if thing is None or thing.pos_ == "PRON":
        return inner[1:]
    return sorted({*(t.i for t in thing.subtree), *inner})


def _for(verb: Token) -> Found:
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    why = _preposition(verb, whom, _FOR)
    if why is None:
        return []
    inner = [t.i for t in why.subtree][1:]
    act = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.i > why.i and _has_to(c)), None)
    if act is not None:
        inner = list(range(inner[0], act.right_edge.i + 1)) if inner else []
    if why.lower_ == "on" and act is None:
        return []
    return [t.i for t in whom.subtree if t.i < why.i] + [why.i, *inner] if whom is not None else inner


def _of(verb: Token) -> Found:
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    what = _preposition(verb, whom, _OF)
    if what is None:
        return []
    inner = [t.i for t in what.subtree][1:]
    if whom is None:
        return inner
    return sorted({*(t.i for t in whom.subtree), what.i, *inner})


def _preposition(verb: Token, thing: Token | None, words: frozenset[str]) -> Token | None:
    near = [*verb.children, *(thing.children if thing is not None else ())]
    return next((c for c in near if c.dep_ in {"prep", "agent"} and c.lower_ in words and c.i > verb.i), None)


def _naming(verb: Token) -> Found:
    name = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    if name is None:
        small = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"NOUN", "ADJ", "PROPN"}), None)
        return [t.i for t in small.subtree] if small is not None and small.i > verb.i else []
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i < name.i), None)
    start = thing.left_edge.i if thing is not None and thing.pos_ != "PRON" else name.left_edge.i
    return [i for i in range(start, name.right_edge.i + 1) if i != start or not is_quote_mark(verb.doc[i])]


_FRAMES: dict[str, Callable[[Token], Found]] = {
    "clause": _clause,
    "infinitive": _infinitive,
    "as": _as,
    "for": _for,
    "of": _of,
    "gerund": _gerund,
    "naming": _naming,
    "object": _object,
}
