"""Actors, recipients, place and time of an event, by the grammar around its trigger."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.events import people
from reportedly.read.events.lexicon import lexicon
from reportedly.read.grammar.clauses import object_of
from reportedly.read.grammar.page import Page
from reportedly.read.names import Names, meant
from reportedly.read.names.referents import referent
from reportedly.records import Participant

OPEN = "OPEN"  # the root of a verb the lexicon lacks, until the model has coded it
_DEEP = 7
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "on", "along", "off", "throughout"})
_TOWARDS = frozenset({"to", "with", "against", "on", "for", "of", "from"})
_DONE_TO_SOMEBODY = frozenset(
    {"ASSAULT", "COERCE", "ACCUSE", "SUPPORT", "REJECT", "SANCTION", "REQUEST", "THREATEN", "CONSULT", "AID", "RETREAT"}
)
_ACTING = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_ARMED = frozenset({"police", "army", "forces", "troops", "military", "rebel", "militant", "terrorist", "government"})
_ELSEWHERE = frozenset({"conj", "relcl", "advcl", "punct", "npadvmod"})  # begins what is told beside it
_DECIDING = frozenset({"announce", "plan", "schedule", "declare", "call", "order", "authorize", "authorise", "prolong"})
_FOE = frozenset({"of", "on", "against"})


class Trigger(NamedTuple):
    """A trigger word, its root, and the verb that carries it where it is a noun (hold talks)."""

    word: Token
    root: str
    carrier: Token | None = None


class Parties(NamedTuple):
    """Who did it, and to or with whom."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]


def parties(page: Page, names: Names, trigger: Trigger) -> Parties:
    """Actors and recipients, each entity once."""
    if trigger.root == OPEN:
        does, done_to = _of_open_verb(trigger.word, names)
    elif trigger.word.pos_ in {"VERB", "AUX"}:
        does, done_to = _of_verb(trigger.word, trigger.root)
    else:
        does, done_to = _of_noun(trigger)
    actors = _all(page, names, does)
    barred = {actor.entity for actor in actors if actor.entity is not None}
    recipients = tuple(r for r in _all(page, names, done_to) if r.entity is None or r.entity not in barred)
    return Parties(actors, recipients)


def _all(page: Page, names: Names, heads: list[Token]) -> tuple[Participant, ...]:
    out: list[Participant] = []
    for head in heads:
        for one in people.of(page, names, head):
            same = (o for o in out if o.entity == one.entity and (one.entity is not None or o.span == one.span))
            if next(same, None) is None:
                out.append(one)
    return tuple(out)


# -- verbs ------------------------------------------------------------------------------------------------------------


def _of_verb(verb: Token, root: str) -> tuple[list[Token], list[Token]]:
    does = subject(verb)
    done_to: list[Token] = []
    for child in verb.children:
        if child.dep_ == "nsubjpass" or (child.dep_ in {"dobj", "dative"} and not _is_matter(child, root)):
            done_to.append(child)
            if root == "CONSULT" and child.dep_ == "dobj":
                done_to += _whither(child)
        elif child.dep_ == "prep" and child.lower_ in _TOWARDS:
            done_to += [c for c in child.children if c.dep_ == "pobj" and _can_take_part(c)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        done_to.append(verb.head)
    return ([does] if does is not None else []), done_to


def _of_open_verb(verb: Token, names: Names) -> tuple[list[Token], list[Token]]:
    """Somebody who does it, and the first somebody named as its object or in it; nobody where either is missing."""
    agents, objects = _of_verb(verb, OPEN)
    does = [one for one in agents if _is_party(one, names)]
    done_to = [one for one in objects if _is_party(one, names)] or list(islice(_reached(verb, names), 1))
    return (does, done_to) if does and done_to else ([], [])


def _is_party(head: Token, names: Names) -> bool:
    if head.ent_type_ in {"DATE", "TIME"}:
        return False
    if head.pos_ in {"PROPN", "PRON"} or meant.is_somebody(head):
        return True
    return any(names.at(token) is not None for token in islice(head.subtree, _DEEP))


def _reached(verb: Token, names: Names) -> Iterator[Token]:
    """What is named after the verb in its own clause: gave approval for X to come; cut tariffs on goods of Y."""
    waiting = [child for child in verb.children if child.i > verb.i and child.dep_ not in _ELSEWHERE]
    while waiting:
        at = waiting.pop(0)
        if names.at(at) is not None or (meant.is_somebody(at) and at.pos_ == "NOUN"):
            yield at
        waiting = sorted([*waiting, *(c for c in at.children if c.dep_ not in _ELSEWHERE)], key=lambda token: token.i)


def around(names: Names, trigger: Trigger) -> Iterator[Token]:
    """What an event of one party is about, for want of a recipient: what is named after its verb, then its object."""
    verb = trigger.carrier if trigger.carrier is not None else trigger.word
    if verb.pos_ == "VERB":
        yield from _reached(verb, names)
        yield from filter(None, [object_of(verb)])


def _whither(thing: Token) -> list[Token]:
    """Led a delegation to X and Y."""
    joints = [c for c in thing.children if c.dep_ == "prep" and c.lower_ == "to"]
    return [c for joint in joints for c in joint.children if c.dep_ == "pobj"]


def _is_matter(thing: Token, root: str) -> bool:
    """Whether the object is what is done (impose sanctions), not to whom."""
    if thing.lemma_.lower() in lexicon().nouns:
        return True
    return root not in {*_DONE_TO_SOMEBODY, OPEN} and thing.pos_ == "NOUN"


def _can_take_part(thing: Token) -> bool:
    return (
        thing.ent_type_ not in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"}
        and thing.lemma_.lower() not in lexicon().nouns
    )


def subject(verb: Token) -> Token | None:
    """Who does what the verb tells: its own subject, its agent, or the one it shares with its governor."""
    at = verb
    for _ in range(_DEEP):
        if _is_passive(at):
            found = _agent(at) if at == verb else _passive_subject(at)
            if found is not None or at == verb:
                return found
        own = next((c for c in reversed(list(at.children)) if c.dep_ == "nsubj"), None)
        if own is not None:
            return own
        if at.dep_ == "xcomp" and (controlled := _controlled(at)) is not None:
            return controlled
        if at.dep_ in {"acl", "relcl"}:
            return _of_noun_clause(at)
        if at.dep_ == "pcomp":
            at = at.head
        if at.dep_ not in {"xcomp", "conj", "advcl", "ccomp", "prep", "pcomp", "oprd", "acomp"} or at.head == at:
            return None
        at = at.head
    return None


def _controlled(act: Token) -> Token | None:
    """Urged the army to leave: the object of the governor acts."""
    return next((c for c in act.head.children if c.dep_ in {"dobj", "dative"} and c.i < act.i), None)


def _of_noun_clause(act: Token) -> Token | None:
    """The decision to go: whose decision it is; police raiding a house: the noun itself."""
    noun = act.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in act.children)
    if not infinitive:
        return noun if act.tag_ == "VBG" else None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    if noun.dep_ in {"dobj", "attr", "pobj"} and noun.head.pos_ in {"VERB", "AUX", "ADP"}:
        above = noun.head if noun.head.pos_ != "ADP" else noun.head.head
        return subject(above) if above.pos_ in {"VERB", "AUX"} else None
    return None


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def _agent(verb: Token) -> Token | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    heads = [c for c in by.children if c.dep_ == "pobj"] if by is not None else []
    return next((c for c in heads if c.ent_type_ not in {"DATE", "TIME"} and _can_take_part(c)), None)


def _passive_subject(verb: Token) -> Token | None:
    """X is expected to go: X goes."""
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


# -- nouns ------------------------------------------------------------------------------------------------------------


def _of_noun(trigger: Trigger) -> tuple[list[Token], list[Token]]:
    noun, root, carrier = trigger.word, trigger.root, trigger.carrier
    does, done_to = _own_arguments(noun, root)
    if carrier is not None:
        _from_carrier(noun, carrier, does, done_to)
    elif noun.dep_ == "dobj" and not does and noun.head.lemma_ in _DECIDING:
        does += [who for who in [subject(noun.head)] if who is not None]
    elif root == "CONSULT" and not does and (who := _attending(noun)) is not None:
        does.append(who)
    return does, done_to


def _attending(noun: Token) -> Token | None:
    """Said during a meeting with Y: who said it met Y."""
    joint = noun.head
    if noun.dep_ != "pobj" or joint.lower_ not in {"during", "at", "in", "after", "before"}:
        return None
    return subject(joint.head) if joint.head.pos_ in {"VERB", "AUX"} else None


def _own_arguments(noun: Token, root: str) -> tuple[list[Token], list[Token]]:
    does: list[Token] = []
    done_to: list[Token] = []
    for child in noun.children:
        if child.dep_ == "poss":
            does.append(child)
        elif child.dep_ in {"compound", "amod", "nmod", "npadvmod"} and child.ent_type_ not in {
            "DATE",
            "TIME",
            "ORDINAL",
        }:
            does += [t for t in child.subtree if t.ent_type_ in _ACTING or t.pos_ == "PROPN" or t.lower_ in _ARMED]
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            _by_participle(child, does, done_to)
        elif child.dep_ in {"prep", "agent"}:
            _by_preposition(child, root, does, done_to)
    return does, done_to


def _by_participle(verb: Token, does: list[Token], done_to: list[Token]) -> None:
    """Sanctions imposed by X on Y."""
    agent = _agent(verb)
    if agent is not None:
        does.append(agent)
    for joint in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "against"}):
        done_to += [c for c in joint.children if c.dep_ == "pobj" and _can_take_part(c)]


def _by_preposition(joint: Token, root: str, does: list[Token], done_to: list[Token]) -> None:
    heads = [c for c in joint.children if c.dep_ == "pobj" and _can_take_part(c)]
    word = joint.lower_
    if word in {"between", "by", "among", "amongst"} or (
        word == "of" and root not in {"ASSAULT", "COERCE", "SANCTION"}
    ):
        does += heads if word != "of" else [h for h in heads if h.pos_ == "PROPN" or h.ent_type_]
    elif word in {"with", "to"} or (word in _FOE and root != "CONSULT"):
        done_to += heads


def _from_carrier(noun: Token, carrier: Token, does: list[Token], done_to: list[Token]) -> None:
    own = {t.i for t in noun.subtree}
    who = subject(carrier)
    if who is not None and who.i not in own and noun.i not in {t.i for t in who.subtree}:
        does.insert(0, who)
    for child in carrier.children:
        if child.dep_ == "prep" and child.lower_ in {"with", "to", "between", "against", "on"} and child.i not in own:
            heads = [c for c in child.children if c.dep_ == "pobj" and _can_take_part(c)]
            (does if child.lower_ == "between" else done_to).extend(heads)


# -- place ------------------------------------------------------------------------------------------------------------


def place(page: Page, names: Names, trigger: Trigger) -> str | None:
    """The place the words put the event at: “in” or “at” joined to the trigger, its carrier or its governor."""
    del page
    for joint in _joints(trigger):
        if joint.lower_ in _WHERE:
            for pobj in (c for c in joint.children if c.dep_ == "pobj"):
                found = _place_in(names, pobj)
                if found is not None:
                    return found
    return None


def _place_in(names: Names, pobj: Token) -> str | None:
    near = [pobj, *(c for c in pobj.subtree if c != pobj)]
    for token in near:
        entity = names.at(token)
        if entity is not None and names.entity(entity).kind == "place":
            return entity
    referred = referent(names, pobj)
    return referred if referred is not None and names.entity(referred).kind == "place" else None


def _joints(trigger: Trigger) -> Iterator[Token]:
    for at in chain(trigger):
        for child in at.children:
            if child.dep_ == "prep":
                yield child
            elif child.dep_ == "dobj":
                yield from (c for c in child.children if c.dep_ == "prep")


def chain(trigger: Trigger) -> Iterator[Token]:
    """The trigger and the verbs it hangs on as their complement: what is said of them is said of it."""
    yield trigger.word
    at = trigger.carrier if trigger.carrier is not None else trigger.word
    if trigger.carrier is not None:
        yield at
    for _ in range(_DEEP):
        if at.dep_ not in {"xcomp", "pcomp", "oprd"} and at.dep_ != "prep":
            return
        at = at.head
        if at.pos_ in {"VERB", "AUX", "ADJ"}:
            yield at
