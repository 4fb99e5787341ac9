"""What a sentence says became of something announced: moved, cancelled, denied.

The words that say so stand in ``data/changes.toml``.
"""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

from reportedly.records import Reading, State, Time, Window
from reportedly.text import Span

CHANGE = "CHANGE"
"""The type of a sighting that tells a change; its lemma is the state."""


class Cue(NamedTuple):
    """A change told in a sentence: what it is, and the span of the telling words in the sentence."""

    state: State
    start: int
    end: int


@cache
def _table() -> tuple[tuple[State, re.Pattern[str]], ...]:
    rows = _data()["changes"]
    return tuple((cast("State", row["state"]), re.compile(r"\b(?:" + "|".join(row["words"]) + r")\b")) for row in rows)


@cache
def _data() -> dict[str, list[dict[str, list[str]]]]:
    return tomllib.loads(files("reportedly.followups").joinpath("data/changes.toml").read_text(encoding="utf-8"))


@cache
def _unreal() -> re.Pattern[str]:
    return re.compile(str(cast("dict[str, object]", _data()["unreal"])["before"]))


def cue(sentence: str) -> Cue | None:
    """The first change that a sentence tells as a fact."""
    low = sentence.lower()
    found: list[Cue] = []
    for state, pattern in _table():
        told = (match for match in pattern.finditer(low) if not _unreal().search(low[: match.start()]))
        match = next(told, None)
        if match:
            found.append(Cue(state, match.start(), match.end()))
    return min(found, key=lambda each: each.start, default=None)


_TO = re.compile(r"\b(?:to|until|till|for|now on|be held (?:on|in|from))(?: the)? ?$")
_OLD = re.compile(
    r"\b(?:from|scheduled (?:to be held )?(?:for|on|from|in)|earlier|initial\w*|original\w*|set for|planned for)"
    r"(?:(?!\b(?:to|until|till)\b)[^,;]){0,24}$"
)


def new_window(reading: Reading, sentence: Span, told: Cue) -> Window | None:
    """The days that a sentence names as the new ones, later than publication; those after the change come first."""
    published = reading.article.published
    text, fitting = reading.article.text, list[Time]()
    for time in reading.times:
        before = text[sentence.start : time.span.start].lower()
        ahead = sentence.holds(time.span) and _is_ahead(time, published.start if published else None)
        if ahead and _TO.search(before) and not _OLD.search(before):
            fitting.append(time)
    new = min(fitting, key=lambda t: (t.span.start < sentence.start + told.start, t.span.start), default=None)
    if new is None:
        return None
    start, end = (at.date() if at else None for at in (new.start, new.end))
    return Window(start, end, new.vague, new.span)


def _is_ahead(time: Time, published: date | None) -> bool:
    if time.end is None or published is None:
        return False
    return time.kind in {"point", "window"} and time.end.date() > published
