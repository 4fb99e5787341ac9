"""Standing ties the article states: who leads or belongs to what, what lies where, who is posted where.

Only what the words state: an office with its body ("president of the X Movement"), names side by side ("Turbat,
Balochistan", "the Committee of the X Movement"), and the order of two lists joined by "respectively".
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span as Tokens

from reportedly.read.grammar.page import Page
from reportedly.read.names.names import Names
from reportedly.read.names.sheet import POSSESSIVES, Mention
from reportedly.read.names.surroundings import next_place
from reportedly.records import Relation, RelationKind

BODIES = frozenset({"organisation", "group"})
POSTED = BODIES | {"person"}
DUTIES = frozenset(
    {"post", "station", "deploy", "base", "assign", "appoint", "headquarter", "garrison", "serve", "work", "operate"}
    | {"duty"}
)  # what a list of places is said of where it tells postings
LEVELS = {"none": 0, "point": 0, "city": 1, "line": 2, "region": 2, "country": 3}


def find(page: Page, names: Names) -> tuple[Relation, ...]:
    """All ties, each once, with the words that state it first."""
    ties = [*_offices(names), *_containment(names), *_neighbours(names)]
    ties += (tie for sentence in page.body for tie in _respectively(names, sentence))
    first: dict[tuple[str, str, str], Relation] = {}
    for tie in ties:
        first.setdefault((tie.kind, tie.subject, tie.object), tie)
    return tuple(first.values())


def _relation(names: Names, kind: RelationKind, subject: Mention, thing: Mention, *said: int) -> Iterator[Relation]:
    """One tie, stated by the words from one mention to the other, with the tokens ``said``."""
    one, other = names.id(subject), names.id(thing)
    if one != other:
        ends = [subject.start, subject.end, thing.start, thing.end, *said]
        yield Relation(kind, one, other, names.sheet.span(min(ends), max(ends)))


def _offices(names: Names) -> Iterator[Relation]:
    """Persons with the body or country they lead or belong to."""
    for tie in names.ties:
        body = names.sheet.owner[tie.body] if tie.body is not None else None
        if body and (tie.leads or body.kind in BODIES):
            yield from _relation(names, "leads" if tie.leads else "member_of", tie.person, body, tie.start, tie.end)


def _containment(names: Names) -> Iterator[Relation]:
    """What lies in what: "Turbat, Balochistan", "Katlang Tehsil in Mardan"."""
    for mention in names.mentions:
        wider = next_place(names.sheet, mention.end) if mention.kind == "place" else None
        agree = wider and (not mention.country or wider.country in {None, mention.country})
        if wider and agree and LEVELS[mention.precision] < LEVELS[wider.precision]:
            yield from _relation(names, "located_in", mention, wider)


def _neighbours(names: Names) -> Iterator[Relation]:
    """Parts and seats: "the Committee of the X Movement", "the Corps' Lake Force", "the London-based newspaper X"."""
    for left, right in pairwise(names.mentions):
        between = names.sheet.low[left.end : right.start]
        if left.kind == right.kind == "organisation" and between in (["of"], ["of", "the"]):
            yield from _relation(names, "part_of", left, right)
        elif left.kind == right.kind == "organisation" and len(between) == 1 and between[0] in POSSESSIVES:
            yield from _relation(names, "part_of", right, left)
        elif left.kind == "place" and right.kind in POSTED and _is_based(between):
            yield from _relation(names, "located_in", right, left)


def _is_based(between: list[str]) -> bool:
    return between[:2] in (["-", "based"], ["–", "based"]) and {".", ","}.isdisjoint(between)


def _respectively(names: Names, sentence: Tokens) -> Iterator[Relation]:
    """Two lists paired in order: "officers of A and B will serve in P and Q respectively"."""
    said = {token.lemma_.lower() for token in sentence}
    if "respectively" not in said or not said & DUTIES:
        return
    mentions = names.between(sentence.start, sentence.end)
    towns = [m for m in mentions if m.precision == "city"]
    posted = [m for m in mentions if m.kind in POSTED and m.trait != "media" and towns and m.start < towns[0].start]
    if len(towns) == len(posted) > 1:
        for somebody, town in zip(posted, towns, strict=True):
            yield from _relation(names, "posted_at", somebody, town)
