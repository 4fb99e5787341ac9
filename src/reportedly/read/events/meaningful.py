"""Which drafts tell an event worth filing: somebody takes part, or it is put somewhere or some time."""

from spacy.tokens import Token

from reportedly.read.events import arguments
from reportedly.read.events.coded import Draft
from reportedly.read.events.triggers import AHEAD, TELLING, VERBS
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import words
from reportedly.read.names import meant
from reportedly.records import Time

_BARE_WORDS = frozenset({"COOPERATE", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "AID"})  # mere topics
_FINE = frozenset({"minute", "hour", "day", "week", "month"})
_SHARP = _FINE | {"quarter"}  # until summer


def is_meaningful(clauses: Clauses, draft: Draft, place: str | None, when: Time | None) -> bool:
    """Whether a draft with that place and time tells an event: none is made of a bare word."""
    by_verb = draft.trigger.word.pos_ in VERBS
    return _verb_tells(clauses, draft, when) if by_verb else _noun_tells(clauses, draft, place, when)


def _verb_tells(clauses: Clauses, draft: Draft, when: Time | None) -> bool:
    verb, root, _ = draft.trigger
    ahead = draft.standing.status in AHEAD
    if _is_purpose(clauses, verb) or (ahead and _is_manner(verb)):
        return False
    if root == "OTHER":
        return _act_tells(clauses, draft, when)
    return any(draft.parties)


def _act_tells(clauses: Clauses, draft: Draft, when: Time | None) -> bool:
    """Whether a general verb tells an event: what somebody will do, or what has its day, to come or missed."""
    dated = when is not None and when.kind != "duration" and when.grain in _SHARP
    if draft.standing.status == "denied":
        return dated
    if draft.standing.status not in AHEAD:
        return False
    verb = draft.trigger.word
    if dated and verb.dep_ != "advcl" and not _is_a_day(clauses, verb):  # "when the truce ends" dates another event
        return True
    return _can_act(clauses, verb) and any(draft.parties)


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


def _is_a_day(clauses: Clauses, verb: Token) -> bool:
    """Whether a day itself is what comes about: the deadline will arrive."""
    who = arguments.subject(clauses, verb)
    return who is not None and clauses.form(who) in words("grammar/nouns", "set_for", "never")


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
