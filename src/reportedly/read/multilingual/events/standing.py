"""Where an event ahead stands, by words of its sentence: asked for, expected, or hanging on something."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from reportedly import languages
from reportedly.read.multilingual.times.tense import pattern
from reportedly.records import DevelopmentState, Status


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``languages/CODE/events.toml``: patterns of words; ``if`` begin what an event hangs on.

    ``cancelled``, ``moved`` and ``denied`` tell what became of one, ``not`` beside them that it did not.
    """

    called_for: list[str]
    expected: list[str]
    cancelled: list[str]
    moved: list[str]
    denied: list[str]
    negations: list[str] = msgspec.field(name="not")
    conditions: list[str] = msgspec.field(name="if", default_factory=list)


class Standing(NamedTuple):
    """The patterns of a language, compiled."""

    called_for: re.Pattern[str]
    expected: re.Pattern[str]
    conditional: re.Pattern[str]
    not_so: re.Pattern[str]
    changes: Mapping[DevelopmentState, Sequence[str]]

    def status(self, clause: str, seen: Status) -> Status:
        """What the words of a clause make of what the model has ``seen``."""
        if self.called_for.search(clause):
            return "called_for"
        return "expected" if self.expected.search(clause) else seen


@cache
def standing(language: str) -> Standing:
    """The patterns of a language, made when its first article is read."""
    told = msgspec.convert(languages.table(language, "events"), Table)
    return Standing(
        pattern(told.called_for),
        pattern(told.expected),
        pattern(told.conditions),
        pattern(told.negations),
        {"cancelled": told.cancelled, "moved": told.moved, "denied": told.denied},
    )
