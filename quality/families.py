"""The families of rules that are measured one by one, and how each is switched off.

A function that is renamed is renamed here; a family that pays no more leaves this table together with its code.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from quality.switches import Note, edited, forget, replaced, value, watched
from reportedly.read.grammar.lexicons import table
from reportedly.read.times.value import Rule

Stage = Literal["names", "times", "statements", "events", "followups"]
Off = Callable[..., object]
READ = "reportedly.read."
GRAMMAR = f"{READ}times.grammar:"


@dataclass(frozen=True)
class Family:
    """Rules measured together: the stage of reading they begin at, their lines, and how they are switched off.

    ``watch`` listens to where they speak, ``words`` are those without which they cannot; where neither is known, every
    page is read again.
    """

    name: str
    since: Stage
    lines: int
    off: Callable[[], AbstractContextManager[object]]
    watch: Callable[[Note], AbstractContextManager[object]] | None = None
    words: frozenset[str] = frozenset()


def nothing(*_: object, **__: object) -> None:
    """What a function gives that finds nothing."""


def no(*_: object, **__: object) -> bool:
    """What a test says that never holds."""
    return False


def yes(*_: object, **__: object) -> bool:
    """What a test says that always holds."""
    return True


def none_of(*_: object, **__: object) -> tuple[object, ...]:
    """What a function gives that finds no one of many."""
    return ()


def never(*_: object, **__: object) -> Iterator[object]:
    """What a function gives that would find things one by one."""
    return iter(())


def last(*given: object) -> object:
    """What a function gives that leaves its last argument as it came."""
    return given[-1]


def second(*given: object) -> object:
    """What a function gives that leaves its second argument as it came."""
    return given[1]


FUNCTIONS: tuple[tuple[Stage, str, Off], ...] = (
    ("statements", "statements.rules.all_rules:find", none_of),
    ("statements", "statements.rules.frames:told", none_of),
    ("statements", "statements.rules.frames:passed_on", never),
    ("statements", "statements.rules.frames:_as", none_of),
    ("statements", "statements.rules.frames:_object", none_of),
    ("statements", "statements.rules.phrases:find", never),
    ("statements", "statements.rules.phrases:_it_is_said", never),
    ("statements", "statements.rules.quotations:find", never),
    ("statements", "statements.rules.quotations:_turn", nothing),
    ("statements", "statements.rules.quotations:_signed", nothing),
    ("statements", "statements.rules.quotations:_introduced", nothing),
    ("statements", "statements.rules.quotations:_is_title", no),
    ("statements", "statements.chains:joined", last),
    ("statements", "statements.parts:_cut", nothing),
    ("statements", "statements.parts:_turns", nothing),
    ("statements", "statements.joined:_passes_on", no),
    ("statements", "statements.joined:_is_exact", no),
    ("statements", "statements.joined:_is_cued_inside", no),
    ("statements", "statements.tagged:_is_the_writers", no),
    ("statements", "statements.tagged:_is_told_of", no),
    ("statements", "statements.tagged:_is_done_to", no),
    ("statements", "statements.tagged:_is_an_aside", no),
    ("statements", "statements.tagged:_is_deed", no),
    ("statements", "statements.rules.quotations:_credited", nothing),
    ("statements", "statements.shares:_with_whole_source", last),
    ("statements", "statements.shares:_without_anothers", second),
    ("statements", "statements.before_it:_is_aside", no),
    ("statements", "statements.certainty:is_not_done", no),
    ("events", "events.arguments:_reached", never),
    ("events", "events.arguments:around", never),
    ("events", "events.arguments:_is_matter", no),
    ("events", "events.arguments:_telling", never),
    ("events", "events.people:_speaker_meant", nothing),
    ("events", "events.people:_behind", none_of),
    ("events", "events.people:_countries_counted", none_of),
    ("events", "events.triggers:_is_of_workers", no),
    ("events", "events.triggers:_carrier", nothing),
    ("events", "events.triggers:_open", nothing),
    ("events", "events.coded:is_settled", no),
    ("events", "grammar.standing:_by_doubt", nothing),
    ("events", "grammar.standing:is_of_headline", no),
    ("events", "grammar.unsaid:is_told_by_nobody", no),
    ("events", "grammar.standing:_is_decided_against", no),
    ("events", "grammar.noun_standing:_is_called", no),
    ("events", "events.changes:_set_anew", nothing),
    ("events", "events.ruled:_is_anothers", no),
    ("events", "grammar.standing:_is_of_none", no),
    ("events", "grammar.standing:is_asked", no),
    ("events", "grammar.standing:is_of_denied", no),
    ("events", "grammar.standing:is_given_up", no),
    ("events", "grammar.standing:_is_superseded", no),
    ("events", "grammar.standing:_by_modal", nothing),
    ("events", "grammar.noun_standing:_by_modifier", nothing),
    ("events", "grammar.standing:_governed", nothing),
    ("events", "grammar.noun_standing:_by_noun", nothing),
    ("events", "grammar.noun_standing:_by_verb", nothing),
    ("events", "grammar.links:Links.counted_by", nothing),
    ("events", "grammar.links:Links.is_over", no),
    ("events", "grammar.links:Links.moves_to_a_day", no),
    ("events", "grammar.clauses:Clauses.patient", nothing),
    ("events", "grammar.clauses:Clauses._quoted_before", nothing),
    ("events", "events.triggers:_is_walkout", no),
    ("events", "events.changes:_given_up", nothing),
    ("events", "events.times:_is_left", no),
    ("events", "events.ruled:_is_its_day", no),
    ("times", "times.tense:just_said", no),
    ("times", "times.tense:_is_promised", no),
    ("times", "times.clues:side", no),
    ("times", "times.rules.anaphora:_from_vague", nothing),
    ("names", "names.contested:find", nothing),
    ("names", "names.merge:persons", nothing),
    ("names", "names.merge:repeats", nothing),
    ("names", "names.merge:bodies", nothing),
    ("names", "names.roles:_with_field", never),
    ("names", "names.referents:_person", nothing),
    ("names", "names.referents:_office", nothing),
    ("names", "names.genders:of_person", nothing),
    ("names", "names.relations:_respectively", never),
)


def of_function(since: Stage, path: str, off: Off) -> Family:
    """The family that is one function of the reader, by its path below the reader's package."""
    whole = READ + path
    lines = len(inspect.getsource(value(whole)).splitlines())
    watch = None if off is nothing and since == "names" else partial(watched, whole, off)
    return Family(path, since, lines, partial(replaced, whole, off), watch)


def _of_events() -> Iterator[Family]:
    """Each group of words that tell events or where they lie."""
    data = table("events/events")
    for number, pair in enumerate(data["pairs"]):
        less = [*data["pairs"][:number], *data["pairs"][number + 1 :]]
        name = f"pairs: {pair['root']}, {pair['verbs'].split()[0]} {pair['nouns'].split()[0]}"
        words = frozenset(re.split("[_ ]", pair["verbs"]))
        yield Family(name, "events", 3, partial(edited, data, "pairs", less), words=words)
    for part in ("verbs", "nouns", "light", "future", "strikes"):
        yield from (_of_list(f"{part}: {key}", data[part], key) for key in data[part])
    for part, rows in table("grammar/standing").items():
        yield from (_of_list(f"standing: {part}, {key}", rows, key) for key in rows)


def _of_list(name: str, entry: dict[str, Any], key: str) -> Family:
    words = frozenset(part for word in str(entry[key]).split() for part in re.split("[_-]", word))
    lines = 1 + str(entry[key]).strip().count("\n")
    return Family(name, "events", lines, partial(edited, entry, key, ""), words=words)


def _of_times() -> Iterator[Family]:
    """Each rule of the grammar of times."""
    for rule in value(f"{GRAMMAR}_in_order")():
        yield Family(f"times: {rule.name}", "times", 3, partial(_without, rule.name), partial(_listening, rule.name))


@contextmanager
def _without(name: str) -> Iterator[None]:
    with _in_order(lambda rules: (rule for rule in rules if rule.name != name)):
        yield


@contextmanager
def _listening(name: str, note: Note) -> Iterator[None]:
    with _in_order(lambda rules: (_noting(rule, note) if rule.name == name else rule for rule in rules)):
        yield


def _noting(rule: Rule, note: Note) -> Rule:
    def resolve(*given: Any) -> Any:
        value = rule.resolve(*given)
        if value is not None:
            note()
        return value

    return rule._replace(resolve=resolve)


@contextmanager
def _in_order(changed: Callable[[Iterator[Rule]], Iterator[Rule]]) -> Iterator[None]:
    before = value(f"{GRAMMAR}_in_order")
    with ExitStack() as undo:
        undo.callback(forget)
        undo.enter_context(replaced(f"{GRAMMAR}_in_order", lambda: changed(before())))
        forget()
        yield


def families() -> tuple[Family, ...]:
    """All families, in the order in which the reader asks them."""
    return (*(of_function(*row) for row in FUNCTIONS), *_of_events(), *_of_times())
