"""Which words of a sentence may tell an event: lexicon words, nouns with the verb that carries them, and open verbs.

A verb that only carries a noun (hold talks) yields to it. A verb the lexicon lacks is ``OPEN`` where somebody does it:
whether it tells an event, and of which root, is then the model's to say.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from reportedly.read.events.lexicon import compound, lemma, lexicon, root_of_verb
from reportedly.read.grammar import cues
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.links import once
from reportedly.records import Status

OPEN = "OPEN"  # the root of a verb the lexicon lacks, until the model has coded it
NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
_OWN_CLAUSE = frozenset({"ROOT", "conj", "ccomp", "parataxis", "relcl", "xcomp"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STATES = frozenset(  # what holds, and is not done
    {"be", "have", "seem", "remain", "belong", "depend", "rely", "pertain", "face"}
    | {"include", "contain", "consist", "comprise", "grow", "want", "expect"}
)
_CHAIN = 3  # verbs that govern one another at most
TELLING = frozenset({"announce", "schedule", "plan", "expect"})  # their object is the event


AHEAD: frozenset[Status] = frozenset({"planned", "expected"})


class Trigger(NamedTuple):
    """A trigger word, its root, and the verb that carries it where it is a noun (hold talks)."""

    word: Token
    root: str
    carrier: Token | None = None


def find(clauses: Clauses, sentence: Iterable[Token]) -> list[Trigger]:
    """The triggers of a sentence in order, none of them telling what another tells."""
    tokens = list(sentence)
    may_tell = (t for t in tokens if t.pos_ in NOUNS and t.ent_type_ not in {"PERSON", "DATE", "TIME"})
    by_noun = [trigger for noun in may_tell if (trigger := _noun(clauses, noun)) is not None]
    carriers = {trigger.carrier.i for trigger in by_noun if trigger.carrier is not None}
    verbs = (t for t in tokens if t.pos_ in VERBS and t.i not in carriers)
    by_verb = [trigger for verb in verbs if (trigger := _verb(clauses, verb)) is not None]
    return sorted(_told_once(clauses, by_noun, by_verb), key=lambda trigger: trigger.word.i)


def by_lexicon(clauses: Clauses, word: Token) -> Trigger:
    """The trigger that the lexicon alone makes of a word; its root is ``OPEN`` where the lexicon has none."""
    if word.pos_ in VERBS:
        return _verb(clauses, word) or Trigger(word, OPEN)
    return _noun(clauses, word) or Trigger(word, OPEN, _carrier(clauses, word) if word.pos_ in NOUNS else None)


def _told_once(clauses: Clauses, by_noun: Sequence[Trigger], by_verb: Iterable[Trigger]) -> list[Trigger]:
    """Without verbs whose carried noun is the event, and without nouns whose verb already tells the same event."""
    nouns = {trigger.word.i: trigger for trigger in by_noun}
    kept: list[Trigger] = []
    for trigger in by_verb:
        thing = clauses.object(trigger.word)
        noun = nouns.get(thing.i) if thing is not None else None
        if noun is None:
            kept.append(trigger)
        elif clauses.form(trigger.word) in TELLING:
            if clauses.standing(trigger.word).status in AHEAD:  # will be announced: that is awaited
                kept.append(trigger)
        elif noun.carrier is None and trigger.root == noun.root:
            del nouns[noun.word.i]
            kept.append(trigger)
        elif trigger.root not in {"OTHER", noun.root}:
            kept.append(trigger)
    return [*nouns.values(), *kept]


# -- nouns ------------------------------------------------------------------------------------------------------------


@once
def _noun(clauses: Clauses, noun: Token) -> Trigger | None:
    known = lexicon()
    word = compound(clauses, noun)
    root = known.nouns.get(word)
    if root is None and any(clauses.sets_a_day(verb) for verb in clauses.children(noun, "acl")):
        root = "OTHER"
    if root is None or noun.dep_ in {"compound", "amod", "nmod", "appos"}:
        return None
    carrier = _carrier(clauses, noun)
    if carrier is not None and carrier.pos_ == "VERB":
        root = known.pairs.get(lemma(clauses, carrier), {}).get(word, root)
    return Trigger(noun, root, carrier)


def _carrier(clauses: Clauses, noun: Token) -> Token | None:
    """The verb that only carries the noun: they held talks; the talks took place; they engaged in talks."""
    head, light = _done_below(clauses, noun), lexicon().light
    if clauses.form(head) == "be" and noun.dep_ == "attr" and clauses.child(head, "expl") is not None:
        return head
    if head.pos_ == "VERB":
        forms = {lemma(clauses, head), clauses.form(head)}
        if noun.dep_ in {"dobj", "oprd", "attr"} and forms & light["object"]:
            return head
        if noun.dep_ in {"nsubj", "nsubjpass"} and forms & light["subject"]:
            return head
        if head != noun.head and clauses.is_passive(head) and forms & light["object"]:
            return head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in {"in", "on", "for", "to"}:
        above = head.head
        if above.pos_ == "VERB" and clauses.form(above) in light["through"]:
            return above
    counted = clauses.counted_by(noun)
    return _carrier(clauses, counted) if counted is not None else None


def _done_below(clauses: Clauses, noun: Token) -> Token:
    """The verb that a noun is the subject of, at the end of its chain: begin of “talks are likely to begin”."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or clauses.child(verb, "dobj") is not None:
        return verb
    for _ in range(_CHAIN):
        judged = clauses.child(verb, "acomp") or verb
        below = next((each for each in clauses.children(judged, "xcomp") if clauses.has_to(each)), None)
        if below is None or below.pos_ != "VERB":
            break
        verb = below
    return verb


# -- verbs ------------------------------------------------------------------------------------------------------------


@once
def _verb(clauses: Clauses, verb: Token) -> Trigger | None:
    known, form = lexicon(), clauses.form(verb)
    if clauses.sets_a_day(verb):
        return None
    if form not in known.any_verb and form not in known.acts:
        return _open(clauses, verb)
    word = lemma(clauses, verb)
    root = root_of_verb(clauses, verb, word)
    if root is None and {word, form} & known.acts:
        root = "OTHER"
    return Trigger(verb, root) if root is not None else _open(clauses, verb)


def _open(clauses: Clauses, verb: Token) -> Trigger | None:
    """A verb that may tell anything: of a clause of its own, and not one that passes on words or helps another verb."""
    form = clauses.form(verb)
    if verb.pos_ != "VERB" or verb.dep_ not in _OWN_CLAUSE or form in _STATES:
        return None
    if not _has_tense(clauses, verb) and verb.dep_ != "xcomp":
        return None
    if form in cues.lexicon():
        aside = _has_finite_clause(clauses, verb) or clauses.object(verb) is None
    else:
        aside = clauses.child(verb, "xcomp") is not None
    return None if aside else Trigger(verb, OPEN)


def _has_tense(clauses: Clauses, verb: Token) -> bool:
    return any(word.tag_ in _TENSED for word in (verb, *clauses.children(verb, "aux", "auxpass")))


def _has_finite_clause(clauses: Clauses, verb: Token) -> bool:
    return any(not clauses.has_to(clause) for clause in clauses.children(verb, "ccomp", "xcomp"))
