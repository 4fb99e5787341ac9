"""Which articles are worth comparing: they share words that few articles of these days have.

Inverted indexes over the articles that are still open: one of words and names, and for each tongue one of what its
articles mean (``glossary``), by which those of others find them. A word that many hold proposes nothing, and of an
article only the rarest words are looked up and the likeliest others kept, so what an article costs does not grow with
their number.
"""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from reportedly.stories.pairs.rarity import NAME, meant
from reportedly.stories.pairs.telling import Telling

OPEN = timedelta(days=3)  # a later piece is a new happening more often than not
HOLDERS = 250  # articles of these days: a word in more of them proposes nothing
LOOKED_UP = 12  # words of an article, its rarest; and half as many of its names
KEPT = 24  # others that an article is compared with
ACROSS = 24  # others in other tongues, beside those
FEW = 100  # articles of a tongue: what more of them mean proposes nothing
MEANT = 8  # meanings of an article that are looked up in each tongue, its rarest


class _Holders:
    """Who holds a term, by day."""

    def __init__(self) -> None:
        self._of = defaultdict[str, deque[tuple[date, int]]](deque)

    def add(self, day: date, number: int, terms: Iterable[str]) -> None:
        for term in terms:
            self._of[term].append((day, number))

    def forget(self, day: date) -> None:
        """Let go what is not open any more on this day."""
        for term in [term for term, held in self._of.items() if day - held[0][0] > OPEN]:
            held = self._of[term]
            while held and day - held[0][0] > OPEN:
                held.popleft()
            if not held:
                del self._of[term]

    def share(self, terms: Mapping[str, float], count: int, least: int, most: int) -> Iterator[tuple[int, float]]:
        """Who holds the rarest of these terms, and how rare; of terms that at least and at most so many hold."""
        known = [(weight, term) for term, weight in terms.items() if least <= len(self._of.get(term, ())) <= most]
        for weight, term in heapq.nlargest(count, known):
            for _, other in self._of[term]:
                yield other, weight


class Index:
    """Open articles by their words and by their meanings; ``turn`` goes on to a later day."""

    def __init__(self) -> None:
        self._words = _Holders()
        self._tongues = defaultdict[str, _Holders](_Holders)

    def turn(self, day: date, fresh: Iterable[tuple[int, Telling]]) -> None:
        """Go on to this day and take up its articles, in ascending order of their numbers."""
        for number, telling in fresh:
            self._words.add(day, number, (*telling.words, *map(NAME.format, telling.names)))
            self._tongues[telling.tongue].add(day, number, meant(telling))
        for holders in (self._words, *self._tongues.values()):
            holders.forget(day)

    def others(self, number: int, words: Mapping[str, float], names: Mapping[str, float]) -> list[int]:
        """The open articles that share most with this one, by how rare its words and names are; ties to the earlier."""
        named = {NAME.format(name): weight for name, weight in names.items()}
        rare = self._words.share(words, LOOKED_UP, 2, HOLDERS)
        found = (*rare, *self._words.share(named, LOOKED_UP // 2, 2, HOLDERS))
        return _likeliest((each for each in found if each[0] != number), KEPT)

    def across(self, tongue: str, meanings: Mapping[str, float]) -> list[int]:
        """The open articles of other tongues that share most meanings and names."""
        others = [holders for other, holders in sorted(self._tongues.items()) if other != tongue]
        return _likeliest((each for holders in others for each in holders.share(meanings, MEANT, 1, FEW)), ACROSS)


def _likeliest(found: Iterable[tuple[int, float]], count: int) -> list[int]:
    shared = defaultdict[int, float](float)
    for other, weight in found:
        shared[other] += weight
    return [other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:count]]
