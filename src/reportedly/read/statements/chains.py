"""Chains of attribution: the statement of an outlet that passes words on, and inside it that of whose words they are.

Three shapes, told by the grammar of a word that passes on: “quoted X as saying ...” (also “X was quoted by ... as
saying”), “..., citing X, reported ...”, and “X said in remarks carried by ...”. Where both statements have the same
content, ``Said.within`` leads from the inner to the outer. What else was found at these words is replaced.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.read.grammar.cues import PLAIN, Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.names import meant
from reportedly.read.statements import speaker
from reportedly.read.statements.said import Range, Said, around, is_quote_mark, ranges, tokens
from reportedly.read.statements.tagged import is_quoted

_PASSES_ON = Cue("say", "certain")
_SPEAKERS = ("role", "people", "anonymous", "media", "document")
Chain = tuple[Said, Said]  # the outer statement and the inner one


def joined(page: Page, claims: Sequence[Said]) -> list[Said]:
    """The statements with each chain in the place of those at its words; of two chains at one word the first counts."""
    near: dict[int, list[Said]] = defaultdict(list)
    for said in claims:
        if said.verb is not None:
            near[said.verb.sent.start].append(said)
    kept, replaced = list[Said](), set[int]()
    for chain in _chains(page, near):
        places = {said.verb.i for said in chain if said.verb is not None}
        if not places & replaced:
            kept += chain
            replaced |= places
    passed_on = {said.start for said in kept}
    others = (said for said in claims if not _cued_at(page, said) & replaced)
    return [said for said in others if said.cue or said.start not in passed_on] + kept


def _cued_at(page: Page, said: Said) -> set[int]:
    return {token.i for span in tokens(page, said.cue) for token in span}


def _chains(page: Page, near: dict[int, list[Said]]) -> Iterator[Chain]:
    citing, carried = (words("statements/cue_phrases", "chains", kind) for kind in ("citing", "carried"))
    for verb in (token for sentence in page.body for token in sentence if token.pos_ == "VERB"):
        beside = near.get(verb.sent.start, [])
        chain: Chain | None = None
        if verb.lemma_ in citing:
            chain = _as_saying(page, verb, beside) or _citing(page, verb, beside)
        if verb.lemma_ in citing | carried:
            chain = chain or _carried(page, verb, beside)
        if chain is not None:
            yield chain


def _as_saying(page: Page, verb: Token, beside: Sequence[Said]) -> Chain | None:
    """Quoted X as saying ...; X was quoted by Y as saying ...; “...,” Y quoted X as saying."""
    act, clauses = _after_as(verb), page.clauses
    if act is None:
        return None
    passive = clauses.is_passive(verb)
    who = clauses.object(verb) if passive else clauses.child(verb, "dobj")
    by = (clauses.agent(verb) or clauses.agent(act)) if passive else speaker.of(page, verb)
    told = _told(page, act)
    quoted = () if told else _quoted_before(page, verb, [said for said in beside if said.verb in (verb, act)])
    content = told or quoted or _clause_before(page, verb)
    if who is None or by is None or not content:
        return None
    direct = not told and is_quoted(page.copy.text, content)
    whole = content if passive or not told else ranges(page, range(who.left_edge.i, tokens(page, told)[-1].end))
    outer = Said(whole, (around(verb),), _PASSES_ON, speaker.words(page, by), by, direct, verb=verb)
    source = speaker.words(page, who)
    return outer, Said(content, (around(act),), _PASSES_ON, source, who, direct, verb=act, within=verb)


def _quoted_before(page: Page, verb: Token, claims: Sequence[Said]) -> tuple[Range, ...]:
    """The quotation before the words that pass it on."""
    before = (said.content[0] for said in claims if said.content[0][1] <= verb.idx)
    return next(((quoted,) for quoted in before if page.copy.text[quoted[0] - 1 : quoted[0]] in set('“„"«»')), ())


def _clause_before(page: Page, verb: Token) -> tuple[Range, ...]:
    """What stands in no marks before them: the dam is safe, X was quoted as saying by Y."""
    clause = next((each for each in page.clauses.children(verb, "ccomp") if each.i < verb.i), None)
    return ranges(page, [token.i for token in clause.subtree if not is_quote_mark(token)]) if clause is not None else ()


def _after_as(verb: Token) -> Token | None:
    """The participle in “quoted ... as saying”, wherever the parser hung it."""
    saying = words("statements/cue_phrases", "chains", "saying")
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    return next((t for t in rest if t.tag_ == "VBG" and t.nbor(-1).lower_ == "as" and t.lemma_ in saying), None)


def _told(page: Page, act: Token) -> tuple[Range, ...]:
    """What follows the participle: its clause, or what stands behind “that”."""
    that = _that_after(act)
    clause = next((c for c in page.clauses.children(act, "ccomp", "parataxis") if c.i > act.i), None)
    if that is not None:
        return ranges(page, range(that.i + 1, act.sent.end))
    return ranges(page, range(clause.left_edge.i, clause.right_edge.i + 1)) if clause is not None else ()


def _that_after(act: Token) -> Token | None:
    return next((t for t in act.doc[act.i : act.sent.end] if t.lower_ == "that" and t.dep_ != "det"), None)


def _citing(page: Page, act: Token, beside: Sequence[Said]) -> Chain | None:
    """The agency reported, citing X, that ...; citing X, the agency said ..."""
    who, host = page.clauses.child(act, "dobj"), _told_after(page, act) or _host(act, beside)
    if act.tag_ != "VBG" or who is None or host is None or host.speaker in {None, who} or not _speaks(who):
        return None
    cue, source = (around(act),), speaker.words(page, who)
    return host, replace(host, cue=cue, source=source, speaker=who, verb=act, within=host.verb)


def _told_after(page: Page, act: Token) -> Said | None:
    """What the agency reported, where its clause stands behind whom it cites."""
    that, verb = _that_after(act), act.head
    says = verb.i < act.i and verb.lemma_ in words("statements/cue_phrases", "chains", "saying")
    head = speaker.of(page, verb) if says and that is not None else None
    if that is None or head is None:
        return None
    content = ranges(page, range(that.i + 1, act.sent.end))
    return Said(content, (around(verb),), _PASSES_ON, speaker.words(page, head), head, verb=verb)


def _speaks(noun: Token) -> bool:
    """Whether the thing cited says something itself: people, bodies, papers; not rain or high costs."""
    known = any(word in meant.of_kind(kind) for kind in _SPEAKERS for word in (noun.lemma_.lower(), noun.lower_))
    return known or noun.ent_type_ in {"PERSON", "ORG", "NORP"}


def _carried(page: Page, act: Token, beside: Sequence[Said]) -> Chain | None:
    """X said in remarks carried by Y that ...; X, quoted by Y, said ..."""
    by = page.clauses.agent(act)
    things = words("statements/cue_phrases", "chains", "things")
    citing = act.lemma_ in words("statements/cue_phrases", "chains", "citing")
    is_carried = act.head.pos_ in {"NOUN", "PROPN"} if citing else act.head.lemma_.lower() in things
    host = _host(act, [said for said in beside if said.verb != act.head])
    if by is None or act.tag_ != "VBN" or act.dep_ != "acl" or not is_carried or host is None:
        return None
    outer = Said(host.content, (around(act),), PLAIN, speaker.words(page, by), by, host.direct, verb=act)
    return outer, replace(host, source=_before(page, host.source, act), within=act)


def _host(act: Token, beside: Sequence[Said]) -> Said | None:
    """The statement into which the other is put: of the verbs that tell something beside the word the next."""
    citing = words("statements/cue_phrases", "chains", "citing")
    telling = [said for said in beside if said.verb is not None and said.verb != act and said.verb.lemma_ not in citing]
    outside = [said for said in telling if not any(start <= act.idx < end for start, end in said.content)]
    spoken = [said for said in outside if said.speaker is not None]
    return min(spoken, key=lambda said: abs(said.verb.i - act.i) if said.verb else 0, default=None)


def _before(page: Page, source: tuple[Range, ...], act: Token) -> tuple[Range, ...]:
    """A source up to the words that tell who carried it."""
    return ranges(page, [t.i for span in tokens(page, source) for t in span if t.i < act.i]) or source
