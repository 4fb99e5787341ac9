"""Where an event lies - occurred, ongoing, ahead, asked for, supposed, denied - by tense, modal and governor."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.grammar.lexicons import base, table, words
from reportedly.read.grammar.nouns import measured, set_for
from reportedly.records import Certainty, Status

_DEEP = 7
_UNREAL = frozenset({"would", "'d", "’d", "could", "might"})  # with an if, nothing is announced
_CAN_BE = frozenset({"possible", "conceivable"})
_MAY_BE = _CAN_BE | {"doubtful"}
_NOBODY = frozenset({"nobody", "none", "no"})
_OPEN: frozenset[Status] = frozenset({"planned", "expected", "called_for", "hypothetical"})  # will begin a strike
_IF = frozenset({"if", "unless", "whether", "provided"})


class Standing(NamedTuple):
    """An event's status and sureness; ``threat`` where its own agent threatens it."""

    status: Status
    certainty: Certainty = "certain"
    threat: bool = False


_OF_WORD: dict[str, Standing] = {
    "planned": Standing("planned"),
    "expected": Standing("expected", "probable"),
    "called_for": Standing("called_for", "unknown"),
    "threatened": Standing("planned", "possible", threat=True),
    "ongoing": Standing("ongoing"),
    "denied": Standing("denied"),
    "possible": Standing("expected", "possible"),
    "hypothetical": Standing("hypothetical", "possible"),
}


@cache
def _standings(part: str) -> dict[str, Standing]:
    return {word: _OF_WORD[name] for name, words in table("grammar/standing")[part].items() for word in words.split()}


def of_verb(verb: Token, deep: int = 0) -> Standing:
    """The standing of what a verb tells."""
    if any(c.dep_ == "neg" for c in verb.children) or _has_no(verb):
        return Standing("denied")
    doubted = _by_doubt(verb)
    if doubted is not None:
        return doubted
    if _is_of_none(verb):
        return Standing("denied")
    by_modal = _by_modal(verb)
    if by_modal is not None:
        return by_modal
    if deep < _DEEP:
        governed = _governed(verb, deep)
        if governed is not None:
            return governed
    return _by_tense(verb)


def _has_no(verb: Token) -> bool:
    return any(
        c.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(d.dep_ == "det" and d.lower_ == "no" for d in c.children)
        for c in verb.children
    )


def _is_conditional(verb: Token) -> bool:
    if verb.dep_ not in {"advcl", "ccomp"}:
        return False
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in _IF for c in verb.children)


def _by_doubt(verb: Token) -> Standing | None:
    """If they came; it is possible that they came; she doubts that they came; but not: nobody doubts that they came."""
    if _is_conditional(verb):
        return Standing("hypothetical", "possible")
    head = verb.head
    if verb.dep_ != "ccomp" or head.i > verb.i:
        return None
    adjective = next((c.lower_ for c in head.children if c.dep_ == "acomp" and c.lower_ in _MAY_BE), None)
    if base(head) != "doubt" and adjective is None:
        return None
    if not _is_negated(head):
        return Standing("hypothetical", "possible")
    return Standing("denied") if adjective in _CAN_BE else None


def _is_negated(verb: Token) -> bool:
    nobody = any(c.dep_ == "nsubj" and {t.lower_ for t in c.subtree} & _NOBODY for c in verb.children)
    return nobody or any(c.dep_ == "neg" for c in verb.children)


def _is_of_none(verb: Token) -> bool:
    """There is no evidence that they came; they have no plans to come; but there is no doubt that they came."""
    noun = verb.head
    bare = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
    return verb.dep_ in {"acl", "ccomp"} and bare and base(noun) in words("grammar/standing", "none", "nouns")


def _by_modal(verb: Token) -> Standing | None:
    modals = _standings("modals")
    for child in verb.children:
        if child.dep_ == "aux" and child.tag_ == "MD":
            found = modals.get(child.lower_)
            if found is not None and child.lower_ in _UNREAL and _has_condition(verb):
                return Standing("hypothetical", "possible")
            if found is not None:
                return _with_have(verb, _with_condition(verb, _reported(verb, child, found)))
    return None


def _reported(verb: Token, modal: Token, found: Standing) -> Standing:
    """“Would” under a verb of saying is the past of “will”: as sure as a plan."""
    if modal.lower_ != "would":
        return found
    at = verb
    for _ in range(_DEEP):
        if at.dep_ in {"ccomp", "parataxis"} or any(c.dep_ == "ccomp" and c.i < c.head.i for c in (at,)):
            return Standing("planned")
        if at.dep_ not in {"conj", "xcomp", "advcl", "relcl"}:
            break
        at = at.head
    return Standing("planned") if at.dep_ == "ROOT" else found


def _with_condition(verb: Token, found: Standing) -> Standing:
    return Standing(found.status, "possible", found.threat) if _has_condition(verb) else found


def _has_condition(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and _is_conditional(c) for c in verb.children)


def _with_have(verb: Token, found: Standing) -> Standing:
    """Could have gone: did not happen or is over."""
    have = any(c.dep_ == "aux" and c.lower_ in {"have", "'ve", "’ve"} for c in verb.children)
    return Standing("hypothetical", "possible") if have else found


def _governed(verb: Token, deep: int) -> Standing | None:
    """By the verb or noun that takes this one as its complement."""
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "pcomp", "acl", "oprd"} and (infinitive or verb.dep_ == "xcomp"):
        return _by_governor(verb, head, deep)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"} and not _is_finite(verb):
        return of_verb(head, deep + 1)
    if verb.dep_ == "pcomp" and head.head.pos_ in {"NOUN", "VERB"}:
        return _by_governor(verb, head.head, deep)
    if verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBG" and head.pos_ in {"VERB", "AUX"}:
        above = of_verb(head, deep + 1)
        return above if above.status in {"planned", "expected", "hypothetical"} else None
    return None


def _by_governor(verb: Token, head: Token, deep: int) -> Standing | None:
    word = base(head)
    if head.pos_ in {"NOUN", "PROPN"}:
        return _standings("nouns").get(word)
    found = _standings("governors").get(word)
    if found is not None:
        return _weighed(head, found, deep)
    if verb.dep_ == "advcl":
        return Standing("planned") if base(head) in words("grammar/standing", "motion", "verbs") else None
    if head.pos_ in {"VERB", "AUX", "ADJ"}:
        above = of_verb(head, deep + 1)
        if base(head) != "be" or above.status != "ongoing":
            return above
        judged = any(c.dep_ in {"acomp", "attr"} for c in head.children)  # it is essential to; the report is to
        return _OF_WORD["called_for"] if judged else Standing("planned")
    return None


def _weighed(head: Token, found: Standing, deep: int) -> Standing:
    """A governor that is itself denied or only possible passes that on: did not agree to go; may decide to go."""
    above = of_verb(head, deep + 1) if head.pos_ == "VERB" else found
    if above.status == "denied":
        return above
    if found.status == "denied":
        return found
    if above.status == "hypothetical" or above.certainty == "possible":
        return Standing(found.status, "possible", found.threat)
    return found


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _by_tense(verb: Token) -> Standing:
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return Standing("hypothetical", "possible")
    aux = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBG" and aux & {"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "am"}:
        return Standing("ongoing")
    if verb.tag_ in {"VBZ", "VBP"} and not aux & {"has", "have", "had"}:
        return Standing("ongoing")
    return Standing("occurred")


def of_noun(noun: Token, carrier: Token | None) -> Standing:
    """The standing of what a noun tells; ``carrier`` is the verb that only carries it (hold talks)."""
    denied = _OF_WORD["denied"]
    if noun.dep_ in {"dobj", "nsubjpass"} and _standings("governors").get(base(noun.head)) == denied:
        return denied
    measure = measured(noun)
    for child in (*noun.children, *(measure.children if measure is not None else ())):
        found = _standings("modifiers").get(child.lower_)
        if found is not None and child.dep_ in {"amod", "compound", "nmod", "advmod"}:
            return found
    if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return Standing("denied")
    if _is_put_off(noun) or any(set_for(child) for child in noun.children):
        return Standing("planned")
    carried = of_verb(carrier) if carrier is not None else None
    if carrier is not None and carried is not None and (carried.status in _OPEN or not _is_governor(noun, carrier)):
        return carried
    return _by_preposition(noun)


def _is_governor(noun: Token, carrier: Token) -> bool:
    """Announced a strike: the announcing is over, the strike is not."""
    return noun.dep_ == "dobj" and base(carrier) in _standings("governors")


def _is_put_off(noun: Token) -> bool:
    """A postponed visit still lies ahead."""
    verb = noun.head
    particle = any(c.dep_ == "prt" and c.lower_ in {"off", "back"} for c in verb.children)
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and (
        base(verb) in {"postpone", "delay", "defer", "reschedule"} or (base(verb) in {"put", "push"} and particle)
    )


def _by_preposition(noun: Token) -> Standing:
    """By what a noun without a verb of its own hangs on: a call for talks, announced a strike, during the visit."""
    noun = measured(noun) or noun
    joint = noun.head
    found: Standing | None = None
    if noun.dep_ == "pobj" and joint.dep_ == "prep":
        governor = joint.head
        found = _named(joint, governor) if governor.pos_ == "NOUN" else _joined(joint, governor)
    elif noun.dep_ == "dobj" and joint.pos_ == "VERB":
        found = _standings("governors").get(base(joint))
    return found or Standing("occurred")


def _named(joint: Token, governor: Token) -> Standing | None:
    """A plan for a visit."""
    fits = joint.lower_ in {"for", "to", "of", "on"}
    return _standings("nouns").get(base(governor)) if fits else None


def _joined(joint: Token, governor: Token) -> Standing | None:
    """Called for talks; looks forward to the visit; will speak at the summit."""
    if governor.pos_ != "VERB":
        return None
    if joint.lower_ == "to" and base(governor) == "look":
        return _OF_WORD["planned"]
    if joint.lower_ == "for" and base(governor) in {"call", "appeal", "press", "push"}:
        return _OF_WORD["called_for"]
    above = of_verb(governor)
    within = joint.lower_ in {"during", "at", "in", "with"}
    return above if within and above.status in {"planned", "expected"} else None
