"""What a word says became of something announced: moved, cancelled, denied; the words are in ``data/changes.toml``.

A word counts only where it is told as a fact: "could be postponed", "urged them to cancel" do not.
"""

from functools import cache
from typing import Any, NamedTuple, cast

from spacy.tokens import Token

from reportedly.read.events import acts
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import table
from reportedly.records import DevelopmentState, Status

TOLD: frozenset[Status] = frozenset({"occurred", "ongoing"})
_ANY_ACT = "acts"
_CLAUSES = ("ccomp", "xcomp", "pcomp")


class Change(NamedTuple):
    """What a word tells as done or changed; ``about`` are the words that may name what, the likeliest first."""

    state: DevelopmentState
    word: Token
    about: tuple[Token, ...]


class _Row(NamedTuple):
    """An entry of the file: what its words tell, and what must stand with them."""

    state: DevelopmentState
    things: frozenset[str]
    clause: bool


@cache
def _rows(part: str) -> dict[str, list[_Row]]:
    """From a word to the entries that list it under ``verbs`` or ``none_of``."""
    rows: dict[str, list[_Row]] = {}
    for entry in cast("list[dict[str, Any]]", table("events/changes")["changes"]):
        row = _Row(entry["state"], frozenset(entry.get("things", "").split()), entry.get("clause", False))
        for word in entry.get(part, "").split():
            rows.setdefault(word, []).append(row)
    return rows


def of_word(clauses: Clauses, word: Token) -> Change | None:
    """The change that a word tells as a fact."""
    return _of_verb(clauses, word) if word.pos_ == "VERB" else _of_noun(clauses, word)


def _of_verb(clauses: Clauses, verb: Token) -> Change | None:
    thing = clauses.object(verb) or clauses.child(verb, "nsubj")
    listed = (row for form in acts.forms(clauses, verb) for row in _rows("verbs").get(form, ()))
    row = next((row for row in listed if _fits(clauses, row, verb, thing)), None)
    if row is None or clauses.standing(verb).status not in TOLD:
        return None
    about = _in_clause(clauses, verb) if row.clause else thing
    return Change(row.state, verb, (verb,) if about is None else (about, verb))


def _fits(clauses: Clauses, row: _Row, verb: Token, thing: Token | None) -> bool:
    if row.clause:
        return clauses.child(verb, *_CLAUSES) is not None
    if not row.things:
        return True
    if thing is None or thing.pos_ == "VERB":
        return False
    return clauses.form(thing) in row.things or (_ANY_ACT in row.things and bool(acts.named(clauses, thing)))


def _in_clause(clauses: Clauses, verb: Token) -> Token | None:
    """What the clause below a verb is about: the talks of “denied that any talks were planned”."""
    below = clauses.child(verb, *_CLAUSES)
    return (clauses.object(below) or clauses.child(below, "nsubj") or below) if below is not None else None


def _of_noun(clauses: Clauses, noun: Token) -> Change | None:
    """No plans to go."""
    planned = clauses.child(noun, "acl", "relcl")
    row = next(iter(_rows("none_of").get(clauses.form(noun), ())), None)
    return Change(row.state, noun, (planned, noun)) if row and planned and clauses.has_no(noun) else None
