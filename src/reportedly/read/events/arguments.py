"""Actors, recipients and place of an event, by the grammar around its trigger."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.events import people
from reportedly.read.events.lexicon import lexicon
from reportedly.read.events.triggers import OPEN, VERBS, Trigger
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.names import Names, meant
from reportedly.read.names.referents import referent
from reportedly.records import Participant

_DEEP = 7
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "on", "along", "off", "throughout"})
_TOWARDS = ("to", "with", "against", "on", "for", "of", "from")
_DONE_TO_SOMEBODY = frozenset(
    {"ASSAULT", "COERCE", "ACCUSE", "SUPPORT", "REJECT", "SANCTION", "REQUEST", "THREATEN", "CONSULT", "AID", "RETREAT"}
)
_ACTING = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_ARMED = frozenset({"police", "army", "forces", "troops", "military", "rebel", "militant", "terrorist", "government"})
_ELSEWHERE = frozenset({"conj", "relcl", "advcl", "punct", "npadvmod"})  # begins what is told beside it
_DECIDING = frozenset({"announce", "plan", "schedule", "declare", "call", "order"})
_DURING = frozenset({"during", "at", "in", "after", "before"})
_BEFORE = ("compound", "amod", "nmod", "npadvmod")
_OF_WHOM = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # the arrest of X is done to X, the visit of X by X
_DAYS = frozenset({"DATE", "TIME"})
_NO_PARTY = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})


class Parties(NamedTuple):
    """Who did it, and to or with whom."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]


class Heads(NamedTuple):
    """The head words of those who act, and of those to or with whom it is done."""

    actors: list[Token]
    recipients: list[Token]


def parties(page: Page, names: Names, trigger: Trigger) -> Parties:
    """Actors and recipients, each entity once."""
    clauses = page.clauses
    if trigger.root == OPEN:
        heads = _of_open_verb(clauses, trigger.word, names)
    elif trigger.word.pos_ in VERBS:
        heads = _of_verb(clauses, trigger.word, trigger.root)
    else:
        heads = _of_noun(clauses, trigger)
    actors, recipients = (_participants(page, names, side) for side in heads)
    acting = {actor.entity for actor in actors if actor.entity is not None}
    return Parties(actors, tuple(r for r in recipients if r.entity is None or r.entity not in acting))


def _participants(page: Page, names: Names, heads: list[Token]) -> tuple[Participant, ...]:
    parties = (head for head in heads if head.ent_type_ not in _DAYS)  # Sunday's attack is not an attack by Sunday
    each = (participant for head in parties for participant in people.of(page, names, head))
    first: dict[object, Participant] = {}
    for participant in each:
        first.setdefault(participant.entity or participant.span, participant)
    return tuple(first.values())


# -- verbs ------------------------------------------------------------------------------------------------------------


def _of_verb(clauses: Clauses, verb: Token, root: str) -> Heads:
    """The subject; and whom the verb acts on, who is joined to it, or whom it describes."""
    who = subject(clauses, verb)
    things = clauses.children(verb, "nsubjpass", "dobj", "dative")
    done_to = [thing for thing in things if thing.dep_ == "nsubjpass" or not _is_matter(clauses, thing, root)]
    done_to += filter(None, [clauses.patient(verb)])
    done_to += _joined(clauses, verb, *_TOWARDS)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        done_to.append(verb.head)
    return Heads([who] if who is not None else [], done_to)


def _of_open_verb(clauses: Clauses, verb: Token, names: Names) -> Heads:
    """Somebody who does it, and the first somebody named as its object or in it; nobody where either is missing."""
    agents, objects = _of_verb(clauses, verb, OPEN)
    actors = [head for head in agents if _is_party(head, names)]
    recipients = [head for head in objects if _is_party(head, names)] or [*islice(_reached(clauses, verb, names), 1)]
    return Heads(actors, recipients) if actors and recipients else Heads([], [])


def _is_party(head: Token, names: Names) -> bool:
    if head.ent_type_ in _DAYS:
        return False
    if head.pos_ in {"PROPN", "PRON"} or meant.is_somebody(head):
        return True
    return any(names.at(token) is not None for token in islice(head.subtree, _DEEP))


def _reached(clauses: Clauses, verb: Token, names: Names) -> Iterator[Token]:
    """What is named after the verb in its own clause: gave approval for X to come; cut tariffs on goods of Y."""
    waiting = [child for child in clauses.children(verb) if child.i > verb.i and child.dep_ not in _ELSEWHERE]
    while waiting:
        word = waiting.pop(0)
        if names.at(word) is not None or (meant.is_somebody(word) and word.pos_ == "NOUN"):
            yield word
        waiting += [child for child in clauses.children(word) if child.dep_ not in _ELSEWHERE]
        waiting.sort(key=lambda token: token.i)


def around(clauses: Clauses, names: Names, trigger: Trigger) -> Iterator[Token]:
    """What an event of one party is about, for want of a recipient: what is named after its verb, then its object."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.word
    if verb.pos_ == "VERB":
        yield from _reached(clauses, verb, names)
        yield from filter(None, [clauses.object(verb)])


def subject(clauses: Clauses, verb: Token) -> Token | None:
    """Who does what the verb tells; None where a passive's “by” joins no party: struck by a storm."""
    who = clauses.subject(verb)
    return None if who is not None and clauses.is_passive(verb) and not _can_take_part(clauses, who) else who


def _is_matter(clauses: Clauses, thing: Token, root: str) -> bool:
    """Whether the object is what is done (impose sanctions), not to whom."""
    if clauses.form(thing) in lexicon().nouns:
        return True
    return root not in {*_DONE_TO_SOMEBODY, OPEN} and thing.pos_ == "NOUN"


def _can_take_part(clauses: Clauses, thing: Token) -> bool:
    return thing.ent_type_ not in _NO_PARTY and clauses.form(thing) not in lexicon().nouns


def _joined(clauses: Clauses, word: Token, *by: str) -> list[Token]:
    """Those who may take part, among what the prepositions join to a word."""
    return [thing for thing in clauses.joined(word, *by) if _can_take_part(clauses, thing)]


# -- nouns ------------------------------------------------------------------------------------------------------------


def _of_noun(clauses: Clauses, trigger: Trigger) -> Heads:
    """Those named before a noun or joined to it, to its carrier (X held talks) or to what describes it (led by X)."""
    noun, root, carrier = trigger
    described = [verb for verb in clauses.children(noun, "acl") if verb.tag_ == "VBN"]
    verbs = described if carrier is None else [carrier, *described]
    doers = filter(None, (subject(clauses, verb) for verb in verbs))
    heads = Heads([doer for doer in doers if doer != noun and not doer.is_ancestor(noun)], [])
    for child in clauses.children(noun, "poss", *_BEFORE):
        heads.actors.extend([child] if child.dep_ == "poss" else _acting(child))
    for word in (noun, *verbs):
        _add_joined(clauses, word, root, heads)
    if carrier is None and not heads.actors:
        heads.actors.extend(_telling(clauses, noun, root))
    return heads


def _telling(clauses: Clauses, noun: Token, root: str) -> Iterator[Token]:
    """Who announced a strike, or spoke at talks: they take part."""
    joint = noun.head
    if noun.dep_ == "dobj" and clauses.form(joint) in _DECIDING:
        yield from filter(None, [subject(clauses, joint)])
    elif noun.dep_ == "pobj" and root == "CONSULT" and joint.lower_ in _DURING and joint.head.pos_ in VERBS:
        yield from filter(None, [subject(clauses, joint.head)])


def _acting(modifier: Token) -> list[Token]:
    """Those who act by the words before a noun: a police raid, Iranian missile strikes."""
    if modifier.ent_type_ in {"DATE", "TIME", "ORDINAL"}:
        return []
    return [t for t in modifier.subtree if t.ent_type_ in _ACTING or t.pos_ == "PROPN" or t.lower_ in _ARMED]


def _add_joined(clauses: Clauses, word: Token, root: str, heads: Heads) -> None:
    """With those whom prepositions join: an attack by X on Y; the visit of X to Y; but not talks on Y."""
    heads.actors.extend(_joined(clauses, word, "between", "by", "among", "amongst"))
    owners = _joined(clauses, word, "of")
    if root in _OF_WHOM:
        heads.recipients.extend(owners)
    else:
        heads.actors.extend(owner for owner in owners if owner.pos_ == "PROPN" or owner.ent_type_)
    about = () if root == "CONSULT" else ("on", "against")
    heads.recipients.extend(_joined(clauses, word, "with", "to", *about))


# -- place ------------------------------------------------------------------------------------------------------------


def place(page: Page, names: Names, trigger: Trigger) -> str | None:
    """The place the words put the event at: what “in” or “at” joins to its chain, or to an object there."""
    words = [each for word in chain(trigger) for each in (word, *page.clauses.children(word, "dobj"))]
    things = (thing for word in words for thing in page.clauses.joined(word, *_WHERE))
    return next(filter(None, (_place_in(names, thing) for thing in things)), None)


def _place_in(names: Names, thing: Token) -> str | None:
    entities = (*map(names.at, (thing, *thing.subtree)), referent(names, thing))
    return next((key for key in entities if key is not None and names.entity(key).kind == "place"), None)


def chain(trigger: Trigger) -> Iterator[Token]:
    """The trigger and the verbs it hangs on as their complement: what is said of them is said of it."""
    yield trigger.word
    word = trigger.word
    if trigger.carrier is not None:
        word = trigger.carrier
        yield word
    for _ in range(_DEEP):
        if word.dep_ not in {"xcomp", "pcomp", "oprd", "prep"}:
            return
        word = word.head
        if word.pos_ in {"VERB", "AUX", "ADJ"}:
            yield word
