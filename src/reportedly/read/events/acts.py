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
def _listed(*parts: str) -> Mapping[str, Kinds]:
    """From a dictionary form to the kinds of act in whose lists (``words``, ``done``) it stands."""
    kinds: dict[str, Kinds] = {}
    for name, lists in table("events/acts")["acts"].items():
        for form in (form for part in parts for form in lists.get(part, "").split()):
            kinds[form] = (*kinds.get(form, ()), name)
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
    """The kinds of act that a word names."""
    return _of(clauses, word, _listed("words"))


def told(clauses: Clauses, word: Token) -> Kinds:
    """The kinds of act that a word tells where it tells what was done."""
    return _of(clauses, word, _listed("words", "done"))


def of_event(clauses: Clauses, trigger: Token) -> Kinds:
    """The kinds of act of an event, by its trigger and by what that acts on: submit a report, begin a march."""
    thing = clauses.object(trigger)
    return tuple(dict.fromkeys((*named(clauses, trigger), *(named(clauses, thing) if thing is not None else ()))))


def _of(clauses: Clauses, word: Token, listed: Mapping[str, Kinds]) -> Kinds:
    return tuple(dict.fromkeys(kind for form in forms(clauses, word) for kind in listed.get(form, ())))
