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
_DECIDING = frozenset({"announce", "plan", "schedule", "declare", "call", "order", "authorize", "authorise", "prolong"})
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
    each = (participant for head in heads for participant in people.of(page, names, head))
    first: dict[object, Participant] = {}
    for participant in each:
        first.setdefault(participant.entity or participant.span, participant)
    return tuple(first.values())


# -- verbs ------------------------------------------------------------------------------------------------------------


def _of_verb(clauses: Clauses, verb: Token, root: str) -> Heads:
    who = subject(clauses, verb)
    done_to: list[Token] = []
    for child in clauses.children(verb):
        if child.dep_ == "nsubjpass" or (child.dep_ in {"dobj", "dative"} and not _is_matter(clauses, child, root)):
            done_to.append(child)
            if root == "CONSULT" and child.dep_ == "dobj":
                done_to += clauses.joined(child, "to")  # led a delegation to X and Y
        elif child.dep_ == "prep" and child.lower_ in _TOWARDS:
            done_to += _partakers(clauses, child)
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
    if head.ent_type_ in {"DATE", "TIME"}:
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


def _partakers(clauses: Clauses, joint: Token) -> list[Token]:
    return [thing for thing in clauses.children(joint, "pobj") if _can_take_part(clauses, thing)]


# -- nouns ------------------------------------------------------------------------------------------------------------


def _of_noun(clauses: Clauses, trigger: Trigger) -> Heads:
    noun, root, carrier = trigger
    heads = _own_parties(clauses, noun, root)
    if carrier is not None:
        _add_of_carrier(clauses, noun, carrier, heads)
    elif not heads.actors and (verb := _told_by(clauses, noun, root)) is not None:
        heads.actors.extend(filter(None, [subject(clauses, verb)]))
    return heads


def _told_by(clauses: Clauses, noun: Token, root: str) -> Token | None:
    """The verb whose subject is a party: announced a strike; what was said during a meeting was said by who met."""
    if noun.dep_ == "dobj":
        return noun.head if clauses.form(noun.head) in _DECIDING else None
    joint = noun.head
    meets = root == "CONSULT" and noun.dep_ == "pobj" and joint.lower_ in {"during", "at", "in", "after", "before"}
    return joint.head if meets and joint.head.pos_ in VERBS else None


def _own_parties(clauses: Clauses, noun: Token, root: str) -> Heads:
    heads = Heads([], [])
    for child in clauses.children(noun):
        if child.dep_ == "poss":
            heads.actors.append(child)
        elif child.dep_ in {"compound", "amod", "nmod", "npadvmod"}:
            heads.actors.extend(_acting(child))
        elif child.dep_ == "acl" and child.tag_ == "VBN":  # sanctions imposed by X on Y
            heads.actors.extend(filter(None, [subject(clauses, child)]))
            heads.recipients.extend(
                c for joint in clauses.joints(child, "on", "against") for c in _partakers(clauses, joint)
            )
        elif child.dep_ in {"prep", "agent"}:
            _add_of_preposition(clauses, child, root, heads)
    return heads


def _acting(modifier: Token) -> list[Token]:
    """Those who act by the words before a noun: a police raid, Iranian missile strikes."""
    if modifier.ent_type_ in {"DATE", "TIME", "ORDINAL"}:
        return []
    return [t for t in modifier.subtree if t.ent_type_ in _ACTING or t.pos_ == "PROPN" or t.lower_ in _ARMED]


def _add_of_preposition(clauses: Clauses, joint: Token, root: str, heads: Heads) -> None:
    partakers, word = _partakers(clauses, joint), joint.lower_
    if word in {"between", "by", "among", "amongst"}:
        heads.actors.extend(partakers)
    elif word == "of" and root not in {"ASSAULT", "COERCE", "SANCTION"}:
        heads.actors.extend(head for head in partakers if head.pos_ == "PROPN" or head.ent_type_)
    elif word in {"with", "to"} or (word in {"of", "on", "against"} and root != "CONSULT"):
        heads.recipients.extend(partakers)


def _add_of_carrier(clauses: Clauses, noun: Token, carrier: Token, heads: Heads) -> None:
    """With the parties that the carrying verb has: X held talks with Y."""
    own = {token.i for token in noun.subtree}
    who = subject(clauses, carrier)
    if who is not None and who.i not in own and not who.is_ancestor(noun):
        heads.actors.insert(0, who)
    for joint in clauses.joints(carrier, "with", "to", "between", "against", "on"):
        if joint.i not in own:
            side = heads.actors if joint.lower_ == "between" else heads.recipients
            side.extend(_partakers(clauses, joint))


# -- place ------------------------------------------------------------------------------------------------------------


def place(page: Page, names: Names, trigger: Trigger) -> str | None:
    """The place the words put the event at: “in” or “at” joined to the trigger, its carrier or its governor."""
    joints = (joint for joint in _joints(page.clauses, trigger) if joint.lower_ in _WHERE)
    things = (thing for joint in joints for thing in page.clauses.children(joint, "pobj"))
    return next(filter(None, (_place_in(names, thing) for thing in things)), None)


def _place_in(names: Names, thing: Token) -> str | None:
    named = filter(None, map(names.at, (thing, *(token for token in thing.subtree if token != thing))))
    place = next((entity for entity in named if names.entity(entity).kind == "place"), None)
    if place is not None:
        return place
    meant = referent(names, thing)
    return meant if meant is not None and names.entity(meant).kind == "place" else None


def _joints(clauses: Clauses, trigger: Trigger) -> Iterator[Token]:
    for word in chain(trigger):
        for child in clauses.children(word, "prep", "dobj"):
            yield from [child] if child.dep_ == "prep" else clauses.joints(child)


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
