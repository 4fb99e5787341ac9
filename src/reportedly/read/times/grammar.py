"""All rules in their order, and which of them can begin with which letters: one walk over the words, linear in length.

Earlier rules win where two match at one place. A rule may still say that the words are no time at all; then the
rules after it are asked for the same place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from reportedly.read.days.value import Rule
from reportedly.read.times.rules import (
    accounts,
    anaphora,
    clock,
    counted,
    dates,
    feasts,
    lengths,
    numbered,
    parts,
    relative,
    solar,
    spelled,
    vague,
)

_ONE_FORM = {"‐": "-", "‑": "-", "–": "-", "’": "'", "‘": "'", "İ": "I"}
_NEAR = 28  # characters before it that a rule may look at
_FAR = 48  # and behind it: "5 June, last year's most violent day"
WORD = re.compile(r"(?<![\w$£€₹#@.,/:])(?<!\d-)(?=([a-z]+|\d|'))")
"""Finds the places where a time may begin: words and numbers, with the word or its first digit in group 1."""


@dataclass(frozen=True, eq=False)
class Compiled:
    """A rule, the words it can begin with, and its pattern, compiled when such a word is first met."""

    rule: Rule
    heads: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The rule's pattern."""
        return re.compile(self.rule.pattern)


def plain(text: str) -> str:
    """The text in lower case with one form of hyphen and apostrophe, character for character."""
    if not text.isascii():
        for form, usual in _ONE_FORM.items():  # six replacements take a fiftieth of one translation by table
            text = text.replace(form, usual)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def neighbours(low: str, start: int, end: int) -> tuple[str, str]:
    """What stands just before and after, on the same line."""
    before = low[max(0, start - _NEAR) : start].rpartition("\n")[2]
    return before, low[end : end + _FAR].partition("\n")[0]


def _in_order() -> Iterator[Rule]:
    """Whole dates first, then what leans on a day, last the single words that only their neighbours make a time."""
    yield from (
        *accounts.RULES,
        *spelled.RULES,
        *dates.RULES,
        *solar.RULES,
        *numbered.RULES,
        *clock.RULES,
        *anaphora.RULES,
        *vague.rules(),
        *parts.RULES,
        *feasts.RULES,
    )
    yield from (*counted.RULES, *relative.RULES, *lengths.RULES, *dates.SINGLE_WORDS)


@cache
def rules() -> tuple[Compiled, ...]:
    """The grammar, made once a process."""
    return tuple(Compiled(rule, frozenset(_heads(rule))) for rule in _in_order())


_FIRST = re.compile(r"(?:\(\?<[=!][^)]*\))*(?:\((?:\?P<\w+>|\?:)(?:\(\?:)?([^()]*)|([a-z]+))")


def _heads(rule: Rule) -> Iterator[str]:
    """The words with which a rule can begin: those it names, or those that its pattern begins with."""
    if rule.heads:
        yield from rule.heads.split()
    elif first := _FIRST.match(rule.pattern):
        for option in (first[1] or first[2]).split("|"):
            word = re.split("[^a-z]", option)[0]
            yield word or "0"
            yield word[:-1] if option == f"{word}?" else word


@cache
def _known() -> frozenset[str]:
    """All words with which any rule can begin."""
    return frozenset(head for compiled in rules() for head in compiled.heads)


@lru_cache(maxsize=20_000)
def beginning(word: str) -> tuple[Compiled, ...]:
    """The rules, in order, that this word may begin."""
    head = "0" if word.isdigit() else word
    heads = {head, *(f"{head[:length]}*" for length in range(1, len(head) + 1))}
    if heads.isdisjoint(_known()):
        return ()
    return tuple(compiled for compiled in rules() if not heads.isdisjoint(compiled.heads))
