"""Who takes part in an event: noun phrases as participants, with conjuncts, peoples and “both countries” resolved."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.names import Names, meant
from reportedly.read.names.referents import referent
from reportedly.records import Participant
from reportedly.text import Span

_LOOK_BACK = 120  # words before “both countries” in which the countries must have been named
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "trilateral": 3, "bilateral": 2}
_NO_ONE = frozenset({"there", "this", "that", "which", "what", "you", "one"})
_BODIES = frozenset({"place", "organisation", "group"})


def of(page: Page, names: Names, head: Token) -> tuple[Participant, ...]:
    """The participants a noun phrase names, one for each conjunct or entity, in order; none for empty pronouns."""
    counted = _countries_counted(page, names, head)
    if counted:
        return counted
    participants: list[Participant] = []
    for each in filter(_is_word, (head, *(c for c in head.conjuncts if c.i > head.i))):
        known = {participant.entity for participant in participants} - {None}
        participants += [new for new in _participants(page, names, each) if new.entity not in known]
    return tuple(participants)


def _is_word(token: Token) -> bool:
    """Not so of the brackets in “calling on […]”, which a parser takes for whom it is told of."""
    return any(map(str.isalnum, token.text))


def _participants(page: Page, names: Names, head: Token) -> Iterator[Participant]:
    head = page.clauses.antecedent(head)
    span = phrase(page, head)
    entity = meant.entity(head, names)
    if entity is not None:
        yield Participant(span, entity)
    elif head.pos_ == "PRON":
        yield from _of_pronoun(page, names, head, span)
    else:
        peoples = _behind(page.clauses, names, head) or (None,)
        yield from (Participant(span, each) for each in peoples)


def _of_pronoun(page: Page, names: Names, pronoun: Token, span: Span) -> Iterator[Participant]:
    somebody = _speaker_meant(page.clauses, pronoun)
    entity = meant.entity(somebody, names)
    if entity is not None or (somebody is None and pronoun.lower_ not in _NO_ONE and pronoun.dep_ != "expl"):
        yield Participant(span, entity)
    elif somebody is not None:
        yield Participant(phrase(page, somebody), None)


def _speaker_meant(clauses: Clauses, pronoun: Token) -> Token | None:
    """Who speaks in “the rebels say they won”, where nothing else is named in between; None where that is unsure."""
    verb = pronoun.head
    if pronoun.lower_ not in {"it", "they"} or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    while verb.dep_ in {"conj", "xcomp", "advcl"}:
        verb = verb.head
    if verb.dep_ != "ccomp":
        return None
    speaker = next((who for who in clauses.children(verb.head, "nsubj") if who != pronoun), None)
    return speaker if speaker is not None and speaker.pos_ != "PRON" else None


def _behind(clauses: Clauses, names: Names, head: Token) -> tuple[str, ...]:
    """The bodies or countries that officials, troops or media are of: Iranian officials, officers from the Guards."""
    entities: list[str] = []
    for child in clauses.children(head):
        if child.dep_ in {"amod", "compound", "poss", "nmod"}:
            entities += _bodies(names, [child, *child.conjuncts])
        elif child.dep_ == "prep" and child.lower_ in {"from", "of"} and _acts_for_others(clauses, head):
            entities += _bodies(names, child.subtree)
    return tuple(dict.fromkeys(entities))


def _acts_for_others(clauses: Clauses, head: Token) -> bool:
    return clauses.form(head) in meant.of_kind("role") or head.lower_ in meant.of_kind("standing_for")


def _bodies(names: Names, tokens: Iterable[Token]) -> list[str]:
    entities = filter(None, map(names.at, tokens))
    return [entity for entity in entities if names.entity(entity).kind in _BODIES]


def phrase(page: Page, head: Token) -> Span:
    """The words of a noun phrase up to a relative clause, a conjunct or an aside."""
    start, end = head.left_edge.i, head.i + 1
    for child in page.clauses.children(head, "prep", "poss", "case", "nummod", "appos"):
        if child.i > head.i and child.left_edge.i <= end + 1:
            end = max(end, child.right_edge.i + 1)
    while start < end - 1 and (page.doc[start].is_punct or page.doc[start].is_space):
        start += 1
    return page.span(page.doc[start:end])


def _countries_counted(page: Page, names: Names, head: Token) -> tuple[Participant, ...]:
    """The last N countries named before “both countries”, “the three sides” or “they”; none where fewer were named."""
    number = _number(page.clauses, head)
    if not number or (head.pos_ == "PRON" and referent(names, head) is not None):
        return ()
    countries = _countries_before(page, names, head)[-number:]
    span = phrase(page, head)
    return tuple(Participant(span, entity) for entity in countries) if len(countries) == number else ()


def _number(clauses: Clauses, head: Token) -> int:
    if head.lower_ in {"both", "they", "them", "their"}:
        return 2
    if clauses.form(head) not in meant.of_kind("parties"):
        return 0
    return next((_NUMBERS[word.lower_] for word in clauses.children(head) if word.lower_ in _NUMBERS), 0)


def _countries_before(page: Page, names: Names, head: Token) -> list[str]:
    """The countries named before a word, in the order in which they were named last."""
    named = map(names.at, page.doc[max(0, head.i - _LOOK_BACK) : head.left_edge.i])
    last_first = dict.fromkeys(reversed([entity for entity in named if entity is not None]))
    return [
        key for key in reversed(last_first) if (e := names.entity(key)).kind == "place" and e.precision == "country"
    ]
