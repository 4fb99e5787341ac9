"""Parts of stories, which people's verdicts join and part, one after the other as they were made.

A part is what grows on its own: the articles that were linked, or one that left them with what came to it later. It is
known by one of its articles, its host is the part that it left. Without verdicts a part and its host are one story.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import count

from reportedly.stories.verdicts import Placed


def with_copies(
    part_of: Mapping[int, int], hosts: Mapping[int, int], copied: Mapping[int, int], named: Collection[int]
) -> "Parts":
    """The parts with the copies among them: each with its original, and those that are named in parts of their own.

    ``copied`` gives for a copy that of whose text it repeats, which stands before it.
    """
    part_of, hosts = dict(part_of), dict(hosts)
    for copy in sorted(copied):
        original = part_of[copied[copy]]
        part_of[copy] = copy if copy in named else original
        if copy in named:
            hosts[copy] = original
    return Parts(part_of, hosts)


class Parts:
    """Every article in its part, every part in a story; ``judge`` joins or parts stories."""

    def __init__(self, part_of: Mapping[int, int], hosts: Mapping[int, int]) -> None:
        self._part_of = part_of
        self._guests = defaultdict[int, list[int]](list)
        for part, host in hosts.items():
            self._guests[host].append(part)
        self._stories = dict[int, set[int]]()
        self._story_of = dict[int, int]()
        self._numbers = count()
        for part in {*part_of.values(), *hosts.values()} - hosts.keys():
            self._move(self._within(part), next(self._numbers))

    def stories(self) -> list[list[int]]:
        """The articles by story, in ascending order, the story of the first one first."""
        found = defaultdict[int, list[int]](list)
        for article, part in sorted(self._part_of.items()):
            found[self._story_of[part]].append(article)
        return list(found.values())

    def judge(self, verdicts: Iterable[Placed]) -> None:
        """Honour these verdicts, in the order in which they were made."""
        for verdict in verdicts:
            ours, theirs = self._part_of[verdict.article], self._part_of[verdict.other]
            here, there = self._story_of[ours], self._story_of[theirs]
            if verdict.joins and here != there:
                self._move(self._stories[there], here)
            elif not verdict.joins and here == there:
                self._move(self._within(theirs, but=ours) & self._stories[here], next(self._numbers))

    def _within(self, part: int, but: int | None = None) -> set[int]:
        """The part and all that left it, ``but`` for one with all that left that one."""
        found, due = set[int](), [part]
        while due:
            found.add(here := due.pop())
            due += (guest for guest in self._guests.get(here, ()) if guest != but)
        return found

    def _move(self, parts: Collection[int], story: int) -> None:
        for part in list(parts):
            self._stories.get(self._story_of.get(part, -1), set()).discard(part)
            self._stories.setdefault(story, set()).add(part)
            self._story_of[part] = story
