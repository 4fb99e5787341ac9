"""How much two texts speak of one thing, asked alike by all stages: telling words, their weights, and the cosine."""

from reportedly.likeness.commonness import commonness
from reportedly.likeness.consonants import skeletons
from reportedly.likeness.weights import Weights, cosine, rarity, unit
from reportedly.likeness.words import stem, stop_words, telling, tokens

__all__ = ["Weights", "commonness", "cosine", "rarity", "skeletons", "stem", "stop_words", "telling", "tokens", "unit"]
