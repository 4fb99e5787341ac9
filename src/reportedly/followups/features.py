"""How much two sightings speak of one thing: the cosine of weights over names and telling words.

A weight comes from how common a word, or the rarest word of a name, is in news at large. So how like two sightings are
depends on these two alone, and what else a desk holds, or when it came, changes nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from reportedly.likeness import Weights, commonness, stem, stop_words, tokens, unit
from reportedly.records import Sighting

# Of some hundred settings tried on the 42 development follow-ups these matched best, and settings close by up to 7
# points of state worse. What one text in 150 has says next to nothing.
COMMON = 0.0067
RARE = 0.0005  # what news at large does not know
LEAST = 0.1
_KEPT = 4096  # sightings whose weights are remembered


@cache
def _kindred() -> Mapping[str, str]:
    """From the stem of a word to one that stands for all its kin; they stand in ``data/kindred_words.txt``."""
    lines = files("reportedly.followups").joinpath("data/kindred_words.txt").read_text(encoding="utf-8").splitlines()
    groups = ([stem(word) for word in line.split()] for line in lines if line and not line.startswith("#"))
    return {stem: group[0] for group in groups for stem in group}


def features(sighting: Sighting) -> tuple[str, ...]:
    """Words, those of one meaning as one, and names marked with a leading "@"."""
    kindred = _kindred()
    words = dict.fromkeys(map(kindred.get, sighting.words, sighting.words))
    known = dict.fromkeys((*names(sighting), *sighting.named))
    return (*(f"@{name}" for name in known), *words)


def topic(sighting: Sighting) -> tuple[str, ...]:
    """What the whole article is about, words of one meaning as one."""
    return tuple(dict.fromkeys(map(_kindred().get, sighting.topic, sighting.topic)))


_ENTITY = re.compile(r"e[0-9a-f]{16}")


def names(sighting: Sighting) -> tuple[str, ...]:
    """All known by name who take part, and the place; bare words ("the committee") are left to the telling words."""
    every = (*sighting.actors, *sighting.recipients, *filter(None, (sighting.place,)))
    return tuple(dict.fromkeys(name for name in every if _ENTITY.fullmatch(name)))


@lru_cache(1 << 16)
def weight(share: float) -> float:
    """What a word or name weighs that stands in such a share of all texts."""
    return max(math.log(COMMON / max(share, RARE)), LEAST)


@lru_cache(_KEPT)
def weights(sighting: Sighting) -> Weights:
    """Unit-length weights of a sighting's features."""
    return unit({feature: weight(share) for feature, share in shares(sighting).items()})


def shares(sighting: Sighting) -> dict[str, float]:
    """How common each feature of a sighting is; a name is rare where the sighting does not say otherwise."""
    common, words = {f"@{name}": share for name, share in sighting.common}, commonness()
    return {each: common.get(each, 0.0) if each[0] == "@" else words.get(each, 0.0) for each in features(sighting)}


@lru_cache(_KEPT)
def topic_weights(sighting: Sighting) -> Weights:
    """Unit-length weights of what a sighting's article is about, by the words of its head."""
    words = commonness()
    return unit({word: weight(words.get(word, 0.0)) for word in topic(sighting)})


ABOUT = 24  # words kept of an article
_SHORTEST = 3  # letters of one


def telling_most(text: str) -> tuple[str, ...]:
    """The stems that tell most of what a text is about, the most telling first: rare words, and those said often."""
    empty, common = stop_words(), commonness()
    words = (word for word in tokens(text) if word not in empty and len(word) >= _SHORTEST and not word.isdigit())
    told = {word: (1 + math.log(n)) * weight(common.get(word, 0.0)) for word, n in Counter(map(stem, words)).items()}
    return tuple(sorted(told, key=lambda word: (-told[word], word))[:ABOUT])


@lru_cache(_KEPT)
def about_weights(sighting: Sighting) -> Weights:
    """Unit-length weights of the words that tell most of a sighting's article; the last weigh half of the first."""
    words = commonness()
    return unit({word: weight(words.get(word, 0.0)) / (1 + n / ABOUT) for n, word in enumerate(sighting.about)})


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
