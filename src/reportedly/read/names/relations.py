"""Standing ties the article states: who leads or belongs to what, what lies where, who is posted where.

Only what the words state: an office with its body ("president of the X Movement"), an apposition ("Turbat,
Balochistan"), a posting verb, and the order of two lists joined by "respectively".
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.names import Names
from reportedly.read.names.places import next_place
from reportedly.read.names.sheet import POSSESSIVES, Mention
from reportedly.records import Relation, RelationKind

BODIES = frozenset({"organisation", "group"})
POSTED = frozenset({"organisation", "group", "person"})
POSTING = frozenset({"post", "station", "deploy", "base", "assign", "appoint", "headquarter", "garrison"})
DUTIES = POSTING | {"serve", "work", "operate", "duty"}  # what a list of places is said of where it tells postings
LEADING = frozenset({"lead", "head", "chair", "command"})
AT = ("in", "at", "to", "along", "near", "on")
LEVELS = {"none": 0, "point": 0, "city": 1, "line": 2, "region": 2, "country": 3}


def find(page: Page, names: Names) -> tuple[Relation, ...]:
    """All ties, each once, with the words that state it first."""
    ties: list[Relation] = [*_offices(names), *_containment(names), *_parts(names)]
    for sentence in page.body:
        ties += _respectively(names, sentence)
        ties += _verbs(names, sentence)
    first: dict[tuple[str, str, str], Relation] = {}
    for tie in ties:
        first.setdefault((tie.kind, tie.subject, tie.object), tie)
    return tuple(first.values())


def _relation(names: Names, kind: RelationKind, subject: Mention, thing: Mention) -> Iterator[Relation]:
    """One tie, stated by the words from one mention to the other."""
    first, second = names.at_index(subject.start), names.at_index(thing.start)
    if first and second and first != second:
        span = names.sheet.span(min(subject.start, thing.start), max(subject.end, thing.end))
        yield Relation(kind, first, second, span)


def _offices(names: Names) -> Iterator[Relation]:
    """Persons with the body or country they lead or belong to."""
    for tie in names.ties:
        body = names.sheet.owner[tie.body] if tie.body is not None else None
        if body is None or (not tie.leads and body.kind not in BODIES):
            continue
        for tied in _relation(names, "leads" if tie.leads else "member_of", tie.person, body):
            first, last = min(tie.start, tie.person.start, body.start), max(tie.end, tie.person.end, body.end)
            yield Relation(tied.kind, tied.subject, tied.object, names.sheet.span(first, last))


def _containment(names: Names) -> Iterator[Relation]:
    """What lies in what: "Turbat, Balochistan", "Katlang Tehsil in Mardan", "the London-based newspaper X"."""
    for mention in names.mentions:
        if mention.kind != "place":
            continue
        wider = next_place(names.sheet, mention.end)
        if wider and LEVELS[mention.precision] < LEVELS[wider.precision] and _agree(mention, wider):
            yield from _relation(names, "located_in", mention, wider)
        yield from _based(names, mention)


def _agree(place: Mention, wider: Mention) -> bool:
    return not place.country or not wider.country or place.country == wider.country


def _based(names: Names, place: Mention) -> Iterator[Relation]:
    sheet, i = names.sheet, place.end
    if sheet.low[i : i + 2] not in (["-", "based"], ["–", "based"]):
        return
    for j in range(i + 2, min(i + 7, len(sheet))):
        owner = sheet.owner[j]
        if owner and owner.kind in POSTED:
            yield from _relation(names, "located_in", owner, place)
            return


def _parts(names: Names) -> Iterator[Relation]:
    """Bodies that are parts of others: "the Committee of the X Movement", "the Corps' Lake Force"."""
    sheet = names.sheet
    for left, right in zip(names.mentions, names.mentions[1:], strict=False):
        if left.kind != "organisation" or right.kind != "organisation":
            continue
        between = sheet.low[left.end : right.start]
        if between in (["of"], ["of", "the"]):
            yield from _relation(names, "part_of", left, right)
        elif len(between) == 1 and between[0] in POSSESSIVES:
            yield from _relation(names, "part_of", right, left)


def _respectively(names: Names, sentence: Tokens) -> Iterator[Relation]:
    """Two lists paired in order: "officers of A and B will serve in P and Q respectively"."""
    if not any(token.lower_ == "respectively" for token in sentence):
        return
    if not any(token.lemma_.lower() in DUTIES for token in sentence):
        return
    mentions = names.between(sentence.start, sentence.end)
    towns = [m for m in mentions if m.precision == "city"]
    regions = [m for m in mentions if m.kind == "place" and m.precision != "country"]
    for places in (towns, regions):
        posted = _posted(mentions, places)
        if len(places) == len(posted) > 1:
            for one, place in zip(posted, places, strict=True):
                yield from _relation(names, "posted_at", one, place)
            return


def _posted(mentions: Iterable[Mention], places: list[Mention]) -> list[Mention]:
    """Whoever is named before the places; where persons are named with their bodies, the persons."""
    first = places[0].start if places else 0
    posted = [m for m in mentions if m.kind in POSTED and m.start < first and m.trait != "media"]
    persons = [m for m in posted if m.kind == "person"]
    return persons or posted


def _verbs(names: Names, sentence: Tokens) -> Iterator[Relation]:
    """Who is posted where or leads what, by a verb: "X is stationed in Y", "X, who leads the Y"."""
    clauses = names.page.clauses
    for verb in sentence:
        form = clauses.form(verb)
        if form in POSTING and verb.tag_ in {"VBN", "VBD"} and _is_told(clauses, verb):
            for place in _named(names, clauses.joined(verb, *AT), {"place"})[:1]:
                for posted in _named(names, _subjects(clauses, verb), POSTED):
                    yield from _relation(names, "posted_at", posted, place)
        elif form in LEADING and verb.pos_ == "VERB" and _is_told(clauses, verb):
            for body in _named(names, clauses.children(verb, "dobj"), BODIES)[:1]:
                for leader in _named(names, _subjects(clauses, verb), {"person"})[:1]:
                    yield from _relation(names, "leads", leader, body)


def _is_told(clauses: Clauses, verb: Token) -> bool:
    return clauses.standing(verb).status in {"occurred", "ongoing", "planned"}


def _subjects(clauses: Clauses, verb: Token) -> Iterator[Token]:
    """The subject and what it is joined with; of a relative clause, the noun it describes."""
    heads = [clauses.antecedent(who) for who in clauses.children(verb, "nsubj", "nsubjpass")]
    for head in [*heads, verb.head] if verb.dep_ == "acl" else heads:
        yield head
        yield from head.conjuncts


def _named(names: Names, tokens: Iterable[Token], kinds: Iterable[str]) -> list[Mention]:
    owners = (names.sheet.owner[token.i] for token in tokens)
    return [mention for mention in owners if mention and mention.kind in kinds]
