"""How rare words and names are these days, from 0 to 1: counted over the articles of a day and the week before it.

So the counts of a day hang on the articles of these days alone, whenever they came and whatever comes after.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from reportedly.likeness import commonness, rarity
from reportedly.stories.pairs.telling import Telling

WINDOW = timedelta(days=7)
MANY_OF_ONE = 50  # articles of an outlet before its own habits of speech can be told
KNOWN = 200  # articles that news at large counts as: a desk of a few has its words weighed all the same
NAME = "~{}"  # a skeleton beside words
HABIT = 0.1  # a word in more than this share of an outlet's articles is habit


def meant(telling: Telling) -> tuple[str, ...]:
    """What articles of other tongues may have in common with a telling: its meanings and the skeletons of names."""
    return *telling.meanings, *map(NAME.format, telling.named)


class Rarity:
    """The counts of one day; ``turn`` goes on to a later one."""

    def __init__(self) -> None:
        self._days: dict[date, Sequence[Telling]] = {}
        self._texts, self._most = 0, 1.0
        self._words = Counter[str]()
        self._entities = Counter[tuple[str, str]]()
        self._skeletons = Counter[str]()
        self._meanings = Counter[str]()
        self._outlets = Counter[str]()
        self._habits = defaultdict[str, Counter[str]](Counter)

    def turn(self, day: date, told: Sequence[Telling]) -> None:
        """Go on to this day, of which these are the articles."""
        for gone in [other for other in self._days if day - other > WINDOW]:
            self._count(self._days.pop(gone), -1)
        self._days[day] = told
        self._count(told, 1)
        self._most = rarity(self._texts + KNOWN, 1)

    def _count(self, told: Sequence[Telling], by: int) -> None:
        self._texts += by * len(told)
        for telling in told:
            self._outlets[telling.outlet] += by
            for counts, found in self._counts(telling):
                for each in found:
                    counts[each] += by
                    if not counts[each]:
                        del counts[each]

    def _counts(self, telling: Telling) -> tuple[tuple[Counter[Any], tuple[Any, ...]], ...]:
        entities = tuple((telling.tongue, name) for name in (*telling.places, *telling.people))
        words = (self._words, telling.words), (self._habits[telling.outlet], telling.words)
        names = (self._skeletons, telling.names)
        return *words, (self._entities, entities), names, (self._meanings, meant(telling))

    def of_words(self, telling: Telling) -> dict[str, float]:
        """The rarity of each word of a telling; what its outlet says all the time is not rare in its mouth."""
        articles, habits = self._outlets[telling.outlet], self._habits[telling.outlet]
        known, words = commonness(), (*telling.words, *telling.headline)
        rare = {word: self._of(self._words[word] + KNOWN * known.get(word, 0.0)) for word in words}
        if articles >= MANY_OF_ONE:
            for word, weight in rare.items():
                if habits[word] > HABIT * articles:
                    rare[word] = min(weight, rarity(articles, habits[word]) / self._most)
        return rare

    def of_name(self, name: str, tongue: str) -> float:
        """The rarity of a place, person or organisation in a tongue: readers of others find more names or fewer."""
        return self._of(self._entities[tongue, name])

    def of_skeletons(self, telling: Telling) -> dict[str, float]:
        """The rarity of the skeletons of a telling's names."""
        return {skeleton: self._of(self._skeletons[skeleton]) for skeleton in telling.names}

    def of_meanings(self, telling: Telling) -> dict[str, float]:
        """The rarity of what a telling has in common with other tongues: its meanings and the skeletons of names."""
        return {term: self._of(self._meanings[term]) for term in meant(telling)}

    def _of(self, holding: float) -> float:
        """By the rarity of what one article has, so that it means the same on small desks and large ones."""
        return rarity(self._texts + KNOWN, holding) / self._most
