"""The lexicon of events: which words of a parsed text may trigger one, and of which PLOVER root."""

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import table


@dataclass(frozen=True)
class Lexicon:
    """Trigger words by dictionary form; ``pairs`` from a verb to the roots of the objects it may take."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    pairs: dict[str, dict[str, str]]
    light: dict[str, frozenset[str]]
    modes: dict[tuple[str, str], str]
    acts: frozenset[str]
    any_verb: frozenset[str] = field(default_factory=frozenset)


@cache
def lexicon() -> Lexicon:
    """The tables of ``events.toml``."""
    data = table("events/events")
    verbs = {word: root for root, words in data["verbs"].items() for word in words.split()}
    nouns = {word: root for root, words in data["nouns"].items() for word in words.split()}
    pairs: dict[str, dict[str, str]] = {}
    for pair in data["pairs"]:
        for verb in pair["verbs"].split():
            for noun in pair["nouns"].split():
                pairs.setdefault(verb, {}).setdefault(noun, pair["root"])
    modes = {(root, w): mode for root, ms in data["modes"].items() for mode, ws in ms.items() for w in ws.split()}
    light = {name: frozenset(words.split()) for name, words in data["light"].items()}
    acts = frozenset(data["future"]["acts"].split())
    first = {word.partition("_")[0] for word in (*verbs, *pairs, *acts)}
    return Lexicon(verbs, nouns, pairs, light, modes, acts, frozenset(first))


def lemma(clauses: Clauses, word: Token) -> str:
    """The dictionary form of a verb with its particle (call_off), or of any other word."""
    form, whole = clauses.form(word), clauses.with_particle(word)
    if word.pos_ != "VERB" or whole != form:
        return whole
    following = next((f"{form}_{joint.lower_}" for joint in clauses.joints(word) if joint.i == word.i + 1), form)
    if following in lexicon().verbs:
        return following
    return "call_for" if form == "call" and clauses.joints(word, "for") else form


def compound(clauses: Clauses, noun: Token) -> str:
    """The dictionary form of a noun, joined with what a hyphen joins to it (sit-in, shutter-down)."""
    doc, i = noun.doc, noun.i
    if i > 1 and doc[i - 1].text == "-":
        joined = f"{doc[i - 2].lower_}-{noun.lower_}"
        if joined in lexicon().nouns:
            return joined
    return clauses.form(noun)


def first_word(clauses: Clauses, noun: Token) -> Token:
    """Where the words of a noun trigger begin: at what counts it (round of talks) or is joined to it (sit-in)."""
    counted = clauses.counted_by(noun)
    if counted is not None and counted.i < noun.i:
        return counted
    return noun.doc[noun.i - 2] if "-" in compound(clauses, noun) and noun.i > 1 else noun


def root_of_verb(clauses: Clauses, verb: Token, word: str) -> str | None:
    """The root of a verb, by its object first, then by itself; None for a verb that is no trigger."""
    known = lexicon()
    by_object = known.pairs.get(word) or known.pairs.get(clauses.form(verb)) or {}
    thing = clauses.object(verb) if by_object else None
    things = (thing, *thing.conjuncts) if thing is not None else ()
    roots = (by_object.get(clauses.form(each)) for each in things)
    return next(filter(None, roots), None) or known.verbs.get(word)


def mode(root: str, word: str) -> str | None:
    """The PLOVER mode that the trigger word tells, if any."""
    return lexicon().modes.get((root, word))
