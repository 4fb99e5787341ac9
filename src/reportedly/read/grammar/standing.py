"""Where what a verb tells lies (occurred, ongoing, ahead, asked for, supposed, denied): by tense, modal, governor."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.grammar import unsaid
from reportedly.read.grammar.headlines import is_of_headline
from reportedly.read.grammar.lexicons import table, words
from reportedly.read.grammar.links import Links
from reportedly.records import Certainty, Status

_DEEP = 7  # governors climbed at most
_UNREAL = frozenset({"would", "'d", "’d", "could", "might"})  # with an if, nothing is announced
_CAN_BE = frozenset({"possible", "conceivable"})
_MAY_BE = _CAN_BE | {"doubtful"}
_TRUE = frozenset({"true", "correct", "accurate"})
_FALSE = frozenset({"false", "untrue", "incorrect", "wrong", "baseless", "unfounded", "fabricated"})
OPEN: frozenset[Status] = frozenset({"planned", "expected", "called_for", "hypothetical"})  # will begin a strike
_LIMITS = frozenset({"until", "till", "unless", "before"})
_PRESENT = frozenset({"VBZ", "VBP"})
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
def standings(part: str) -> dict[str, Standing]:
    """The standing that each word of a list in ``standing.toml`` gives: modals, governors, nouns, modifiers."""
    return {word: _OF_WORD[name] for name, words in table("grammar/standing")[part].items() for word in words.split()}


# -- verbs ------------------------------------------------------------------------------------------------------------


def of_verb(links: Links, verb: Token, deep: int = 0) -> Standing:
    """The standing of what a verb tells; ``deep`` counts the verbs below that are asked by what governs them."""
    if is_asked(links, verb) or unsaid.is_told_by_nobody(links, verb) or _is_wished(links, verb):
        return SUPPOSED
    if unsaid.is_left_out(verb) or unsaid.is_yet_to_come(links, verb) or _is_decided_against(links, verb):
        return DENIED
    if links.is_negated(verb) or any(links.has_no(thing) for thing in links.children(verb, "dobj")):
        return DENIED
    doubted = _by_doubt(links, verb)
    if doubted is not None:
        return doubted
    if _is_of_none(links, verb) or is_of_denied(links, verb):
        return DENIED
    return unless_denied(links, verb, deep)


def unless_denied(links: Links, verb: Token, deep: int = 0) -> Standing:
    """The standing by modal, governor and tense, whether or not it is denied: what will not come lies ahead too."""
    by_modal = _by_modal(links, verb)
    if by_modal is not None:
        return by_modal
    if links.has_to(verb) and is_of_headline(links, verb):
        return PLANNED
    governed = _governed(links, verb, deep) if deep < _DEEP else None
    return governed or _by_tense(links, verb)


def _is_wished(links: Links, verb: Token) -> bool:
    """She wished that they would come; but not: she wished to come."""
    return verb.dep_ == "ccomp" and verb.head.i < verb.i and links.form(verb.head) == "wish"


def _is_decided_against(links: Links, verb: Token) -> bool:
    """They decided, voted or ruled against coming."""
    joint = verb.head
    against = verb.dep_ == "pcomp" and joint.lower_ == "against"
    return against and links.form(joint.head) in words("grammar/standing", "deciding", "verbs")


def _by_doubt(links: Links, verb: Token) -> Standing | None:
    """If they came; it is possible that they came; she doubts that they came; but not: nobody doubts that they came."""
    if verb.dep_ in {"advcl", "ccomp"} and (links.is_condition(verb) or _is_awaited(links, verb)):
        return SUPPOSED
    head = verb.head
    if verb.dep_ != "ccomp" or head.i > verb.i:
        return None
    if _is_judged_false(links, head):
        return DENIED
    judged = {word.lower_ for word in (*links.children(head, "acomp"), head)}
    if links.form(head) != "doubt" and not judged & _MAY_BE:
        return None
    if not links.is_negated(head):
        return SUPPOSED
    return DENIED if judged & _CAN_BE else None


def _is_awaited(links: Links, verb: Token) -> bool:
    """Until the bill is scrapped, unless they pay, before it is signed: told in the present of what may yet come."""
    if not any(mark.lower_ in _LIMITS for mark in links.children(verb, "mark")):
        return False
    told = links.children(verb, "aux", "auxpass")
    return all(helper.tag_ in _PRESENT for helper in told) if told else verb.tag_ in _PRESENT


def is_asked(links: Links, verb: Token) -> bool:
    """Whether a question asks just that: will they come, but not why she, who will come, spoke."""
    if not links.is_asked(verb):
        return False
    for _ in range(_DEEP):
        if verb.dep_ not in {"conj", "xcomp", "ccomp", "pcomp"}:
            break
        verb = verb.head
    return verb.dep_ not in {"relcl", "acl"}


def is_of_denied(links: Links, verb: Token) -> bool:
    """They denied that they would come; rejected reports that they came; reports that they came are false."""
    told = verb.dep_ == "relcl" and any(mark.lower_ == "that" for mark in links.children(verb, "mark"))
    if verb.dep_ not in {"ccomp", "acl"} and not told:
        return False
    head = verb.head
    if head.pos_ in {"NOUN", "PROPN"}:
        return is_given_up(links, head) or _is_false(links, head)
    denies = head.i < verb.i and head.pos_ == "VERB" and links.form(head) in _denying() and not links.has_to(verb)
    return denies and not _is_unsaid(links, head)


def lay_ahead(links: Links, verb: Token) -> bool:
    """Whether what is denied would have come later: will not come, no longer plans to come; but not: did not come."""
    if unless_denied(links, verb).status in OPEN:
        return True
    governor = standings("governors").get(links.form(verb.head)) if verb.dep_ == "xcomp" else None
    refused = links.form(verb.head) in words("grammar/standing", "refusing", "verbs")
    return governor is not None and (refused or governor.status in OPEN)


def is_called_false(links: Links, verb: Token) -> bool:
    """Whether it is said not to be true that something came: it is not true that they came, reports are false."""
    if verb.dep_ not in {"ccomp", "acl"}:
        return False
    head = verb.head
    return _is_judged_false(links, head) or (head.pos_ in {"NOUN", "PROPN"} and _is_false(links, head))


def _is_false(links: Links, report: Token) -> bool:
    """Whether a report is called false, or not true."""
    return report.dep_ == "nsubj" and _is_judged_false(links, report.head)


def _is_judged_false(links: Links, verb: Token) -> bool:
    judged = {word.lower_ for word in (*links.children(verb, "acomp"), verb)}
    return not judged.isdisjoint(_TRUE if links.is_negated(verb) else _FALSE)


@cache
def _denying() -> frozenset[str]:
    return words("grammar/cues", "deny", "verbs") | words("grammar/cues", "dismiss", "verbs")


def is_given_up(links: Links, noun: Token) -> bool:
    """Whether a plan, report or event is told as denied or given up: scrapped plans to come, called off the talks."""
    return any(_is_given_up_by(links, noun, verb) for verb in done_to(links, noun))


def done_to(links: Links, noun: Token) -> tuple[Token, ...]:
    """The verbs that tell what is done to a noun: its own, and those joined to it: was set but called off."""
    verb = noun.head
    if noun.dep_ == "nsubjpass":
        joined = (each for each in links.children(verb, "conj") if links.child(each, "nsubj", "nsubjpass") is None)
        return (verb, *(each for each in joined if links.is_passive(each)))
    return (verb,) if noun.dep_ == "dobj" else ()


def _is_given_up_by(links: Links, noun: Token, verb: Token) -> bool:
    form = links.with_particle(verb)
    listed = form in words("grammar/standing", "given_up", "events")
    about = form in words("grammar/standing", "given_up", "plans") or form in _denying()
    if not listed and not (about and links.form(noun) in words("grammar/standing", "given_up", "nouns")):
        return False
    return not _is_unsaid(links, verb)


def _is_unsaid(links: Links, verb: Token) -> bool:
    """Whether a verb is told as not done, asked for or only supposed: did not deny, was urged to cancel."""
    standing = of_verb(links, verb)
    return standing.status in {"denied", "called_for", "hypothetical"} or standing.certainty == "possible"


def _is_of_none(links: Links, verb: Token) -> bool:
    """There is no evidence that they came; they have no plans to come; but there is no doubt that they came."""
    noun = verb.head
    if verb.dep_ not in {"acl", "ccomp"} or not links.has_no(noun):
        return False
    return links.form(noun) in words("grammar/standing", "none", "nouns")


def _by_modal(links: Links, verb: Token) -> Standing | None:
    modals = standings("modals")
    modal = next((c for c in links.children(verb, "aux") if c.tag_ == "MD" and c.lower_ in modals), None)
    if modal is None:
        return None
    conditional = links.has_condition(verb)
    is_past = any(
        helper.lower_ in _PAST for helper in links.children(verb, "aux")
    )  # could have gone: did not, or is over
    if is_past or (conditional and modal.lower_ in _UNREAL and not _is_warned_of(links, verb)):
        return SUPPOSED
    standing = PLANNED if _is_past_of_will(verb, modal) else modals[modal.lower_]
    return standing._replace(certainty="possible") if conditional else standing


def _is_warned_of(links: Links, verb: Token) -> bool:
    """Whether a condition is set by those who will act on it: they warned that they would march if he was not freed."""
    warned = verb.dep_ == "ccomp" and links.form(verb.head) in words("grammar/standing", "warning", "verbs")
    return warned and any(modal.lower_ == "would" for modal in links.children(verb, "aux"))


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
        return standings("nouns").get(form)
    standing = standings("governors").get(form)
    if links.with_particle(head) == "rule_out":
        return Standing("expected", "possible") if links.is_negated(head) else DENIED
    if _is_superseded(links, head):
        return SUPPOSED
    if standing is not None:
        return _weighed(links, head, standing, deep)
    return _by_any_governor(links, verb, head, deep)


def _by_any_governor(links: Links, verb: Token, head: Token, deep: int) -> Standing | None:
    """By a verb that no list has: who sets out to do it, is to do it, or whatever stands for that verb itself."""
    form = links.form(head)
    if verb.dep_ == "advcl":
        return PLANNED if form in words("grammar/standing", "motion", "verbs") else None
    if head.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    if form == "be" and head.tag_ == "VBD" and links.has_to(verb):  # was to come; was to have come, and did not
        return SUPPOSED if any(helper.lower_ == "have" for helper in links.children(verb, "aux")) else PLANNED
    above = of_verb(links, head, deep + 1)
    if form != "be" or above.status != "ongoing":
        return above
    judged = links.child(head, "acomp", "attr") is not None  # it is essential to come; but: the envoy is to come
    return CALLED_FOR if judged else PLANNED


def _is_superseded(links: Links, head: Token) -> bool:
    """Whether a plan is over: had planned to come; was due to come, but fell ill."""
    if links.form(head) not in words("grammar/standing", "superseded", "verbs"):
        return False
    verb = head.head if head.pos_ == "ADJ" else head
    helpers = [*links.children(verb, "aux", "auxpass"), verb]
    if any(word.lower_ == "had" for word in helpers):
        return True
    past = any(word.tag_ == "VBD" for word in helpers)
    return past and any(word.lower_ == "but" for word in links.children(verb, "cc"))


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
    present = verb.tag_ in _PRESENT and not helpers & _HAVE and not _is_of_the_past(links, verb)
    return ONGOING if lasting or present else OCCURRED


def _is_of_the_past(links: Links, verb: Token) -> bool:
    """Whether a form that past and present share hangs on a past: were killed when shells hit a market."""
    known = verb.lower_ in words("grammar/standing", "unchanged", "verbs")
    if not known or verb.dep_ not in {"advcl", "relcl", "conj"}:
        return False
    above = verb.head
    return above.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in links.children(above, "aux", "auxpass"))
