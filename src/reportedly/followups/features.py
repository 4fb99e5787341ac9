"""How much two sightings speak of one thing: the cosine of tf-idf weights over names and telling words.

Names (ids of who takes part and where) weigh more than words. Weights come from the sightings at hand: a country that
half the articles name proves little, a rare name or word much.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from reportedly.likeness import Weights, cosine, rarity, stem, unit
from reportedly.records import Sighting

_NAME = 1.5  # weight of a name against a word equally rare


@cache
def _kindred() -> Mapping[str, str]:
    """From the stem of a word to one that stands for all its kin; they stand in ``data/kindred_words.txt``."""
    lines = files("reportedly.followups").joinpath("data/kindred_words.txt").read_text(encoding="utf-8").splitlines()
    groups = ([stem(word) for word in line.split()] for line in lines if line and not line.startswith("#"))
    return {stem: group[0] for group in groups for stem in group}


def features(sighting: Sighting) -> tuple[str, ...]:
    """Words, those of one meaning as one, and names marked with a leading "@"."""
    kindred = _kindred()
    words = dict.fromkeys(kindred.get(word, word) for word in sighting.words)
    known = dict.fromkeys((*names(sighting), *sighting.named))
    return (*(f"@{name}" for name in known), *words)


def topic(sighting: Sighting) -> tuple[str, ...]:
    """What the whole article is about, words of one meaning as one."""
    return tuple(dict.fromkeys(_kindred().get(word, word) for word in sighting.topic))


_ENTITY = re.compile(r"e[0-9a-f]{16}")


def names(sighting: Sighting) -> tuple[str, ...]:
    """All known by name who take part, and the place; bare words ("the committee") are left to the telling words."""
    every = (*sighting.actors, *sighting.recipients, *filter(None, (sighting.place,)))
    return tuple(dict.fromkeys(name for name in every if _ENTITY.fullmatch(name)))


class Rarity:
    """How many articles speak of each feature, learnt from all sightings."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        by_article = defaultdict[str, list[Sighting]](list)
        for sighting in sightings:
            by_article[sighting.article].append(sighting)
        self._articles = Counter[str]()
        for group in by_article.values():
            self._articles.update({feature for sighting in group for feature in features(sighting)})
        self._total = len(by_article) + 1
        self._topics = {article: topic(group[0]) for article, group in by_article.items()}
        self._heads = Counter(word for words in self._topics.values() for word in words)
        self._known: dict[str, Weights] = {}

    def of(self, feature: str) -> float:
        """The weight of one feature, never below nought."""
        weight = rarity(self._total, self._articles[feature])
        return weight * (_NAME if feature.startswith("@") else 1.0)

    def articles(self, feature: str) -> int:
        """How many articles have it."""
        return self._articles[feature]

    def weights(self, sighting: Sighting) -> Weights:
        """Unit-length weights of a sighting's features."""
        return unit({feature: self.of(feature) for feature in features(sighting)})

    def topics(self, a: Sighting, b: Sighting) -> float:
        """How much the articles of two sightings are about one thing, from 0 to 1, by the words of their heads."""
        return cosine(self._topic(a), self._topic(b))

    def _topic(self, sighting: Sighting) -> Weights:
        known = self._known.get(sighting.article)
        if known is None:
            words = self._topics.get(sighting.article) or topic(sighting)
            known = unit({word: rarity(self._total, self._heads[word]) for word in words})
            self._known[sighting.article] = known
        return known


# Roots that two writers may choose for one happening.
_KIN = tuple(
    frozenset(group)
    for group in (
        ("CONSULT", "AGREE", "COOPERATE", "SUPPORT"),
        ("RETREAT", "CONCEDE"),
        ("MOBILIZE", "ASSAULT", "COERCE", "THREATEN"),
        ("SANCTION", "COERCE", "REJECT"),
        ("AID", "COOPERATE", "SUPPORT"),
        ("PROTEST", "MOBILIZE"),
    )
)


def akin(a: Sighting, b: Sighting) -> bool:
    """Whether the types allow the two to be one happening. OTHER says nothing against it."""
    if a.type == b.type or a.lemma == b.lemma or "OTHER" in {a.type, b.type}:
        return True
    return any(a.type in group and b.type in group for group in _KIN)
