"""Which articles are worth comparing: they share words that few articles of these days have.

An inverted index over the articles that are still open. A word that many hold proposes nothing, and of an article only
the rarest words are looked up and the likeliest others kept, so what an article costs does not grow with their number.
"""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from reportedly.stories.pairs.telling import Telling

OPEN = timedelta(days=3)  # a later piece is a new happening more often than not
HOLDERS = 250  # articles of these days: a word in more of them proposes nothing
LOOKED_UP = 12  # words of an article, its rarest; and half as many of its names
KEPT = 24  # others that an article is compared with


_NAME = "~{}"  # names stand beside words in the index


class Index:
    """Open articles by their words; ``turn`` goes on to a later day."""

    def __init__(self) -> None:
        self._holders = defaultdict[str, deque[tuple[date, int]]](deque)

    def turn(self, day: date, fresh: Iterable[tuple[int, Telling]]) -> None:
        """Go on to this day and take up its articles, in ascending order of their numbers."""
        for number, telling in fresh:
            for term in (*telling.words, *map(_NAME.format, telling.names)):
                self._holders[term].append((day, number))
        for word in [word for word, holders in self._holders.items() if day - holders[0][0] > OPEN]:
            self._forget(word, day)

    def _forget(self, word: str, day: date) -> None:
        holders = self._holders[word]
        while holders and day - holders[0][0] > OPEN:
            holders.popleft()
        if not holders:
            del self._holders[word]

    def others(self, number: int, words: Mapping[str, float], names: Mapping[str, float]) -> list[int]:
        """The open articles that share most with this one, by how rare its words and names are; ties to the earlier."""
        named = {_NAME.format(name): weight for name, weight in names.items()}
        shared = defaultdict[int, float](float)
        for weight, term in (*self._rarest(words, LOOKED_UP), *self._rarest(named, LOOKED_UP // 2)):
            for _, other in self._holders[term]:
                shared[other] += weight
        shared.pop(number, None)
        return [other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:KEPT]]

    def _rarest(self, terms: Mapping[str, float], count: int) -> Iterator[tuple[float, str]]:
        """The rarest of these terms, of those that several hold and not too many."""
        known = [(weight, term) for term, weight in terms.items() if 1 < len(self._holders.get(term, ())) <= HOLDERS]
        yield from heapq.nlargest(count, known)
