"""Where what a word tells lies (occurred, ongoing, ahead, asked for, supposed, denied): by tense, modal, governor."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.grammar.lexicons import table, words
from reportedly.read.grammar.links import Links
from reportedly.records import Certainty, Status

_DEEP = 7  # governors climbed at most
_UNREAL = frozenset({"would", "'d", "’d", "could", "might"})  # with an if, nothing is announced
_CAN_BE = frozenset({"possible", "conceivable"})
_MAY_BE = _CAN_BE | {"doubtful"}
_OPEN: frozenset[Status] = frozenset({"planned", "expected", "called_for", "hypothetical"})  # will begin a strike
_PAST = frozenset({"have", "'ve", "’ve"})
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "am"})


class Standing(NamedTuple):
    """The status and sureness of what is told; ``threat`` where its own agent threatens it."""

    status: Status
    certainty: Certainty = "certain"
    threat: bool = False


DENIED = Standing("denied")
PLANNED = Standing("planned")
ONGOING = Standing("ongoing")
OCCURRED = Standing("occurred")
CALLED_FOR = Standing("called_for", "unknown")
SUPPOSED = Standing("hypothetical", "possible")

_OF_WORD: dict[str, Standing] = {
    "planned": PLANNED,
    "expected": Standing("expected", "probable"),
    "called_for": CALLED_FOR,
    "threatened": Standing("planned", "possible", threat=True),
    "ongoing": ONGOING,
    "denied": DENIED,
    "possible": Standing("expected", "possible"),
    "hypothetical": SUPPOSED,
}


@cache
def _standings(part: str) -> dict[str, Standing]:
    return {word: _OF_WORD[name] for name, words in table("grammar/standing")[part].items() for word in words.split()}


# -- verbs ------------------------------------------------------------------------------------------------------------


def of_verb(links: Links, verb: Token, deep: int = 0) -> Standing:
    """The standing of what a verb tells; ``deep`` counts the verbs below that are asked by what governs them."""
    if links.is_negated(verb) or any(links.has_no(thing) for thing in links.children(verb, "dobj")):
        return DENIED
    doubted = _by_doubt(links, verb)
    if doubted is not None:
        return doubted
    if _is_of_none(links, verb):
        return DENIED
    return unless_denied(links, verb, deep)


def unless_denied(links: Links, verb: Token, deep: int = 0) -> Standing:
    """The standing by modal, governor and tense, whether or not it is denied: what will not come lies ahead too."""
    by_modal = _by_modal(links, verb)
    if by_modal is not None:
        return by_modal
    governed = _governed(links, verb, deep) if deep < _DEEP else None
    return governed or _by_tense(links, verb)


def _by_doubt(links: Links, verb: Token) -> Standing | None:
    """If they came; it is possible that they came; she doubts that they came; but not: nobody doubts that they came."""
    if verb.dep_ in {"advcl", "ccomp"} and links.is_condition(verb):
        return SUPPOSED
    head = verb.head
    if verb.dep_ != "ccomp" or head.i > verb.i:
        return None
    adjective = next((c.lower_ for c in links.children(head, "acomp") if c.lower_ in _MAY_BE), None)
    if links.form(head) != "doubt" and adjective is None:
        return None
    if not links.is_negated(head):
        return SUPPOSED
    return DENIED if adjective in _CAN_BE else None


def _is_of_none(links: Links, verb: Token) -> bool:
    """There is no evidence that they came; they have no plans to come; but there is no doubt that they came."""
    noun = verb.head
    if verb.dep_ not in {"acl", "ccomp"} or not links.has_no(noun):
        return False
    return links.form(noun) in words("grammar/standing", "none", "nouns")


def _by_modal(links: Links, verb: Token) -> Standing | None:
    modals = _standings("modals")
    modal = next((c for c in links.children(verb, "aux") if c.tag_ == "MD" and c.lower_ in modals), None)
    if modal is None:
        return None
    conditional = links.has_condition(verb)
    is_past = any(
        helper.lower_ in _PAST for helper in links.children(verb, "aux")
    )  # could have gone: did not, or is over
    if (conditional and modal.lower_ in _UNREAL) or is_past:
        return SUPPOSED
    standing = PLANNED if _is_past_of_will(verb, modal) else modals[modal.lower_]
    return standing._replace(certainty="possible") if conditional else standing


def _is_past_of_will(verb: Token, modal: Token) -> bool:
    """Whether “would” stands under a verb of saying or alone: there it is as sure as a plan."""
    if modal.lower_ != "would":
        return False
    at = verb
    for _ in range(_DEEP):
        if at.dep_ in {"ccomp", "parataxis"}:
            return True
        if at.dep_ not in {"conj", "xcomp", "advcl", "relcl"}:
            break
        at = at.head
    return at.dep_ == "ROOT"


# -- what governs a verb ----------------------------------------------------------------------------------------------


def _governed(links: Links, verb: Token, deep: int) -> Standing | None:
    """By the verb or noun that takes this one as its complement."""
    head = verb.head
    complement = verb.dep_ in {"ccomp", "advcl", "pcomp", "acl", "oprd"} and links.has_to(verb)
    if complement or verb.dep_ == "xcomp":
        return _by_governor(links, verb, head, deep)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"} and not _is_finite(links, verb):
        return of_verb(links, head, deep + 1)
    if verb.dep_ == "pcomp" and head.head.pos_ in {"NOUN", "VERB"}:
        return _by_governor(links, verb, head.head, deep)
    if verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBG" and head.pos_ in {"VERB", "AUX"}:
        above = of_verb(links, head, deep + 1)
        return above if above.status in {"planned", "expected", "hypothetical"} else None
    return None


def _by_governor(links: Links, verb: Token, head: Token, deep: int) -> Standing | None:
    form = links.form(head)
    if head.pos_ in {"NOUN", "PROPN"}:
        return _standings("nouns").get(form)
    standing = _standings("governors").get(form)
    if standing is not None:
        return _weighed(links, head, standing, deep)
    if verb.dep_ == "advcl":
        return PLANNED if form in words("grammar/standing", "motion", "verbs") else None
    if head.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    above = of_verb(links, head, deep + 1)
    if form != "be" or above.status != "ongoing":
        return above
    judged = links.child(head, "acomp", "attr") is not None  # it is essential to come; but: the envoy is to come
    return CALLED_FOR if judged else PLANNED


def _weighed(links: Links, head: Token, standing: Standing, deep: int) -> Standing:
    """A governor that is itself denied or only possible passes that on: did not agree to go; may decide to go."""
    above = of_verb(links, head, deep + 1) if head.pos_ == "VERB" else standing
    if above.status == "denied":
        return above
    if standing.status != "denied" and (above.status == "hypothetical" or above.certainty == "possible"):
        return standing._replace(certainty="possible")
    return standing


def _is_finite(links: Links, verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or links.child(verb, "aux", "auxpass") is not None


def _by_tense(links: Links, verb: Token) -> Standing:
    if links.has_to(verb):
        return SUPPOSED
    helpers = {helper.lower_ for helper in links.children(verb, "aux", "auxpass")}
    lasting = verb.tag_ == "VBG" and helpers & _BE
    present = verb.tag_ in {"VBZ", "VBP"} and not helpers & _HAVE
    return ONGOING if lasting or present else OCCURRED


# -- nouns ------------------------------------------------------------------------------------------------------------


def of_noun(links: Links, noun: Token, carrier: Token | None = None) -> Standing:
    """The standing of what a noun tells; ``carrier`` is the verb that only carries it (hold talks)."""
    if noun.dep_ in {"dobj", "nsubjpass"} and _standings("governors").get(links.form(noun.head)) == DENIED:
        return DENIED
    described = _by_modifier(links, noun)
    if described is not None:
        return described
    if links.has_no(noun):
        return DENIED
    if _is_put_off(links, noun) or any(links.sets_a_day(verb) for verb in links.children(noun, "acl")):
        return PLANNED
    carried = of_verb(links, carrier) if carrier is not None else None
    if carrier is not None and carried is not None:
        announced = noun.dep_ == "dobj" and links.form(carrier) in _standings("governors")  # over, but not the strike
        if carried.status in _OPEN or not announced:
            return carried
    return _by_preposition(links, noun)


def _by_modifier(links: Links, noun: Token) -> Standing | None:
    """By a word before the noun, or before what counts it: upcoming talks, a planned round of talks."""
    roles = ("amod", "compound", "nmod", "advmod")
    counted = links.counted_by(noun)
    described = [*links.children(noun, *roles), *(links.children(counted, *roles) if counted is not None else ())]
    standings = _standings("modifiers")
    return next((standings[word.lower_] for word in described if word.lower_ in standings), None)


def _is_put_off(links: Links, noun: Token) -> bool:
    """Whether the noun's verb moves it to a later day: a postponed visit still lies ahead."""
    if noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    return links.with_particle(noun.head) in words("grammar/standing", "moved", "verbs")


def _by_preposition(links: Links, noun: Token) -> Standing:
    """By what a noun without a verb of its own hangs on: a call for talks, announced a strike, during the visit."""
    noun = links.counted_by(noun) or noun
    joint = noun.head
    standing: Standing | None = None
    if noun.dep_ == "pobj" and joint.dep_ == "prep":
        by = _by_noun if joint.head.pos_ == "NOUN" else _by_verb
        standing = by(links, joint, joint.head)
    elif noun.dep_ == "dobj" and joint.pos_ == "VERB":
        standing = _standings("governors").get(links.form(joint))
    return standing or OCCURRED


def _by_noun(links: Links, joint: Token, governor: Token) -> Standing | None:
    """A plan for a visit."""
    fits = joint.lower_ in {"for", "to", "of", "on"}
    return _standings("nouns").get(links.form(governor)) if fits else None


def _by_verb(links: Links, joint: Token, governor: Token) -> Standing | None:
    """Called for talks; looks forward to the visit; will speak at the summit."""
    if governor.pos_ != "VERB":
        return None
    form = links.form(governor)
    if joint.lower_ == "to" and form == "look":
        return PLANNED
    if joint.lower_ == "for" and form in {"call", "appeal", "press", "push"}:
        return CALLED_FOR
    within = joint.lower_ in {"during", "at", "in", "with"}
    above = of_verb(links, governor) if within else OCCURRED
    return above if above.status in {"planned", "expected"} else None
