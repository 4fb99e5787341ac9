"""Vague phrases ("soon", "in a matter of days") and the days a desk allows for them.

The phrases, their bounds and the reason for each stand in ``times/data/vague_times.toml``; this module only reads it.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from typing import Literal

import msgspec

from reportedly.read.grammar.lexicons import table
from reportedly.read.times.calendar import shift
from reportedly.read.times.value import DAY_END, Here, Rule, Value, grain_of
from reportedly.read.times.vocabulary import period, unit
from reportedly.records import Grain

_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that mean the same: the bounds as offsets from publication ("-3m 0d", "0d ?"), and why.

    ``ahead``: no time at all in a clause that looks back. ``passing``: it dates no event ("they will now meet").
    """

    phrases: list[str]
    window: str
    reason: str
    ahead: bool = False
    passing: bool = False


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of vague times, in the order of its file, and how far units in the plural reach."""

    units: dict[Literal["ahead", "lately", "ago"], dict[str, str]]
    rows: list[Row]


_TABLE = msgspec.convert(table("times/vague_times"), Table)


def _pattern(phrase: str) -> str:
    """The table's own notation as a regular expression; an optional word takes its blank along."""
    words, look, follower = phrase.partition("(?!")
    words = re.sub(r"\[([^\[\]]*)\] ", r"(?:(?:\1) )?", words)
    words = re.sub(r"\((?!\?)", "(?:", words).replace("*", "(?P<units>hours|days|weeks|months|years|decades)")
    return rf"{words}(?![\w-]){look}{follower}"


def _resolve(row: Row, m: re.Match[str], here: Here) -> Value | None:
    if row.ahead and here.ahead() < 0:
        return None
    units = m.groupdict().get("units")
    start, end = (_TABLE.units[row.window][units] if units else row.window).split()  # type: ignore[index]
    first, last = _moved(here.today, start), _moved(here.today, end)
    return Value(
        "window",
        datetime.combine(first, time.min) if first else None,
        datetime.combine(last, DAY_END) if last else None,
        _grain(start, end),
        _timex(m, row.window, start, end),
        vague=True,
        passing=row.passing,
    )


def _timex(m: re.Match[str], window: str, start: str, end: str) -> str:
    """Uncounted units up to or from publication are a length (``PXW``), all else is past, present or future."""
    units = m.groupdict().get("units")
    if units and window != "ago":
        return period(2 if "couple of" in m[0] else None, unit(units))
    return "PRESENT_REF" if start == end else "FUTURE_REF" if start == "0d" else "PAST_REF"


def _grain(*offsets: str) -> Grain:
    return next((grain_of(_UNITS[offset[-1]]) for offset in offsets if offset not in {"0d", "?"}), "day")


def _moved(today: date | None, offset: str) -> date | None:
    return shift(today, int(offset[:-1]), _UNITS[offset[-1]]) if today and offset != "?" else None


def rules() -> Iterator[Rule]:
    """One rule for each phrase of the table."""
    for row in _TABLE.rows:
        for phrase in row.phrases:
            yield Rule(f"vague: {phrase}", _pattern(phrase), partial(_resolve, row))
