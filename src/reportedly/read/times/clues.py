"""On which side of publication something lies that a time tells of, by what stands around its noun.

“Ahead of Thursday's summit, police closed the bridge”: the verb looks back and the summit lies ahead. Each clue looks
at one word above the time in the parse; the nearest word of which a clue knows something decides, before any tense.
"""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import words
from reportedly.read.times.vocabulary import WEEKDAYS

_EVENTS = frozenset({"dobj", "nsubjpass"})
_JOINTS = frozenset({"of", "to", "for"})
_DUE = frozenset({"due", "likely", "set"})
_CALLING = frozenset({"call", "announce", "declare", "order"})
_FULL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))
_LONGEST = 3  # tokens of a word such as run-up, which the parser cuts at its hyphen
_VERBAL = frozenset({"VERB", "AUX"})


class Place(NamedTuple):
    """A word above a time, and the word below it by which it was reached."""

    clauses: Clauses
    word: Token
    below: Token


class Clue(NamedTuple):
    """Where ``holds``, what the time tells of lies behind (-1) or ahead (1)."""

    name: str
    way: int
    holds: Callable[[Place], bool]


def _follows(at: Place) -> bool:
    """To resume after the truce announced on Saturday; the vote follows Friday's ruling."""
    return at.word.lower_ == "after" or (at.word.lemma_ == "follow" and at.below.dep_ == "dobj")


def _is_unplanned(at: Place) -> bool:
    """Friday's attack; the explosion on Friday: nobody knows of it before."""
    return at.word.pos_ == "NOUN" and at.word.lemma_ in words("times/clues", "unplanned")


def _leads_up(at: Place) -> bool:
    """Ahead of Thursday's summit; tickets for Saturday's match; but not where all of that is long past: had trained."""
    joint = at.word
    if joint.lower_ not in _JOINTS or not joint.i:
        return False
    before = joint.doc[max(joint.sent.start, joint.i - _LONGEST) : joint.i].text.lower().split()
    return bool(before) and before[-1] in words("times/clues", "leading_up") and not _is_pluperfect(at)


def _is_pluperfect(at: Place) -> bool:
    verb = next((above for above in at.word.ancestors if above.pos_ in _VERBAL), None)
    return verb is not None and any(helper.lower_ == "had" for helper in at.clauses.children(verb, "aux"))


def _is_prepared_for(at: Place) -> bool:
    """Police prepared for Saturday's march; he was invited to Friday's ceremony; they awaited Friday's ruling."""
    if at.word.pos_ != "VERB":
        return False
    verb, joint = at.word, at.below
    if joint.pos_ == "ADP":
        joined = joint.lower_ in _JOINTS and at.clauses.child(joint, "pobj") is not None
        known = {at.clauses.form(verb), at.clauses.with_particle(verb)} & words("times/clues", "preparing")
        return joined and bool(known)
    return joint.dep_ == "dobj" and at.clauses.form(verb) in words("times/clues", "awaiting")


def _is_moved(at: Place) -> bool:
    """Friday's execution was stayed; they called off Wednesday's strike."""
    if at.word.pos_ != "VERB" or at.below.dep_ not in _EVENTS:
        return False
    verb = at.clauses.with_particle(at.word)
    return verb in words("times/clues", "called_off") | words("grammar/standing", "moved", "verbs")


def _is_due(at: Place) -> bool:
    """Due on Thursday; which had been due on Thursday."""
    if at.word.pos_ == "ADJ":
        return at.word.lemma_ in _DUE
    if at.word.pos_ not in _VERBAL or at.below.pos_ not in {"ADP", "ADJ"}:
        return False
    return any(told.lower_ in _DUE for told in at.clauses.children(at.word, "acomp"))


def _is_overtaken(at: Place) -> bool:
    """Whether the day of a plan has passed: was to open on Saturday but stayed shut; not: but was put off."""
    plan = at.word.head if at.word.dep_ in {"xcomp", "acomp"} else at.word
    if plan.pos_ not in _VERBAL:
        return False
    if not ({plan.lemma_, *(told.lemma_ for told in at.clauses.children(plan, "acomp"))} & _planned()):
        return False
    return any(_came_instead(at, verb) for verb in dict.fromkeys((plan, at.word)))


def _came_instead(at: Place, verb: Token) -> bool:
    """Whether “but” joins what became of it: a verb of the past that neither moves it nor calls it off."""
    became = next((told for told in at.clauses.children(verb, "conj") if told.pos_ in _VERBAL), None)
    if became is None or at.below.i > became.i:
        return False
    if at.clauses.with_particle(became) in _moved() and at.clauses.child(became, "acomp") is None:  # but stayed shut
        return False
    if not any(joint.lower_ == "but" for joint in at.clauses.children(verb, "cc")):
        return False
    return became.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in at.clauses.children(became, "aux", "auxpass"))


def _planned() -> frozenset[str]:
    return words("grammar/standing", "superseded", "verbs")


def _moved() -> frozenset[str]:
    given_up = words("grammar/standing", "given_up", "events") | words("grammar/standing", "given_up", "plans")
    return words("times/clues", "called_off") | words("grammar/standing", "moved", "verbs") | given_up


def _is_called_for(at: Place) -> bool:
    """They have called a strike for Friday, or from Friday; but not: jailed for Friday's attack."""
    if at.below.dep_ != "pobj" or at.below.lower_ not in _FULL_WEEKDAYS:
        return False
    if at.word.lower_ == "for":
        return True
    verb = next((above for above in at.word.ancestors if above.pos_ in _VERBAL), None)
    return at.word.lower_ == "from" and verb is not None and verb.lemma_ in _CALLING


CLUES: tuple[Clue, ...] = (
    Clue("after it", -1, _follows),
    Clue("nobody planned it", -1, _is_unplanned),
    Clue("what leads up to it", 1, _leads_up),
    Clue("it is called for a weekday", 1, _is_called_for),
    Clue("who prepares for it", 1, _is_prepared_for),
    Clue("it is moved or called off", 1, _is_moved),
    Clue("its day has passed", -1, _is_overtaken),
    Clue("due", 1, _is_due),
)


def side(clauses: Clauses, word: Token, below: Token) -> int:
    """-1 or 1 where a clue holds at this word above a time, else 0."""
    at = Place(clauses, word, below)
    return next((clue.way for clue in CLUES if clue.holds(at)), 0)
