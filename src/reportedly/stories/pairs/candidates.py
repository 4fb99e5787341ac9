"""Which articles are worth comparing: they share words that few articles of these days have.

An inverted index over the articles that are still open. A word that many hold proposes nothing, and of an article only
the rarest words are looked up and the likeliest others kept, so what an article costs does not grow with their number.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

OPEN = timedelta(days=3)  # a later piece is a new happening more often than not
HOLDERS = 64  # articles of these days: a word in more of them proposes nothing
LOOKED_UP = 12  # words of an article, its rarest
KEPT = 24  # others that an article is compared with


class Index:
    """Open articles by their words; ``turn`` goes on to a later day."""

    def __init__(self) -> None:
        self._holders = defaultdict[str, deque[tuple[date, int]]](deque)

    def turn(self, day: date, fresh: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Go on to this day and take up its articles, each a number and words, in ascending order of numbers."""
        for number, words in fresh:
            for word in words:
                self._holders[word].append((day, number))
        for word in [word for word, holders in self._holders.items() if day - holders[0][0] > OPEN]:
            self._forget(word, day)

    def _forget(self, word: str, day: date) -> None:
        holders = self._holders[word]
        while holders and day - holders[0][0] > OPEN:
            holders.popleft()
        if not holders:
            del self._holders[word]

    def others(self, number: int, rare: dict[str, float]) -> list[int]:
        """The open articles that share most with this one, by how rare its words are; ties go to the earlier."""
        known = ((weight, word) for word, weight in rare.items() if 1 < len(self._holders.get(word, ())) <= HOLDERS)
        shared = Counter[int]()
        for weight, word in sorted(known, reverse=True)[:LOOKED_UP]:
            for _, other in self._holders[word]:
                shared[other] += weight  # type: ignore[assignment]
        del shared[number]
        return [other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:KEPT]]
