"""The lexicon of events: which words of a parsed text may trigger one, and of which PLOVER root."""

from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from reportedly.read.grammar.clauses import object_of
from reportedly.read.grammar.lexicons import base, table, words
from reportedly.read.grammar.nouns import measured


@dataclass(frozen=True)
class Lexicon:
    """Trigger words by dictionary form; ``pairs`` from a verb to the roots of the objects it may take."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    pairs: dict[str, dict[str, str]]
    light: dict[str, frozenset[str]]
    modes: dict[tuple[str, str], str]
    never: frozenset[str]
    acts: frozenset[str]
    strikes: frozenset[str]
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
    never, acts = (frozenset(data["future"][name].split()) for name in ("never", "acts"))
    strikes = frozenset(data["strikes"]["words"].split())
    first = {word.partition("_")[0] for word in (*verbs, *pairs, *acts)}
    return Lexicon(verbs, nouns, pairs, light, modes, never, acts, strikes, frozenset(first))


def lemma(token: Token) -> str:
    """The dictionary form of a verb with its particle (call_off), or of any other word."""
    if token.pos_ == "VERB":
        particle = next((c.lower_ for c in token.children if c.dep_ == "prt"), None)
        if particle:
            return f"{base(token)}_{particle}"
        following = next((c.lower_ for c in token.children if c.dep_ == "prep" and c.i == token.i + 1), None)
        joined = f"{base(token)}_{following}"
        if joined in lexicon().verbs:
            return joined
        if base(token) == "call" and any(c.dep_ == "prep" and c.lower_ == "for" for c in token.children):
            return "call_for"
    return base(token)


def compound(noun: Token) -> str:
    """The dictionary form of a noun, joined with what a hyphen joins to it (sit-in, shutter-down)."""
    doc, i = noun.doc, noun.i
    if i > 1 and doc[i - 1].text == "-":
        joined = f"{doc[i - 2].lower_}-{noun.lower_}"
        if joined in lexicon().nouns:
            return joined
    return base(noun)


def first_word(noun: Token) -> Token:
    """Where the words of a noun trigger begin: at what counts it (round of talks) or is joined to it (sit-in)."""
    measure = measured(noun)
    if measure is not None and measure.i < noun.i:
        return measure
    return noun.doc[noun.i - 2] if "-" in compound(noun) and noun.i > 1 else noun


def announces(verb: Token) -> bool:
    """Whether the object of this verb is what is told: announced a strike, scheduled the poll."""
    return base(verb) in words("grammar/nouns", "set_for", "telling")


def root_of_verb(verb: Token, word: str) -> str | None:
    """The root of a verb, by its object first, then by itself; None for a verb that is no trigger."""
    known = lexicon()
    by_object = known.pairs.get(word) or known.pairs.get(base(verb))
    if by_object:
        thing = object_of(verb)
        near = [thing, *thing.conjuncts] if thing is not None else []
        for candidate in near:
            root = by_object.get(base(candidate))
            if root:
                return root
    return known.verbs.get(word)


def mode(root: str, word: str) -> str | None:
    """The PLOVER mode that the trigger word tells, if any."""
    return lexicon().modes.get((root, word))
