"""Mentions of what lies ahead put together: one happening is told once, by the mention that says when it is to be."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from reportedly.records import Event, Published, Window

_LATEST = 20  # events of one word that a further mention may be of


class Mention(NamedTuple):
    """One mention of an event ahead: how likely it is one, and when it is to come about."""

    event: Event
    p: float
    window: Window | None

    @property
    def worth(self) -> tuple[bool, float]:
        """How well it stands for its event: with a window of its own before without, then the likelier.

        By likelihood alone follow-ups find two of 42 announcements fewer, and one outcome less.
        """
        return self.window is not None, self.p


class _Group:
    """Mentions of one event: the one of most worth, and the first window and place that any of them has."""

    def __init__(self, mention: Mention) -> None:
        self.best, self.window, self.place = mention, mention.window, mention.event.place

    def takes(self, mention: Mention) -> bool:
        """Whether nothing tells a mention's days or place apart from the group's."""
        if self.place and mention.event.place and self.place != mention.event.place:
            return False
        return self.window is None or mention.window is None or _overlap(self.window, mention.window)

    def add(self, mention: Mention) -> None:
        """One more mention."""
        self.best = max(self.best, mention, key=lambda each: each.worth)
        self.window, self.place = self.window or mention.window, self.place or mention.event.place


def told_once(mentions: Iterable[Mention]) -> list[Mention]:
    """Of each event the mention of most worth, with the first window that any has if it has none."""
    groups = defaultdict[str, list[_Group]](list)
    for mention in mentions:
        of_word = groups[mention.event.lemma]
        same = next((group for group in of_word[-_LATEST:] if group.takes(mention)), None)
        if same is None:
            of_word.append(_Group(mention))
        else:
            same.add(mention)
    kept = [group.best._replace(window=group.best.window or group.window) for each in groups.values() for group in each]
    return sorted(kept, key=lambda mention: mention.event.trigger.start)


def _overlap(a: Window, b: Window) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def is_over(published: Published | None, window: Window) -> bool:
    """Whether a window ended before publication."""
    return bool(published and window.end and window.end < published.start)
