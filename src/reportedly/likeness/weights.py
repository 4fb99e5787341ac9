"""Weights of words by how rare they are (tf-idf with each word counted once), and the cosine between them."""

import math
from collections.abc import Mapping

Weights = Mapping[str, float]
LEAST = 0.1  # what a word weighs that every text has: a little, so that two texts of such words alone still compare


def rarity(texts: float, holding: float) -> float:
    """The weight of a word that ``holding`` of so many texts have, from ``LEAST`` up."""
    return math.log(texts / (holding or 1)) + LEAST


def unit(weights: Weights) -> Weights:
    """The same weights at length 1; none where all are nought."""
    norm = math.sqrt(sum([weight * weight for weight in weights.values()]))
    return {word: weight / norm for word, weight in weights.items()} if norm else {}


def cosine(a: Weights, b: Weights) -> float:
    """The likeness of two unit weights, from 0 to 1."""
    return math.fsum([a[word] * b[word] for word in a.keys() & b.keys()])  # exact: sets of words have no order
