"""What a sentence says became of something announced: moved, cancelled, denied; the words are in ``data/changes.toml``.

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
_TO = ("to", "until", "till", "by", "for")
_CLAUSES = ("ccomp", "xcomp", "pcomp")
_DAYS = frozenset({"DATE", "TIME"})


class Change(NamedTuple):
    """A change told by a word, and the word for what was changed, where there is one."""

    state: DevelopmentState
    word: Token
    thing: Token | None


class _Row(NamedTuple):
    """An entry of the file: what its words tell, and what must stand with them."""

    state: DevelopmentState
    things: frozenset[str]
    clause: bool
    to_a_time: bool


def _entries() -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", table("events/changes")["changes"])


@cache
def _by_verb() -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {}
    for entry in _entries():
        things = frozenset(entry.get("things", "").split())
        row = _Row(entry["state"], things, entry.get("clause", False), entry.get("to_a_time", False))
        for verb in entry.get("verbs", "").split():
            rows.setdefault(verb, []).append(row)
    return rows


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(word for entry in _entries() for word in entry.get(part, "").split())


def of_word(clauses: Clauses, word: Token) -> Change | None:
    """The change that a word tells as a fact."""
    return _of_verb(clauses, word) if word.pos_ == "VERB" else _of_noun(clauses, word)


def _of_verb(clauses: Clauses, verb: Token) -> Change | None:
    doer = clauses.child(verb, "nsubj")
    thing = clauses.object(verb) or doer
    listed = (row for form in acts.forms(clauses, verb) for row in _by_verb().get(form, ()))
    row = next((row for row in listed if _fits(clauses, row, verb, thing)), None)
    if row is not None:
        told = clauses.standing(verb).status in TOLD
        return Change(row.state, verb, _in_clause(clauses, verb) if row.clause else thing) if told else None
    if _words("undone").isdisjoint(acts.forms(clauses, verb)) or not _is_undone(clauses, verb):
        return None
    return Change("denied", verb, doer or thing)


def _fits(clauses: Clauses, row: _Row, verb: Token, thing: Token | None) -> bool:
    if row.to_a_time:
        return any(day.ent_type_ in _DAYS for day in clauses.joined(verb, *_TO))
    if row.clause:
        return clauses.child(verb, *_CLAUSES) is not None
    return not row.things or (thing is not None and _is_one_of(clauses, thing, row.things))


def _in_clause(clauses: Clauses, verb: Token) -> Token | None:
    """What the clause below a verb is about: the talks of “denied that any talks were planned”."""
    below = clauses.child(verb, *_CLAUSES)
    return (clauses.object(below) or clauses.child(below, "nsubj") or below) if below is not None else None


def _is_one_of(clauses: Clauses, thing: Token, words: frozenset[str]) -> bool:
    if clauses.form(thing) in words:
        return True
    return _ANY_ACT in words and thing.pos_ != "VERB" and bool(acts.named(clauses, thing))


def _is_undone(clauses: Clauses, verb: Token) -> bool:
    """Whether a verb tells what was not done (could not, did not, failed to), and not what will not be."""
    if verb.dep_ == "xcomp" and clauses.form(verb.head) == "fail":
        return clauses.standing(verb.head).status in TOLD
    helpers = {helper.lower_ for helper in clauses.children(verb, "aux")}
    return clauses.child(verb, "neg") is not None and bool(helpers & {"could", "did"})


def _of_noun(clauses: Clauses, noun: Token) -> Change | None:
    """No plans to go; no such meeting."""
    if not clauses.has_no(noun):
        return None
    planned = clauses.child(noun, "acl", "relcl")
    if clauses.form(noun) in _words("none_of") and planned is not None:
        return Change("cancelled", noun, planned)
    such = any(child.lower_ == "such" for child in clauses.children(noun, "amod", "predet"))
    return Change("denied", noun, noun) if such and _is_one_of(clauses, noun, _words("no_such")) else None
