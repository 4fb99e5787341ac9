"""The stories of the last weeks: how many have each word, and which of them a new one may go on with."""

import heapq
import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import chain
from operator import itemgetter
from typing import Final, TypeVar

from reportedly.likeness import rarity
from reportedly.stories.threads.part import Meeting, Part
from reportedly.stories.threads.told import Told, ahead_of, joining_of, names_of, opened, words_of

BACK: Final = timedelta(days=60)  # a story that nobody told for so long is not taken up
# Measured on 1,700 articles of two outlets in half a month: of what is joined, seven in eight are right at .25, eight
# in ten at .2; half, with a word of one headline and the other's lead, or with a word that may be a name.
ALIKE: Final = 0.25  # cosine of the words of headlines and leads
RARE: Final = 0.012  # of the stories of these weeks: more than have a word that joins
MANY: Final = 100  # stories: a word or a meeting that more have is looked up for nothing
KEPT: Final = 48  # stories that one is compared with
FEW: Final = 5  # stories that may have it on a desk however small
JOINING: Final = 3  # rare words and names in common, of which names count for two at most
NAMES: Final = 2

_By = TypeVar("_By")


class Weeks:
    """The stories that began in the last weeks, each with a number that goes up with the days.

    It can start with any day: those that began in the time of ``BACK`` before it are all that its threads hang on.
    """

    def __init__(self) -> None:
        self._days: list[Told] = []
        self._starts: list[int] = []  # the number of the first of each day
        self._total = 0  # of numbers given
        self._words, self._names = Counter[str](), Counter[str]()
        self._holders = defaultdict[str, list[int]](list)
        self._ahead = defaultdict[Meeting, list[int]](list)

    def remember(self, told: Told) -> None:
        """Take in a day before those to come, the next; nothing is asked of its stories."""
        self._count(told)
        self._take_up(told)

    def turn(self, told: Told) -> dict[str, str]:
        """Go on to the next day: of its stories that go on with one of an earlier day, by key, the key of that."""
        self._let_go(told.day)
        self._count(told)
        found = {own.key: self._before(own) for own in map(opened, told.parts)}
        self._take_up(told)
        return {key: before.key for key, before in found.items() if before}

    # -- the days ------------------------------------------------------------------------------------------------------

    def _count(self, told: Told) -> None:
        self._words.update(words_of(told))
        self._names.update(names_of(told))
        self._days.append(told)
        self._starts.append(self._total)
        self._total += len(told.parts)

    def _take_up(self, told: Told) -> None:
        """Let a day's stories be found."""
        for number, (words, meetings) in enumerate(
            zip(joining_of(told), ahead_of(told), strict=True), self._starts[-1]
        ):
            for word in words:
                self._holders[word].append(number)
            for meeting in meetings:
                self._ahead[meeting].append(number)

    def _let_go(self, now: date) -> None:
        gone = [told for told in self._days if now - told.day > BACK]
        self._days, self._starts = self._days[len(gone) :], self._starts[len(gone) :]
        first = self._starts[0] if self._starts else self._total
        for told in gone:
            _take_away(self._words, words_of(told))
            _take_away(self._names, names_of(told))
            _drop(self._holders, chain.from_iterable(joining_of(told)), first)
            _drop(self._ahead, chain.from_iterable(ahead_of(told)), first)

    def _part(self, number: int) -> Part:
        of = bisect_right(self._starts, number) - 1
        return opened(self._days[of].parts[number - self._starts[of]])

    # -- which goes on with which --------------------------------------------------------------------------------------

    def _before(self, part: Part) -> Part | None:
        """The story of an earlier day that this one goes on with."""
        near = ((number, self._part(number)) for number in self._near(part))
        fits = [(self._alike(part, other), number, other) for number, other in near if self._may_go_on(part, other)]
        if not fits:
            return None
        alike, _, other = max(fits, key=itemgetter(0, 1))
        return other if alike >= ALIKE or part.held & other.ahead else None

    def _near(self, part: Part) -> list[int]:
        """Those that share most rare words and meetings; of as many the earliest."""
        rare = (self._holders.get(word, ()) for word in part.joining if self._is_rare(self._words[word]))
        announced = (self._ahead.get(meeting, ()) for meeting in part.held)
        shared = Counter(number for held in (*announced, *rare) if len(held) <= MANY for number in held)
        return heapq.nsmallest(KEPT, shared, key=lambda number: (-shared[number], number))

    def _may_go_on(self, part: Part, other: Part) -> bool:
        if part.held & other.ahead:
            return True
        shared = part.joining & other.joining & (part.plain | other.plain)
        words = sum(self._is_rare(self._words[word]) for word in shared)
        names = {name for name in part.names & other.names if self._is_rare(self._names[name])}
        headed = not names.isdisjoint(part.headed | other.headed)
        enough = words and headed and words + min(len(names), NAMES) >= JOINING
        return bool(enough) and part.openings.isdisjoint(other.openings)

    def _is_rare(self, holding: int) -> bool:
        return holding <= min(MANY, max(FEW, RARE * self._stories))

    def _alike(self, part: Part, other: Part) -> float:
        shared, ours, theirs = (self._weight(words) for words in (part.words & other.words, part.words, other.words))
        return shared / math.sqrt(ours * theirs)

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum(rarity(self._stories, self._words[word]) ** 2 for word in words)

    @property
    def _stories(self) -> int:
        return self._total - self._starts[0]


def _take_away(counts: Counter[str], gone: Mapping[str, int]) -> None:
    for each, many in gone.items():
        counts[each] -= many
        if not counts[each]:
            del counts[each]


def _drop(holders: dict[_By, list[int]], gone: Iterable[_By], first: int) -> None:
    """Strike off the numbers before this one."""
    for each in {*gone}:
        held = [number for number in holders[each] if number >= first]
        if held:
            holders[each] = held
        else:
            del holders[each]
