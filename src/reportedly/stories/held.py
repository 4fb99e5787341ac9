"""Who holds which shingle: pairs of articles that may share text, formulas of an outlet, and background of a house.

An inverted index proposes the pairs. A shingle that very many articles hold proposes only neighbours in the order of
rank, and of those proposed for one article only the ones that share most stay, so that time and memory stay bounded.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import nsmallest
from typing import NamedTuple

from reportedly.records import Gist
from reportedly.stories.order import day, house
from reportedly.stories.shingles import HASHES

FREQUENT = 24  # articles: beyond that a shingle proposes only so many neighbours
SIGNATURE = 8  # articles of one outlet: a shingle in more of them is its sign-off or formula and counts for nothing
COMPARED = 16  # earlier articles that one is compared with
LEAST = 12  # shingles in common before two are compared
OLD = 3  # days after which what a house prints again is background
_PARTS = 16  # of the range of hashes, indexed one after the other to bound memory


class Held(NamedTuple):
    """``earlier`` has for each article the positions of those to compare it with, ``formulas`` what counts for nothing.

    ``first`` has the day each house printed a shingle first, of those shingles that it printed again well after.
    """

    earlier: dict[int, list[int]]
    formulas: frozenset[int]
    first: dict[int, dict[str, date]]

    def background(self, shingles: Iterable[int], gist: Gist) -> set[int]:
        """Those of the shingles that the article's house had printed well before the article's day."""
        name, now = house(gist), day(gist) or date.min
        return {gram for gram in shingles if (now - self.first.get(gram, {}).get(name, now)).days > OLD}


def held(gists: Sequence[Gist]) -> Held:
    """What is held in common; ``gists`` stand in order of rank."""
    shared, formulas, first = defaultdict[int, Counter[int]](Counter), set[int](), dict[int, dict[str, date]]()
    houses, days = [house(gist) for gist in gists], [day(gist) for gist in gists]
    for shingle, holders in _repeated(gists):
        if len(holders) > SIGNATURE and _is_formula(gists, holders):
            formulas.add(shingle)
            continue
        if days[holders[0]] != days[holders[-1]] and (again := _again(holders, houses, days)):
            first[shingle] = again
        for k, later in enumerate(holders):
            shared[later].update(holders[max(0, k - FREQUENT) : k])
    earlier = {later: _most(counts) for later, counts in shared.items()}
    return Held({later: best for later, best in earlier.items() if best}, frozenset(formulas), first)


def _repeated(gists: Sequence[Gist]) -> Iterator[tuple[int, list[int]]]:
    """The shingles that several articles hold, with their positions in order."""
    ascending = [sorted({*gist.shingles, *(gist.first.shingles if gist.first else ())}) for gist in gists]
    for part in range(_PARTS):
        low, high = part * (HASHES // _PARTS), (part + 1) * (HASHES // _PARTS)
        first, several = dict[int, int](), dict[int, list[int]]()
        for i, own in enumerate(ascending):
            for shingle in own[bisect_left(own, low) : bisect_left(own, high)]:
                earlier = first.setdefault(shingle, i)
                if earlier != i:
                    several.setdefault(shingle, [earlier]).append(i)
        yield from several.items()


def _is_formula(gists: Sequence[Gist], holders: Sequence[int]) -> bool:
    return Counter(gists[i].outlet for i in holders).most_common(1)[0][1] > SIGNATURE


def _again(holders: Sequence[int], houses: Sequence[str], days: Sequence[date | None]) -> dict[str, date]:
    """For each house that printed it again well after, the day it printed it first."""
    first, again = dict[str, date](), dict[str, date]()
    for i in holders:
        now = days[i]
        if now and (now - first.setdefault(houses[i], now)).days > OLD:
            again[houses[i]] = first[houses[i]]
    return again


def _most(counts: Counter[int]) -> list[int]:
    """The earlier articles that share most, in order of rank."""
    enough = ((-count, i) for i, count in counts.items() if count >= LEAST)
    return sorted(i for _, i in nsmallest(COMPARED, enough))
