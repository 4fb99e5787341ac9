"""How common a word is in news at large, by its folded form: what is common is seldom a name."""

from collections.abc import Mapping
from functools import cache

from reportedly.likeness import commonness
from reportedly.read.multilingual.keys import key


def share(word: str) -> float:
    """The share of headlines with leads that hold a word; 0 for a word that is none of the commonest."""
    return _shares().get(word, 0.0)


@cache
def _shares() -> Mapping[str, float]:
    shares: dict[str, float] = {}
    for word, own in commonness().items():
        if not word.isascii():
            shares[key(word)] = max(own, shares.get(key(word), 0.0))
    return shares
