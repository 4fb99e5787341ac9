"""Chains of attribution: the outlet that passes words on, and inside its statement the speaker whose words they are.

Three shapes, told by the grammar of a word that passes on: “quoted X as saying ...” (also “X was quoted by ... as
saying”), “..., citing X, reported ...”, and “X said in remarks carried by ...”. Each becomes two statements; where both
have the same content, ``Said.within`` leads from the inner to the outer. What else was found at these
words is replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from reportedly.read.grammar.cues import PLAIN, Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.names import meant
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, ranges, runs_of

_PASSES_ON = Cue("say", frozenset(), "certain")
_TOLD = frozenset({"said", "say", "says", "reported", "report", "reports", "told", "wrote"})


@dataclass(frozen=True)
class Chain:
    """Two statements, the first around the second; ``replaces`` are the words at which no other statement stays."""

    outer: Said
    inner: Said
    replaces: frozenset[int]


def joined(page: Page, claims: Sequence[Said]) -> list[Said]:
    """The statements with each chain in the place of those at its words; a pass over the words."""
    by_sentence: dict[int, list[Said]] = {}
    for said in claims:
        if said.verb is not None:
            by_sentence.setdefault(said.verb.sent.start, []).append(said)
    chains, replaced = _apart(_chains(page, by_sentence))
    kept = [said for said in claims if not (_places(page, said) & replaced)]
    return kept + [said for chain in chains for said in (chain.outer, chain.inner)]


def _apart(chains: Iterable[Chain]) -> tuple[list[Chain], set[int]]:
    """Chains that share no word: of two at one word the first counts."""
    taken: set[int] = set()
    kept: list[Chain] = []
    for chain in chains:
        if not chain.replaces & taken:
            kept.append(chain)
            taken |= chain.replaces
    return kept, taken


def _places(page: Page, said: Said) -> set[int]:
    return {i for start, end in runs_of(page, said.cue) for i in range(start, end)}


def _chains(page: Page, by_sentence: dict[int, list[Said]]) -> Iterator[Chain]:
    verbs = (token for sentence in page.body for token in sentence if token.pos_ == "VERB")
    chains = (_chain(page, verb, by_sentence.get(verb.sent.start, [])) for verb in verbs)
    return (chain for chain in chains if chain is not None)


def _chain(page: Page, verb: Token, near: Sequence[Said]) -> Chain | None:
    citing, carried = (words("statements/cue_phrases", "chains", kind) for kind in ("citing", "carried"))
    if verb.lemma_ in citing:
        return _as_saying(page, verb, near) or _citing(page, verb, near) or _carried(page, verb, near)
    return _carried(page, verb, near) if verb.lemma_ in carried else None


# -- quoted X as saying ... ------------------------------------------------------------------------------------------


def _as_saying(page: Page, verb: Token, near: Sequence[Said]) -> Chain | None:
    act, clauses = _after_as(verb), page.clauses
    if act is None:
        return None
    passive = clauses.is_passive(verb)
    who = clauses.object(verb) if passive else clauses.child(verb, "dobj") or _before(act)
    by = (clauses.agent(verb) or clauses.agent(act)) if passive else speaker.of(page, verb)
    content = _said_by(page, act) or _quoted(near, (verb, act))
    if who is None or by is None or not content:
        return None
    inner = Said(content, (around(act),), _PASSES_ON, speaker.words(page, who), who, verb=act, within=verb)
    whole = content
    if not passive and content[0][0] > act.idx:
        whole = ranges(page, range(who.left_edge.i, _last(page, content) + 1))
    outer = Said(whole, (around(verb),), _PASSES_ON, speaker.words(page, by), by, verb=verb)
    direct = content[0][0] < verb.idx and _is_quoted(page, content)
    return Chain(replace(outer, direct=direct), replace(inner, direct=direct), frozenset({verb.i, act.i}))


def _after_as(verb: Token) -> Token | None:
    """The participle in “quoted ... as saying”, wherever the parser hung it."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.tag_ == "VBG" and verb.doc[token.i - 1].lower_ == "as":
            return token if token.lemma_ in words("statements/cue_phrases", "chains", "saying") else None
        if token.text in {".", ";", "”", "“"}:
            return None
    return None


def _before(act: Token) -> Token | None:
    """The head of the noun phrase before “as saying”."""
    end = act.i - 1
    return next((t for t in act.doc[act.sent.start : end] if t.right_edge.i == end - 1 and t.pos_ != "VERB"), None)


def _said_by(page: Page, act: Token) -> tuple[Range, ...]:
    """What follows the participle: its clause, without “that”, to whom, and by which outlet it is told."""
    out = {token.i for joint in page.clauses.children(act, "agent") for token in joint.subtree}
    clause = next((c for c in page.clauses.children(act, "ccomp", "parataxis") if c.i > act.i), None)
    start = clause.left_edge.i if clause is not None else act.i + 1
    that = next((t.i for t in page.doc[act.i + 1 : act.sent.end] if t.lower_ == "that"), None)
    if that is not None and that <= start + 1 + len(out):
        start = that + 1
    end = act.sent.end if clause is None else max(clause.right_edge.i + 1, start)
    told = clause is not None or that is not None
    return ranges(page, [i for i in range(start, end) if i not in out]) if told else ()


def _quoted(near: Sequence[Said], verbs: Sequence[Token]) -> tuple[Range, ...]:
    """The quotation before the words that pass it on."""
    for said in near:
        first = said.content[0]
        if said.verb in verbs and said.direct and first[1] <= verbs[0].idx:
            return (first,)
    return ()


# -- ..., citing X, reported ... -------------------------------------------------------------------------------------


def _citing(page: Page, act: Token, near: Sequence[Said]) -> Chain | None:
    who = page.clauses.child(act, "dobj")
    if act.tag_ != "VBG" or who is None or not _speaks(who):
        return None
    host = _told_after(page, act, who) or _host(act, near)
    if host is None or host.speaker is None or host.speaker == who:
        return None
    source = speaker.words(page, who)
    inner = replace(host, cue=(around(act),), source=source, speaker=who, verb=act, within=host.verb)
    return Chain(host, inner, frozenset({act.i, *({host.verb.i} if host.verb is not None else ())}))


def _speaks(noun: Token) -> bool:
    """Whether the thing cited says something itself: people, bodies, papers; not rain or high costs."""
    kinds = ("role", "people", "anonymous", "media", "document")
    known = any(word in meant.of_kind(kind) for kind in kinds for word in (noun.lemma_.lower(), noun.lower_))
    return known or noun.ent_type_ in {"PERSON", "ORG", "NORP"}


def _host(act: Token, near: Sequence[Said]) -> Said | None:
    """The statement into which the source is put: of the verbs that tell something beside the participle the next."""
    beside = [
        said
        for said in near
        if said.speaker is not None and _tells(said.verb) and said.verb != act and _is_outside(said, act)
    ]
    return min(beside, key=lambda said: abs(said.verb.i - act.i) if said.verb else 0, default=None)


def _tells(verb: Token | None) -> bool:
    """Whether a verb tells something itself, and not only from whom it is had."""
    return verb is not None and verb.lemma_ not in words("statements/cue_phrases", "chains", "citing")


def _is_outside(said: Said, act: Token) -> bool:
    return not any(start <= act.idx < end for start, end in said.content)


def _told_after(page: Page, act: Token, who: Token) -> Said | None:
    """The agency reported, citing two officials, that ...: the clause stands behind the participle."""
    told = act.head
    while (told.pos_ not in {"VERB", "AUX"} or not _tells(told)) and told.head != told:
        told = told.head
    that = next((t for t in page.doc[act.i : act.sent.end] if t.lower_ == "that" and t.dep_ in {"mark", "dobj"}), None)
    head = speaker.of(page, told)
    if told.lower_ not in _TOLD or told.i > act.i or that is None or head is None or that.i < who.i:
        return None
    content = ranges(page, range(that.i + 1, act.sent.end))
    return Said(content, (around(told),), _PASSES_ON, speaker.words(page, head), head, verb=told) if content else None


# -- said in remarks carried by ... ----------------------------------------------------------------------------------


def _carried(page: Page, act: Token, near: Sequence[Said]) -> Chain | None:
    by = page.clauses.agent(act)
    if by is None or act.tag_ != "VBN" or act.dep_ != "acl" or not _is_carried(act):
        return None
    host = _host(act, [said for said in near if said.verb is not None and said.verb != act.head])
    if host is None:
        return None
    source = _without(page, host.source, act)
    inner = replace(host, source=source, within=act)
    outer = Said(host.content, (around(act),), PLAIN, speaker.words(page, by), by, host.direct, verb=act)
    return Chain(outer, inner, frozenset({act.i, host.verb.i} if host.verb is not None else {act.i}))


def _is_carried(act: Token) -> bool:
    """Whether words or a speaker stand before it: remarks carried by, a spokesman quoted by; not: hostages freed by."""
    if act.lemma_ in words("statements/cue_phrases", "chains", "citing"):
        return act.head.pos_ in {"NOUN", "PROPN"}
    return act.head.lemma_.lower() in words("statements/cue_phrases", "chains", "things")


def _without(page: Page, source: tuple[Range, ...], act: Token) -> tuple[Range, ...]:
    """A source up to the words that tell who carried it."""
    kept = (page.doc.char_span(start, min(end, act.idx), alignment_mode="contract") for start, end in source)
    return ranges(page, [t.i for span in kept if span is not None for t in span]) or source


# -- words -----------------------------------------------------------------------------------------------------------


def _last(page: Page, content: Sequence[Range]) -> int:
    return max((end - 1 for _, end in runs_of(page, content[-1:])), default=0)


def _is_quoted(page: Page, content: Sequence[Range]) -> bool:
    start = content[0][0]
    return page.copy.text[max(0, start - 1) : start] in {"“", '"', "„", "«", "»"}
