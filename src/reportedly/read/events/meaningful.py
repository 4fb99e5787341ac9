"""Which drafts tell an event worth filing: somebody takes part, or it is put somewhere or some time."""

from spacy.tokens import Token

from reportedly.read.events import arguments
from reportedly.read.events.coded import Draft
from reportedly.read.events.triggers import TELLING, VERBS
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import words
from reportedly.read.names import meant
from reportedly.records import Status, Time

AHEAD: frozenset[Status] = frozenset({"planned", "expected"})
_BARE_WORDS = frozenset({"COOPERATE", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "AID"})  # mere topics
_FINE = frozenset({"minute", "hour", "day", "week", "month"})


def is_meaningful(clauses: Clauses, draft: Draft, place: str | None, when: Time | None) -> bool:
    """Whether a draft with that place and time tells an event: none is made of a bare word."""
    by_verb = draft.trigger.word.pos_ in VERBS
    return _verb_tells(clauses, draft) if by_verb else _noun_tells(clauses, draft, place, when)


def _verb_tells(clauses: Clauses, draft: Draft) -> bool:
    verb, root, _ = draft.trigger
    ahead = draft.standing.status in AHEAD
    if root == "OTHER" and not (ahead and _can_act(clauses, verb)):
        return False
    aside = _is_purpose(clauses, verb) or (ahead and _is_manner(verb))
    return not aside and any(draft.parties)


def _noun_tells(clauses: Clauses, draft: Draft, place: str | None, when: Time | None) -> bool:
    noun, root, carrier = draft.trigger
    actors, recipients = draft.parties
    ahead = draft.standing.status in AHEAD
    announced = ahead and noun.dep_ in {"dobj", "pobj", "nsubjpass"}
    if root == "OTHER":
        dated = when is not None and when.grain in _FINE
        told = announced and clauses.form(noun.head) in TELLING
        return ahead and (carrier is not None or dated or told)
    if carrier is not None or when is not None or (announced and actors):
        return True
    if root in _BARE_WORDS:
        return False
    named = any(party.entity is not None for party in (*actors, *recipients))
    return named or (place is not None and root in {"ASSAULT", "PROTEST", "COERCE"})


def _can_act(clauses: Clauses, verb: Token) -> bool:
    """Whether the subject of a general verb is somebody: a deadline arrives, but that is no act."""
    who = arguments.subject(clauses, verb)
    if who is None or clauses.child(verb, "nsubjpass") is not None:
        return True
    who = clauses.antecedent(who)
    if who.pos_ in {"PROPN", "PRON"} or who.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"}:
        return who.lower_ not in {"that", "this", "which", "there"}
    return who.dep_ == "nsubjpass" or meant.is_somebody(who)


def _is_manner(verb: Token) -> bool:
    """Whether the verb only tells the means of another act (“raise money by showing films”); then it is no event."""
    return verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl", "acl"}


def _is_purpose(clauses: Clauses, verb: Token) -> bool:
    """Whether the verb only tells what another is for: met to discuss trade; but who sets out for it will do it."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
    to = verb.dep_ == "advcl" and clauses.has_to(verb)
    return to and clauses.form(verb.head) not in words("grammar/standing", "motion", "verbs")
