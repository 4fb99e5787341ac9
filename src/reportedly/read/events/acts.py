"""Kinds of act: which words name one, by their dictionary form; the lists stand in ``data/acts.toml``."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from reportedly.read.events.lexicon import compound
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import table

Kinds = tuple[str, ...]
_COMPLETES = ("dobj", "acomp", "oprd")


@cache
def _by_form() -> Mapping[str, Kinds]:
    """From a dictionary form to the kinds of act in whose lists it stands."""
    kinds: dict[str, Kinds] = {}
    for kind, listed in table("events/acts")["acts"].items():
        for form in listed.split():
            kinds[form] = (*kinds.get(form, ()), kind)
    return kinds


def forms(clauses: Clauses, word: Token) -> Iterator[str]:
    """The dictionary forms of a word: its own, and for a verb those with what completes it (set_out, take_oath)."""
    if word.pos_ != "VERB":
        yield compound(clauses, word)
        return
    own = clauses.form(word)
    yield own
    yield from (f"{own}_{particle.lower_}" for particle in clauses.children(word, "prt"))
    for child in clauses.children(word):
        if child.dep_ in _COMPLETES or child.i == word.i + 1:
            yield f"{own}_{clauses.form(child)}"


def named(clauses: Clauses, word: Token) -> Kinds:
    """The kinds of act that a word names, announced or done."""
    return tuple(dict.fromkeys(kind for form in forms(clauses, word) for kind in _by_form().get(form, ())))


def of_event(clauses: Clauses, trigger: Token) -> Kinds:
    """The kinds of act of an event, by its trigger and by what that acts on: take an oath, begin a visit."""
    thing = clauses.object(trigger)
    return tuple(dict.fromkeys((*named(clauses, trigger), *(named(clauses, thing) if thing is not None else ()))))
