"""Who takes part in an event: noun phrases as participants, with conjuncts, peoples and “both countries” resolved."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.names import Names, meant
from reportedly.read.names.referents import referent
from reportedly.records import Participant
from reportedly.text import Span

_LOOK_BACK = 120  # words before “both countries” in which the countries must have been named
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "trilateral": 3, "bilateral": 2}
_NO_ONE = frozenset({"there", "this", "that", "which", "what", "you", "one"})


def of(page: Page, names: Names, head: Token) -> tuple[Participant, ...]:
    """The participants a noun phrase names, one for each conjunct or entity, in order; none for empty pronouns."""
    together = _together(page, names, head)
    if together:
        return together
    out: list[Participant] = []
    for each in (head, *(c for c in head.conjuncts if c.i > head.i)):
        for one in _one(page, names, each):
            if one.entity is None or one.entity not in {other.entity for other in out}:
                out.append(one)
    named = [one for one in out if one.entity is not None]
    return tuple(named if named and len(named) < len(out) and _same_person(head) else out)


def _same_person(head: Token) -> bool:
    """The leader and president, X: two offices of one person."""
    return any(c.dep_ == "appos" for each in (head, *head.conjuncts) for c in each.children)


def _one(page: Page, names: Names, head: Token) -> Iterator[Participant]:
    head = antecedent(head)
    span = phrase(page, head)
    entity = meant.entity(head, names)
    if entity is not None:
        yield Participant(span, entity)
        return
    if head.pos_ == "PRON":
        speaker = _owner_meant(head) if head.dep_ == "poss" else _speaker_meant(head)
        spoken = meant.entity(speaker, names) if speaker is not None else None
        if spoken is not None:
            yield Participant(span, spoken)
        elif speaker is not None:
            yield Participant(phrase(page, speaker), None)
        elif head.lower_ not in _NO_ONE and head.dep_ != "expl":
            yield Participant(span, None)
        return
    peoples = _behind(names, head)
    yield from (Participant(span, one) for one in peoples)
    if not peoples:
        yield Participant(span, None)


def _speaker_meant(pronoun: Token) -> Token | None:
    """The country said it would go, the rebels say they won: who speaks, where nothing else is named in between."""
    verb = pronoun.head
    if pronoun.lower_ not in {"it", "they"} or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    while verb.dep_ in {"conj", "xcomp", "advcl"}:
        verb = verb.head
    if verb.dep_ != "ccomp":
        return None
    speaker = next((c for c in verb.head.children if c.dep_ == "nsubj" and c != pronoun), None)
    return speaker if speaker is not None and speaker.pos_ != "PRON" else None


def _owner_meant(pronoun: Token) -> Token | None:
    """The army stepped up its shelling: the subject of the verb that the owned thing hangs on."""
    if pronoun.lower_ not in {"its", "their"}:
        return None
    verb = next((above for above in pronoun.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    while verb is not None and verb.dep_ in {"conj", "xcomp"} and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
    owner = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    return owner if owner is not None and owner.pos_ != "PRON" and owner.i < pronoun.left_edge.i else None


def antecedent(head: Token) -> Token:
    """The noun that “who” or “that” stands for; any other word stands for itself."""
    if head.tag_ in {"WP", "WDT"} or (head.lower_ == "that" and head.head.dep_ == "relcl"):
        at = head.head
        return at.head if at.dep_ == "relcl" else head
    return head


def _behind(names: Names, head: Token) -> tuple[str, ...]:
    """The bodies or countries that officials, troops or media are of: Iranian officials, officers from the Guards."""
    found: list[str] = []
    for child in head.children:
        if child.dep_ in {"amod", "compound", "poss", "nmod"}:
            found += _in(names, [child, *child.conjuncts], {"place", "organisation", "group"})
        elif child.dep_ == "prep" and child.lower_ in {"from", "of"} and _acts_for_others(head):
            found += _in(names, child.subtree, {"place", "organisation", "group"})
    return tuple(dict.fromkeys(found))


def _acts_for_others(head: Token) -> bool:
    return head.lemma_.lower() in meant.of_kind("role") or head.lower_ in meant.of_kind("standing_for")


def _in(names: Names, tokens: Iterable[Token], kinds: set[str]) -> list[str]:
    found = [names.at(one) for one in tokens]
    return [entity for entity in found if entity is not None and names.entity(entity).kind in kinds]


def phrase(page: Page, head: Token) -> Span:
    """The words of a noun phrase up to a relative clause, a conjunct or an aside."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.children:
        if (
            child.i > head.i
            and child.dep_ in {"prep", "poss", "case", "nummod", "appos"}
            and child.left_edge.i <= end + 1
        ):
            end = max(end, child.right_edge.i + 1)
    while page.doc[start].is_punct or page.doc[start].is_space:
        start += 1
    return page.span(page.doc[start:end])


def _together(page: Page, names: Names, head: Token) -> tuple[Participant, ...]:
    """Both countries, the two sides, they: the countries named last, as many as the words ask for."""
    number = _number(head)
    if not number:
        return ()
    if head.pos_ == "PRON" and referent(names, head) is not None:
        return ()
    found = _named_before(page, names, head)[-number:]
    if len(found) < number:
        return ()
    span = phrase(page, head)
    return tuple(Participant(span, entity) for entity in found)


def _number(head: Token) -> int:
    if head.lower_ in {"both", "they", "them", "their"}:
        return 2
    if head.lemma_.lower() not in meant.of_kind("parties"):
        return 0
    told = [_NUMBERS[c.lower_] for c in head.children if c.lower_ in _NUMBERS]
    return told[0] if told else 0


def _named_before(page: Page, names: Names, head: Token) -> list[str]:
    before = page.doc[max(0, head.i - _LOOK_BACK) : head.left_edge.i]
    order: list[str] = []
    for token in before:
        entity = names.at(token)
        if entity is not None and names.entity(entity).kind == "place" and names.entity(entity).precision == "country":
            if entity in order:
                order.remove(entity)
            order.append(entity)
    return order
