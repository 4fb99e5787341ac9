"""By what announcements and sightings find each other: who takes part or is named, and the rarest words.

What tells most of their articles makes keys too: by these an article of one matter is found. What is found by nothing
else is not alike by its words.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from reportedly.followups.features import shares
from reportedly.records import Sighting

SHARED = 2  # keys in common at least: all but one of the pairs alike enough on the development set have them
_WORDS = 8  # of a sentence, the rarest
_NAMES = 16  # of a sentence: a list of two hundred envoys is no way to find one visit
_ABOUT = 12  # of an article
_KEPT = 4096


@lru_cache(_KEPT)
def keys(sighting: Sighting) -> tuple[int, ...]:
    """The keys of a sighting, kin as one: its sentence's, and its article's."""
    return tuple(sorted({*_of_sentence(sighting), *map(_number, sighting.about[:_ABOUT])}))


def meet(first: Sighting, later: Sighting) -> bool:
    """Whether two sightings find each other by what their sentences say."""
    return len(_of_sentence(first) & _of_sentence(later)) >= SHARED


@lru_cache(_KEPT)
def _of_sentence(sighting: Sighting) -> frozenset[int]:
    every = shares(sighting)
    names = [feature for feature in every if feature[0] == "@"]
    words = [feature for feature in every if feature[0] != "@"]
    return frozenset(map(_number, (*_rarest(names, _NAMES, every), *_rarest(words, _WORDS, every))))


def _rarest(some: Sequence[str], most: int, shares: Mapping[str, float]) -> Sequence[str]:
    return sorted(some, key=lambda each: (shares[each], each))[:most] if len(some) > most else some


def of_all(sightings: Iterable[Sighting]) -> tuple[int, ...]:
    """The keys of any of these sightings."""
    return tuple(sorted({key for sighting in sightings for key in keys(sighting)}))


@lru_cache(1 << 16)
def _number(feature: str) -> int:
    """A feature as a number of 63 bits, so many that no two of a desk are likely to be one."""
    return int.from_bytes(blake2b(feature.encode(), digest_size=8).digest(), "big") >> 1
