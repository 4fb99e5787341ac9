"""Vague phrases ("soon", "in a matter of days") and the days a desk allows for them.

The phrases stand in ``times/data/vague_times.toml``, how far each reaches in ``days/data/vague.toml``.
"""

import re
from collections.abc import Iterator
from functools import partial

import msgspec

from reportedly.read.days.vague import row, vague
from reportedly.read.days.value import Here, Rule, Value
from reportedly.read.grammar.lexicons import table
from reportedly.read.times.vocabulary import unit

_TABLE = msgspec.convert(table("times/vague_times"), dict[str, list[str]])


def _pattern(phrase: str) -> str:
    """The table's own notation as a regular expression; an optional word takes its blank along."""
    words, look, follower = phrase.partition("(?!")
    words = re.sub(r"\[([^\[\]]*)\] ", r"(?:(?:\1) )?", words)
    words = re.sub(r"\((?!\?)", "(?:", words).replace("*", "(?P<units>hours|days|weeks|months|years|decades)")
    return rf"{words}(?![\w-]){look}{follower}"


def _resolve(name: str, m: re.Match[str], here: Here) -> Value | None:
    if row(name).ahead and here.ahead() < 0:
        return None
    units = m.groupdict().get("units")
    return vague(name, here.today, unit(units) if units else None, 2 if "couple of" in m[0] else None)


def rules() -> Iterator[Rule]:
    """One rule for each phrase of the table."""
    for name, phrases in _TABLE.items():
        for phrase in phrases:
            yield Rule(f"vague: {phrase}", _pattern(phrase), partial(_resolve, name))
