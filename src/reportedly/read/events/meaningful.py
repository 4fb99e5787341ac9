"""Which drafts tell an event worth filing: somebody takes part, or it is put somewhere or some time."""

from reportedly.read.events.coded import Draft
from reportedly.read.events.triggers import AHEAD, TELLING, VERBS
from reportedly.read.grammar.clauses import Clauses
from reportedly.records import Time

_BARE_WORDS = frozenset({"COOPERATE", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "AID"})  # mere topics
_FINE = frozenset({"minute", "hour", "day", "week", "month"})
_SHARP = _FINE | {"quarter"}  # until summer


def is_meaningful(clauses: Clauses, draft: Draft, place: str | None, when: Time | None) -> bool:
    """Whether a draft with that place and time tells an event: none is made of a bare word."""
    by_verb = draft.trigger.word.pos_ in VERBS
    return _verb_tells(draft, when) if by_verb else _noun_tells(clauses, draft, place, when)


def _verb_tells(draft: Draft, when: Time | None) -> bool:
    return _act_tells(draft, when) if draft.trigger.root == "OTHER" else any(draft.parties)


def _act_tells(draft: Draft, when: Time | None) -> bool:
    """Whether a general verb tells an event: what somebody will do, or what has its day, to come or missed."""
    dated = when is not None and when.kind != "duration" and when.grain in _SHARP
    if draft.standing.status == "denied":
        return dated
    if draft.standing.status not in AHEAD:
        return False
    of_itself = draft.trigger.word.dep_ != "advcl"  # "when the truce ends" dates another event
    return (dated and of_itself) or any(draft.parties)


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
