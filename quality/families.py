"""The families of rules that are measured one by one, and how each is switched off.

A function that is renamed is renamed here; a family that pays no more leaves this table together with its code.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from quality.answers import nothing
from quality.functions import FUNCTIONS, Off, Stage
from quality.heads import HEADS
from quality.switches import Note, edited, forget, replaced, value, watched
from reportedly.read.days.value import Rule
from reportedly.read.grammar.lexicons import table

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


def of_function(since: Stage, path: str, off: Off) -> Family:
    """The family that is one function of the reader, by its path below the reader's package."""
    whole = (READ if since != "followups" else "reportedly.") + path
    lines = len(inspect.getsource(value(whole)).splitlines())
    blind = (off is nothing and since == "names") or since == "followups"
    watch = None if blind else partial(watched, whole, off)
    return Family(path, since, lines, partial(replaced, whole, off), watch)


def _of_events() -> Iterator[Family]:
    """Each group of words that tell events or where they lie."""
    data = table("events/events")
    for number, pair in enumerate(data["pairs"]):
        less = [*data["pairs"][:number], *data["pairs"][number + 1 :]]
        name = f"pairs: {pair['root']}, {pair['verbs'].split()[0]} {pair['nouns'].split()[0]}"
        words = frozenset(re.split("[_ ]", pair["verbs"]))
        yield Family(name, "events", 3, partial(edited, data, "pairs", less), words=words)
    for part in ("verbs", "nouns", "light", "future", "pairs", "modes"):
        yield Family(f"{part}: all", "events", 0, partial(edited, data, part, _emptied(data[part])))
    yield Family("standing: all", "events", 0, partial(_edited_all, table("grammar/standing")))
    yield Family("acts: all", "events", 0, partial(_edited_all, table("events/acts")["acts"]))
    yield Family("changes: all", "events", 0, partial(edited, table("events/changes"), "changes", []))
    for number, row in enumerate(table("events/changes")["changes"]):
        rows = table("events/changes")["changes"]
        less = [*rows[:number], *rows[number + 1 :]]
        name = f"changes: {row['state']}, {row.get('verbs', row.get('none_of')).split()[0]} {number}"
        yield Family(name, "events", 3, partial(edited, table("events/changes"), "changes", less))
    kinds = table("events/acts")["acts"]
    yield from (_of_list(f"acts: {key}", kinds, key) for key in kinds)
    for name in ("measures", "set_for"):
        entry = table("grammar/nouns")[name]
        yield from (_of_list(f"nouns: {name}, {key}", entry, key) for key in entry)
    for part in ("verbs", "nouns", "light", "future"):
        yield from (_of_list(f"{part}: {key}", data[part], key) for key in data[part])
    for part, rows in table("grammar/standing").items():
        yield from (_of_list(f"standing: {part}, {key}", rows, key) for key in rows)


def _emptied(entry: Any) -> Any:
    if isinstance(entry, dict):
        return {key: _emptied(each) for key, each in entry.items()}
    return [] if isinstance(entry, list) else ""


@contextmanager
def _edited_all(entry: dict[str, Any]) -> Iterator[None]:
    with ExitStack() as stack:
        for key, words in entry.items():
            stack.enter_context(edited(entry, key, _emptied(words)))
        yield


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
    """All families: functions, lists, rules of times, and what models say."""
    heads = (Family(name, since, 0, off) for name, since, off in HEADS)
    return (*(of_function(*row) for row in FUNCTIONS), *_of_events(), *_of_times(), *heads)
