"""Average linkage: of all groups the two most alike on average join, as long as that average is high enough.

The likeness of two groups is told from those of the pairs of their members, by a mean; pairs that nothing proposed are
asked for when their groups meet. Groups that were there before may grow but never join each other. Ties are broken by
number.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

Pair = tuple[int, int]
NEAR, NOTHING = 0.1, -math.inf
ASKED = 10  # members of a group whose pairs are asked for, its newest
# By folds over days, within the whole stream (training/stories); even pairs count for more than one that seems sure.
EVEN, BACKED = 0.7, 0.25


def backed(likelihoods: Sequence[float]) -> float:
    """How alike two groups are by their pairs' likelihoods: a mean, worth more the more pairs stand behind it.

    A likelihood of .1 says little of a pair, and much of two groups all of whose pairs come to it. May be above 1.
    """
    count = len(likelihoods)
    mean = math.fsum(likelihood**EVEN for likelihood in likelihoods) / count
    return float(mean ** (1 / EVEN) * count**BACKED)


class Linkage:
    """Groups of numbered articles, some of them there before; ``alike`` gives the likeness of a pair.

    A pair of which it gives none does not count; ``mean`` tells from those of their pairs how alike two groups are.
    Groups less alike than ``near`` do not come to join by growing.
    """

    def __init__(
        self,
        old: Sequence[list[int]],
        fresh: Sequence[list[int]],
        alike: Callable[[int, int], float | None],
        near: float = NEAR,
        mean: Callable[[Sequence[float]], float] = fmean,
    ) -> None:
        self._alike, self._least, self._mean = alike, near, mean
        self._groups = dict(enumerate([*old, *fresh]))
        self._old = set(range(len(old)))
        self._near = defaultdict[int, dict[int, float]](dict)
        self._heap: list[tuple[float, int, int]] = []

    def joined(self, proposed: Iterable[Pair], least: float) -> tuple[list[list[int]], list[list[int]]]:
        """The groups that were there before, in their order and grown; and the new ones."""
        number = {member: n for n, group in self._groups.items() for member in group}
        for i, j in sorted({tuple(sorted((number[a], number[b]))) for a, b in proposed}):
            self._meet(i, j, least)
        first = {n: n for n in self._old}
        fresh = len(self._groups)
        while self._heap:
            _, i, j = heapq.heappop(self._heap)
            if i in self._groups and j in self._groups:
                for before in {i, j} & self._old:
                    self._old.add(fresh)
                    first[fresh] = first.pop(before)
                self._join(i, j, fresh, least)
                fresh += 1
        kept = [self._groups.pop(now) for now, _ in sorted(first.items(), key=lambda item: item[1])]
        return kept, list(self._groups.values())

    def _meet(self, i: int, j: int, least: float) -> None:
        """Let two groups know each other; what is alike enough may join."""
        if i == j or (i in self._old and j in self._old):
            return
        alike = self._average(i, j)
        if alike >= self._least:
            self._near[i][j] = self._near[j][i] = alike
        if alike >= least:
            heapq.heappush(self._heap, (-alike, min(i, j), max(i, j)))

    def _average(self, i: int, j: int) -> float:
        ours, theirs = self._groups[i][-ASKED:], self._groups[j][-ASKED:]
        told = [alike for a in ours for b in theirs if (alike := self._alike(a, b)) is not None]
        return self._mean(told) if told else NOTHING

    def _join(self, i: int, j: int, fresh: int, least: float) -> None:
        near = sorted({*self._near.pop(i, {}), *self._near.pop(j, {})} - {i, j})
        self._groups[fresh] = sorted([*self._groups.pop(i), *self._groups.pop(j)])
        for other in near:
            self._near[other].pop(i, None)
            self._near[other].pop(j, None)
            self._meet(other, fresh, least)
