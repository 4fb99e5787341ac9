"""What a rule answers that is switched off: nothing, no, or what it was asked about as it came."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.read.events.arguments import Heads
from reportedly.read.grammar.standing import OCCURRED


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


def first(*given: object) -> object:
    """What a function gives that leaves its first argument as it came."""
    return given[0]


def third(*given: object) -> object:
    """What a function gives that leaves its third argument as it came."""
    return given[2]


def half(*_: object) -> float:
    """What a threshold is that hangs on nothing."""
    return 0.5


def of_draft(*given: Any) -> object:
    """The standing of a draft as it came."""
    return given[1].standing


def third_certain(*given: Any) -> object:
    """The certainty of a standing as it came."""
    return given[2].certainty


def all_of(mentions: Iterable[object]) -> list[object]:
    """All that came."""
    return list(mentions)


def each_of(_clauses: object, *given: Iterable[object]) -> list[object]:
    """All of two lists."""
    return [each for some in given for each in some]


def no_heads(*_: object) -> object:
    """Nobody who takes part."""
    return Heads([], [])


def head_of(_clauses: object, noun: Any) -> object:
    """The word above a noun."""
    return noun.head


def occurred(*_: object) -> object:
    """What is told as a fact."""
    return OCCURRED
