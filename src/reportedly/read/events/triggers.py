"""Which words of a sentence may tell an event: lexicon words, nouns with the verb that carries them, and open verbs.

A verb that only carries a noun (hold talks) yields to it. A verb the lexicon lacks is ``OPEN`` where somebody does it:
whether it tells an event, and of which root, is then the model's to say.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read.events.arguments import OPEN, Trigger
from reportedly.read.events.lexicon import compound, lemma, lexicon, root_of_verb
from reportedly.read.grammar import cues
from reportedly.read.grammar.clauses import object_of
from reportedly.read.grammar.lexicons import base, words
from reportedly.read.grammar.nouns import measured, set_for
from reportedly.read.names import meant

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
_OWN_CLAUSE = frozenset({"ROOT", "conj", "ccomp", "parataxis", "relcl", "xcomp"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STATES = frozenset(  # what holds, and is not done
    {"be", "have", "seem", "remain", "belong", "depend", "rely", "pertain", "face"}
    | {"include", "contain", "consist", "comprise", "grow", "want", "expect"}
)
TELLING = frozenset({"announce", "schedule", "plan", "expect"})  # their object is the event


def find(sentence: Words) -> Iterator[Trigger]:
    """The triggers of a sentence in order, none of them telling what another tells."""
    carried: set[int] = set()
    found: list[Trigger] = []
    for token in sentence:
        if token.pos_ in NOUNS and token.ent_type_ not in {"PERSON", "DATE", "TIME"}:
            trigger = _noun(token)
            if trigger is not None:
                found.append(trigger)
                if trigger.carrier is not None:
                    carried.add(trigger.carrier.i)
    by_verb = [t for token in sentence if token.pos_ in VERBS and token.i not in carried and (t := _verb(token))]
    return iter(sorted(_told_once(found, by_verb), key=lambda trigger: trigger.word.i))


def root_by_lexicon(word: Token) -> str:
    """The root that the lexicon alone gives a trigger; ``OPEN`` where it has none."""
    trigger = _verb(word) if word.pos_ in VERBS else _noun(word)
    return trigger.root if trigger is not None else OPEN


def _told_once(by_noun: list[Trigger], by_verb: list[Trigger]) -> list[Trigger]:
    """Without verbs whose carried noun is the event, and without nouns whose verb already tells the same event."""
    nouns = {trigger.word.i: trigger for trigger in by_noun}
    kept: list[Trigger] = []
    for trigger in by_verb:
        thing = object_of(trigger.word)
        noun = nouns.get(thing.i) if thing is not None else None
        if noun is not None and base(trigger.word) in TELLING:
            continue
        if noun is None:
            kept.append(trigger)
        elif noun.carrier is None and trigger.root == noun.root:
            del nouns[noun.word.i]
            kept.append(trigger)
        elif trigger.root not in {"OTHER", noun.root}:
            kept.append(trigger)
    return [*nouns.values(), *kept]


def _noun(token: Token) -> Trigger | None:
    known = lexicon()
    word = compound(token)
    root = known.nouns.get(word)
    if word == "strike" and _is_of_workers(token):
        root = "PROTEST"
    if root is None and any(set_for(child) for child in token.children):
        root = "OTHER"
    if root is None or (token.dep_ in {"compound", "amod", "nmod", "appos"} and _postponed_object(token) is None):
        return None
    carrier = _carrier(token)
    if carrier is not None and carrier.pos_ == "VERB":
        root = known.pairs.get(lemma(carrier), {}).get(word, root)
    return Trigger(token, root, carrier)


def _is_of_workers(strike: Token) -> bool:
    """A strike of workers or shopkeepers, not of rockets: by the words that describe it, or what is done about it."""
    known = lexicon()
    about = strike.head if strike.dep_ == "dobj" else None
    return any(c.lower_ in known.strikes for c in strike.children) or (
        about is not None and lemma(about) in words("events/events", "strikes", "verbs")
    )


def _postponed_object(noun: Token) -> Token | None:
    """The verb of “will begin on Sunday (today) its long march”, whose object the parser takes for another day."""
    day = noun.head
    if noun.dep_ != "appos" or day.ent_type_ not in {"DATE", "TIME"} or day.dep_ != "pobj":
        return None
    verb = day.head.head
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    return verb if base(verb) in lexicon().light["object"] and not has_object else None


def _carrier(noun: Token) -> Token | None:
    """The verb that only carries the noun: they held talks; the talks took place; they engaged in talks."""
    light = lexicon().light
    head = noun.head
    if (verb := _postponed_object(noun)) is not None:
        return verb
    if base(head) == "be" and noun.dep_ == "attr" and any(c.dep_ == "expl" for c in head.children):
        return head
    if head.pos_ == "VERB":
        word = lemma(head)
        if noun.dep_ in {"dobj", "oprd", "attr"} and (word in light["object"] or base(head) in light["object"]):
            return head
        if noun.dep_ in {"nsubj", "nsubjpass"} and (word in light["subject"] or base(head) in light["subject"]):
            return head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in {"in", "on", "for", "to"}:
        above = head.head
        if above.pos_ == "VERB" and base(above) in light["through"]:
            return above
    measure = measured(noun)
    return _carrier(measure) if measure is not None else None


def _verb(token: Token) -> Trigger | None:
    known = lexicon()
    if set_for(token):
        return None
    if base(token) not in known.any_verb and not _may_lie_ahead(token):
        return _open(token)
    word = lemma(token)
    root = root_of_verb(token, word)
    if root is not None and word in words("events/events", "somebody", "verbs") and not _done_to_somebody(token):
        root = None
    if root is not None:
        return Trigger(token, root)
    if word in known.acts or base(token) in known.acts:
        return Trigger(token, "OTHER")
    return _open(token)


def passes_on(trigger: Trigger) -> bool:
    """Whether a general verb only tells whose words follow: it was reported that ..."""
    return trigger.root == "OTHER" and base(trigger.word) in cues.lexicon() and _has_finite_clause(trigger.word)


def _open(token: Token) -> Trigger | None:
    """A verb that may tell anything: of a clause of its own, and not one that passes on words or helps another verb."""
    if token.pos_ != "VERB" or token.dep_ not in _OWN_CLAUSE or base(token) in _STATES:
        return None
    if not _has_tense(token) and token.dep_ != "xcomp":
        return None
    if base(token) in cues.lexicon():
        aside = _has_finite_clause(token) or object_of(token) is None
    else:
        aside = any(c.dep_ == "xcomp" for c in token.children)
    return None if aside else Trigger(token, OPEN)


def _has_tense(verb: Token) -> bool:
    return verb.tag_ in _TENSED or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in _TENSED for c in verb.children)


def _has_finite_clause(verb: Token) -> bool:
    return any(
        clause.dep_ in {"ccomp", "xcomp"} and not any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
        for clause in verb.children
    )


def _done_to_somebody(verb: Token) -> bool:
    thing = object_of(verb)
    if thing is None:
        return True
    named = thing.pos_ in {"PROPN", "PRON", "NUM"} or thing.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
    return named or meant.is_somebody(thing) or base(thing) in words("events/events", "somebody", "things")


def _may_lie_ahead(token: Token) -> bool:
    return base(token) in lexicon().acts
