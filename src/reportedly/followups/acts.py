"""Kinds of act, by the words that announce them and the words that tell them as done.

An outcome is often told in other words than its announcement, and by a verb that is no event of its own ("took their
oaths", "unveiled a package"). The words stand in ``data/acts.toml``.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

DONE = "DONE"
"""The type of a sighting of a sentence that tells acts as done; its lemma is the first of them."""

_NEAR = 48  # characters after a trigger in which its object stands
# Before a word of "done" these make it a plan, a wish, a condition or a denial.
_UNREAL = re.compile(
    r"(?:\b(?:will|would|shall|may|might|could|should|must|can|cannot|if|unless|expected|scheduled|likely|due)"
    r"(?: \w+){0,4}|\b(?:to|be|being|not|never|yet|set|planned|until|before|when|no)(?: \w+){0,2}|n['’]t(?: \w+)?) $"
)


class Done(NamedTuple):
    """Words of a sentence, by their span in it, that tell an act as done."""

    act: str
    start: int
    end: int


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = tomllib.loads(files("reportedly.followups").joinpath("data/acts.toml").read_text(encoding="utf-8"))["acts"]
    return tuple((row["name"], re.compile(row["ahead"]), re.compile(rf"\b(?:{row['done']})")) for row in rows)


def announced(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """The acts that the trigger at ``[start, end)`` and the few words after it name."""
    words = sentence[start : end + _NEAR].lower().partition(". ")[0]
    return tuple(name for name, ahead, _ in _table() if ahead.search(words))


def named(sentence: str) -> tuple[str, ...]:
    """All acts that a sentence names anywhere."""
    low = sentence.lower()
    return tuple(name for name, ahead, _ in _table() if ahead.search(low))


def done(sentence: str) -> tuple[Done, ...]:
    """The acts that a sentence tells as done, in order of their words; one at most of each kind."""
    low = sentence.lower().replace("\u00ad", " ") if "\u00ad" in sentence else sentence.lower()
    found: list[Done] = []
    for name, _, pattern in _table():
        told = (match for match in pattern.finditer(low) if not _UNREAL.search(low[: match.start()]))
        match = next(told, None)
        if match:
            found.append(Done(name, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: (one.start, one.act)))


_JOURNEY = re.compile(r"\b(?:arriv|leav|depart|travel|fly|undertak|embark)\w*[^.;:]{0,48}$")
_TRIP = re.compile(r"visit|trip|tour\b")
_CARRIED = re.compile(
    r"[^.;:,]{0,48}?\b(?:will|would|could|may|might|shall|to)(?: \w+ly)?(?: be)? "
    r"(?:take place|come|begin|start|resume|commence|held|convened|happen|go ahead|kick off)\b"
)


def widened(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The words that announce an act named by a noun, with the verb that carries it.

    ``arrive on Sunday for a [visit]``, ``[talks] with the union will begin``: both words tell the one act.
    """
    low = sentence.lower()
    journey = _JOURNEY.search(low[:start]) if _TRIP.match(low[start:end]) else None
    carried = _CARRIED.match(low[end:])
    return (journey.start() if journey else start), (end + carried.end() if carried else end)
