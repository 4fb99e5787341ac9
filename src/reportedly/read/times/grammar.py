"""All rules as one compiled scan: one walk over the text, cost linear in its length.

Earlier rules win where two match at one place. A rule may still say that the words are no time at all; then the
rules after it are asked for the same place.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.read.times import anaphora, clock, dates, feasts, lengths, parts, relative, vague
from reportedly.read.times.value import Rule

_ONE_FORM = str.maketrans({"‐": "-", "‑": "-", "–": "-", "’": "'", "‘": "'", "İ": "I"})
_EDGE = r"(?<![\w$£€₹#@.,/:])(?<!\d-)"
_NEAR = 28  # characters of the neighbourhood that a rule may look at


class Compiled(NamedTuple):
    """A rule with its own pattern, and the shared scan over all rules."""

    rule: Rule
    pattern: re.Pattern[str]


class Grammar(NamedTuple):
    """The rules in order, and one pattern whose group ``r<number>`` tells which of them matched."""

    rules: tuple[Compiled, ...]
    scan: re.Pattern[str]


def plain(text: str) -> str:
    """The text in lower case with one form of hyphen and apostrophe, character for character."""
    text = text.translate(_ONE_FORM)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def neighbours(low: str, start: int, end: int) -> tuple[str, str]:
    """What stands just before and after, on the same line."""
    before = low[max(0, start - _NEAR) : start].rpartition("\n")[2]
    return before, low[end : end + _NEAR].partition("\n")[0]


_LAST = frozenset({"month_alone", "year_alone", "short_year"})


def _rules() -> Iterator[Rule]:
    """Whole dates first, then what leans on a day, last the single words that only their neighbours make a time."""
    yield from (rule for rule in dates.RULES if rule.name not in _LAST)
    for family in (clock.RULES, anaphora.RULES, tuple(vague.rules()), parts.RULES, feasts.RULES, relative.RULES):
        yield from family
    yield from lengths.RULES
    yield from (rule for rule in dates.RULES if rule.name in _LAST)


@cache
def grammar() -> Grammar:
    """The compiled grammar, made once a process."""
    rules = tuple(Compiled(rule, re.compile(rule.pattern)) for rule in _rules())
    branches = (re.sub(r"\(\?P<\w+>", "(?:", each.rule.pattern) for each in rules)
    joined = "|".join(f"(?P<r{number}>{branch})" for number, branch in enumerate(branches))
    return Grammar(rules, re.compile(f"{_EDGE}(?:{joined})"))
