"""Parts of a story that people said does not belong together, as it grows day by day.

Stories are linked as if nothing had been said; so what was said of one changes no other, and undone it leaves no trace.
Within a story, who leaves stands alone and all others stay. Only what comes out after the day of the decision goes
wherever somebody is nearest.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

SEEN = 24  # articles of a part that one who comes is compared with, its newest
Alike = Callable[[int, int], float]


class Apart(NamedTuple):
    """Who stays and who leaves, as was decided on that day."""

    stays: int
    leaves: int
    decided: date


class Parting:
    """``part_of`` gives for the articles of stories that were parted their part, by the number of one of its articles.

    ``hosts`` gives for a part the one that it left: a negative number where nobody is left in that one.
    """

    def __init__(self, apart: Sequence[Apart]) -> None:
        self._apart = apart
        self._leaving = {pair.leaves for pair in apart}
        self.part_of = dict[int, int]()
        self.hosts = dict[int, int]()

    def turn(self, day: date, stories: Iterable[Sequence[int]], fresh: Collection[int], alike: Alike) -> None:
        """Put the articles of a day in parts; ``alike`` gives the likeness of one of them and another."""
        fresh = set(fresh)
        for story in stories:
            if len(story) > 1 and not (self._leaving.isdisjoint(story) or fresh.isdisjoint(story)):
                old, new = [i for i in story if i not in fresh], [i for i in story if i in fresh]
                if old:
                    self._grow(day, old, new, alike)
                else:
                    self._begin(new)

    def _begin(self, story: Sequence[int]) -> None:
        leaving = [i for i in story if i in self._leaving]
        rest = [i for i in story if i not in self._leaving]
        self.part_of |= dict.fromkeys(rest, min(rest, default=0)) | {i: i for i in leaving}
        self.hosts |= dict.fromkeys(leaving, rest[0] if rest else ~leaving[0])

    def _grow(self, day: date, old: Sequence[int], new: Sequence[int], alike: Alike) -> None:
        parts = dict[int, list[int]]()
        for i in old:
            parts.setdefault(self.part_of.setdefault(i, old[0]), []).append(i)
        for i in new:
            barred = {self.part_of.get(x) for stays, x, decided in self._apart if i == stays or day <= decided}
            nearest = {part: max(alike(i, other) for other in held[-SEEN:]) for part, held in parts.items()}
            part = min(parts, key=lambda part: (part in barred, -nearest[part], part in self.hosts, part))
            self.part_of[i] = part
            if part in barred or i in self._leaving:
                self.part_of[i] = i
                self.hosts[i] = self.hosts.setdefault(part, ~part) if part in barred else part
            if part in barred and i not in self._leaving:
                parts[i] = [i]
