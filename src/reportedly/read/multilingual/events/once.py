"""One expectation an event: beside the word that names an act, “hold” and “begin” tell no event of their own."""

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.read.events.once import Mention
from reportedly.records import Window
from reportedly.text import Span


class Told(NamedTuple):
    """A mention with its clause and sentence."""

    mention: Mention
    clause: Span
    sentence: Span


def each(coming: Iterable[Told]) -> list[Mention]:
    """The mentions without those that tell the same event of the same days as a better one of their sentence."""
    kept: list[Told] = []
    for told in sorted(coming, key=lambda told: (not told.mention.event.acts, -told.mention.p)):
        if not any(_are_one(told, better) for better in kept):
            kept.append(told)
    return sorted((told.mention for told in kept), key=lambda mention: mention.event.trigger.start)


def _are_one(one: Told, better: Told) -> bool:
    """Acts of different kinds are two: a visit and a meeting; without a kind a word tells the act of its clause."""
    own, other = one.mention.event.acts, better.mention.event.acts
    near = one.sentence == better.sentence if own and other else one.clause == better.clause
    return near and (not own or own == other) and _same_days(one.mention.window, better.mention.window)


def _same_days(one: Window | None, other: Window | None) -> bool:
    return one is None or other is None or (one.start, one.end) == (other.start, other.end)
