"""Shingles: hashes of the word 4-grams of a body, by which copies are found.

Hashes are the same in every process and on every machine (Python's own ``hash`` is not), so that gists written
years apart still compare. They stand in the order of the text, so that what two texts share can be seen as blocks.
"""

from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reportedly.likeness import tokens

WORDS = 4  # in a shingle
SHORTEST = 16  # words: below that a body shares 4-grams by chance (datelines, formulas)
MOST = 2_000  # shingles kept of one body, those with the smallest hashes: a fair sample of a longer one
HASHES = 1 << 63  # shingle hashes are below this, so that every store has an integer wide enough
_PACKED: Final = np.dtype("<u8")
_FACTORS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


Grams = NDArray[np.uint64]
"""Shingles as numbers."""


def shingles(text: str) -> bytes:
    """63-bit hashes of the word 4-grams of a body, each once, in the order of the text; packed as a gist has them.

    None of a short body; of a very long one the smallest.
    """
    words = tokens(text)
    if len(words) < SHORTEST:
        return b""
    codes = [_hash(word) for word in words]
    grams = dict.fromkeys(
        _mixed(a, b, c, d) for a, b, c, d in zip(codes, codes[1:], codes[2:], codes[3:], strict=False)
    )
    kept = set(nsmallest(MOST, grams)) if len(grams) > MOST else grams
    return np.array([gram for gram in grams if gram in kept], _PACKED).tobytes()


def unpacked(shingles: bytes) -> Grams:
    """The hashes of a gist, without a copy of them being made."""
    return np.frombuffer(shingles, _PACKED)


def _mixed(a: int, b: int, c: int, d: int) -> int:
    """One hash of four in their order; multiplying by different odd numbers keeps the order."""
    mixed = (a * _FACTORS[0] ^ b * _FACTORS[1] ^ c * _FACTORS[2] ^ d * _FACTORS[3]) % (1 << 64)
    return (mixed ^ mixed >> 31) % HASHES
