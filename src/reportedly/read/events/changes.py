"""What a word says became of something announced: moved, cancelled, denied; the words are in ``data/changes.toml``.

A word counts only where it is told as a fact: "could be postponed", "urged them to cancel" do not.
"""

from functools import cache
from typing import Any, NamedTuple, cast

from spacy.tokens import Token

from reportedly.read.events import acts
from reportedly.read.grammar import standing
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import table
from reportedly.read.grammar.links import once
from reportedly.read.grammar.standing import PLANNED
from reportedly.records import DevelopmentState, Status

TOLD: frozenset[Status] = frozenset({"occurred", "ongoing"})
_ANY_ACT = "acts"
_LIMITS = frozenset({"before", "until", "till", "unless", "if", "without"})
_DECIDED: frozenset[DevelopmentState] = frozenset({"moved", "cancelled"})
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


_MOVED = _Row("moved", frozenset(), clause=False)


@cache
def _rows(part: str) -> dict[str, list[_Row]]:
    """From a word to the entries that list it under ``verbs`` or ``none_of``."""
    rows: dict[str, list[_Row]] = {}
    for entry in cast("list[dict[str, Any]]", table("events/changes")["changes"]):
        row = _Row(entry["state"], frozenset(entry.get("things", "").split()), entry.get("clause", False))
        for word in entry.get(part, "").split():
            rows.setdefault(word, []).append(row)
    return rows


@once
def of_word(clauses: Clauses, word: Token) -> Change | None:
    """The change that a word tells as a fact."""
    if word.pos_ != "VERB":
        return _of_noun(clauses, word) or _set_anew(clauses, word)
    return _of_verb(clauses, word) or _given_up(clauses, word)


def _of_verb(clauses: Clauses, verb: Token) -> Change | None:
    thing = clauses.object(verb) or clauses.child(verb, "nsubj")
    listed = (row for form in acts.forms(clauses, verb) for row in _rows("verbs").get(form, ()))
    row = next((row for row in listed if _fits(clauses, row, verb, thing)), None)
    if row is None and clauses.moves_to_a_day(verb):
        row = _MOVED
    if row is None or not _is_told(clauses, verb, row.state):
        return None
    if row.clause:
        return Change(row.state, verb, (*_in_clause(clauses, verb), verb))
    planned = clauses.children(thing, "acl") if thing is not None else []
    return Change(row.state, verb, (*planned, *([thing] if thing is not None else []), verb))


def _is_told(clauses: Clauses, verb: Token, state: DevelopmentState) -> bool:
    """Whether it is told as a fact; a day that will be moved, or talks that one decides to call off, are as good as."""
    told = clauses.standing(verb)
    return told.status in TOLD or (state in _DECIDED and told == PLANNED)


def _given_up(clauses: Clauses, verb: Token) -> Change | None:
    """What will not come about (no longer plans to visit, will not meet), or is said not to be true."""
    if clauses.standing(verb).status != "denied":
        return None
    false = standing.is_called_false(clauses, verb)
    if not false and (verb.dep_ == "acl" or standing.is_of_denied(clauses, verb) or not _was_awaited(clauses, verb)):
        return None
    thing = clauses.object(verb)
    return Change("denied" if false else "cancelled", verb, (verb,) if thing is None else (verb, thing))


def _is_limited(clauses: Clauses, verb: Token) -> bool:
    """Whether it will not be so only for a time or on a condition: not before Friday, not until or unless they pay."""
    clauses_below = (mark for clause in clauses.children(verb, "advcl") for mark in clauses.children(clause, "mark"))
    limits = (*clauses.joints(verb), *clauses_below)
    return any(limit.lower_ in _LIMITS for limit in limits)


def _was_awaited(clauses: Clauses, verb: Token) -> bool:
    """Whether what is given up lay ahead, and was surely planned (no longer) or is an act that a desk waits for."""
    if _is_limited(clauses, verb):
        return False
    over = any(clauses.is_over(each) for each in (verb, verb.head))
    return standing.lay_ahead(clauses, verb) and (over or bool(acts.of_event(clauses, verb)))


def _fits(clauses: Clauses, row: _Row, verb: Token, thing: Token | None) -> bool:
    if row.clause:
        return clauses.child(verb, *_CLAUSES) is not None
    if not row.things:
        return True
    if thing is None or thing.pos_ == "VERB":
        return False
    return clauses.form(thing) in row.things or (_ANY_ACT in row.things and bool(acts.named(clauses, thing)))


def _in_clause(clauses: Clauses, verb: Token) -> tuple[Token, ...]:
    """What the clause below a verb is about: the talks of “denied that any talks were planned”, then its verb."""
    below = clauses.child(verb, *_CLAUSES)
    if below is None:
        return ()
    thing = clauses.object(below) or clauses.child(below, "nsubj")
    return (below,) if thing is None else (thing, below)


def _set_anew(clauses: Clauses, noun: Token) -> Change | None:
    """The visit, originally set for Friday, will now take place on Sunday."""
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.pos_ != "VERB":
        return None
    before = any(clauses.was_at_first(verb) for verb in clauses.children(noun, "acl", "relcl"))
    ahead = before and clauses.standing(noun.head).status in {"planned", "expected"}
    return Change("moved", noun.head, (noun, noun.head)) if ahead else None


def _of_noun(clauses: Clauses, noun: Token) -> Change | None:
    """No plans to go."""
    planned = clauses.child(noun, "acl", "relcl")
    row = next(iter(_rows("none_of").get(clauses.form(noun), ())), None)
    return Change(row.state, noun, (planned, noun)) if row and planned and clauses.has_no(noun) else None
