"""Vague phrases ("soon", "in a matter of days") and the days a desk allows for them.

The phrases, their bounds and the reason for each stand in ``times/data/vague_times.toml``; this module only reads it.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files

import msgspec

from reportedly.read.times.calendar import shift
from reportedly.read.times.value import DAY_END, Here, Rule, Value
from reportedly.records import Grain

_UNITS: dict[str, tuple[str, Grain]] = {
    "d": ("day", "day"),
    "w": ("week", "week"),
    "m": ("month", "month"),
    "y": ("year", "year"),
}


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the table: bounds as offsets from publication ("-3m", "0d", "?"), and why.

    ``ahead``: no time at all in a clause that looks back.
    """

    phrase: str
    start: str
    end: str
    reason: str
    ahead: bool = False


@cache
def phrases() -> tuple[Phrase, ...]:
    """The table, in the order of its file."""
    text = files("reportedly.read.times").joinpath("data/vague_times.toml").read_text(encoding="utf-8")
    return tuple(msgspec.convert(tomllib.loads(text)["phrases"], list[Phrase]))


def _pattern(phrase: str) -> str:
    """The table's own notation as a regular expression; an optional word takes its blank along."""
    look = ""
    cut = phrase.find("(?!")
    if cut >= 0:
        phrase, look = phrase[:cut], phrase[cut:]
    while re.search(r"\[[^\[\]]*\]", phrase):
        phrase = re.sub(r"\[([^\[\]]*)\] ", r"(?:(?:\1) )?", phrase)
        phrase = re.sub(r"\[([^\[\]]*)\]", r"(?:\1)?", phrase)
    return re.sub(r"\((?!\?)", "(?:", phrase) + r"(?![\w-])" + look


def _grain(*offsets: str) -> Grain:
    letters = {offset[-1] for offset in offsets if offset not in {"?", "0d"}}
    return next((_UNITS[letter][1] for letter in "ymwd" if letter in letters), "day")


def _moved(today: date, offset: str) -> date | None:
    return None if offset == "?" else shift(today, int(offset[:-1]), _UNITS[offset[-1]][0])


def _timex(row: Phrase) -> str:
    if row.start == row.end == "0d":
        return "PRESENT_REF"
    return "FUTURE_REF" if row.start == "0d" else "PAST_REF"


def _value(row: Phrase, here: Here) -> Value:
    start, end = (_moved(here.today, offset) if here.today else None for offset in (row.start, row.end))
    return Value(
        "window",
        datetime.combine(start, time.min) if start else None,
        datetime.combine(end, DAY_END) if end else None,
        _grain(row.start, row.end),
        _timex(row),
        vague=True,
    )


def rules() -> Iterator[Rule]:
    """One rule for each row of the table."""
    for number, row in enumerate(phrases()):

        def resolve(_m: re.Match[str], here: Here, row: Phrase = row) -> Value | None:
            return None if row.ahead and here.ahead() < 0 else _value(row, here)

        yield Rule(f"vague_{number}", _pattern(row.phrase), resolve)
