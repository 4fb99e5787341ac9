"""How much two sightings speak of one thing: the cosine of tf-idf weights over names and telling words.

Names (ids of who takes part and where) weigh more than words. Weights come from the sightings at hand: a country that
half the articles name proves little, a rare name or word much.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from reportedly.records import Sighting

_NAME = 1.5  # weight of a name against a word equally rare
_WORD = re.compile(r"[^\W_]+(?:['’]\w+)?")
_ENDINGS = re.compile(r"(?:['’]s?|ings?|ed|es|s|e)$")
Weights = Mapping[str, float]


@cache
def _empty() -> frozenset[str]:
    """English words that tell nothing of what is announced; they stand in ``data/stop_words.txt``."""
    return frozenset(files("reportedly.followups").joinpath("data/stop_words.txt").read_text(encoding="utf-8").split())


def telling(sentence: str) -> tuple[str, ...]:
    """The words of a sentence that tell what it is about, crudely stemmed, each once."""
    empty = _empty()
    words = (word for word in _WORD.findall(sentence.casefold().replace("\u00ad", "")) if word not in empty)
    return tuple(dict.fromkeys(_stem(word) for word in words if len(word) > 1))


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word) if word.isascii() and len(word) > 4 else word  # noqa: PLR2004


def features(sighting: Sighting) -> tuple[str, ...]:
    """Words, and names marked with a leading "@"."""
    return (*(f"@{name}" for name in names(sighting)), *sighting.words)


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
        for told in by_article.values():
            self._articles.update({feature for sighting in told for feature in features(sighting)})
        self._total = len(by_article) + 1

    def of(self, feature: str) -> float:
        """The weight of one feature, never below nought."""
        weight = math.log(self._total / (self._articles[feature] or 1)) + 0.1
        return weight * (_NAME if feature.startswith("@") else 1.0)

    def articles(self, feature: str) -> int:
        """How many articles have it."""
        return self._articles[feature]

    def weights(self, sighting: Sighting) -> Weights:
        """Unit-length weights of a sighting's features."""
        raw = {feature: self.of(feature) for feature in features(sighting)}
        norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {feature: weight / norm for feature, weight in raw.items()}


def cosine(a: Weights, b: Weights) -> float:
    """Likeness from 0 to 1."""
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * large[feature] for feature, weight in small.items() if feature in large)


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
