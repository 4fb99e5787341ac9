"""What two articles are compared by: word 4-grams of the body, and the telling words of headline and lead.

Hashes are the same in every process and on every machine (Python's own ``hash`` is not), so that gists written
years apart still compare.
"""

import re
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files

SHORTEST = 16  # words: below that a body shares 4-grams by chance (datelines, formulas)
MOST = 2_000  # shingles kept of one body, those with the smallest hashes: a fair sample of a longer one
HASHES = 1 << 63  # shingle hashes are below this, so that every store has an integer wide enough
_FACTORS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)
_WORD = re.compile(r"[^\W_ـ]+(?:['’]\w+)?")  # a tatweel (ـ) is an ornament


@cache
def stop_words() -> frozenset[str]:
    """English words that tell nothing of what a story is about; they stand in ``data/stop_words.txt``."""
    return frozenset(files("reportedly.stories").joinpath("data/stop_words.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def tokens(text: str) -> list[str]:
    """The words of a text, casefolded."""
    return _WORD.findall(text.casefold())


def shingles(text: str) -> tuple[int, ...]:
    """Ascending 63-bit hashes of the word 4-grams of a body; none of a short one, the smallest of a very long one."""
    words = tokens(text)
    if len(words) < SHORTEST:
        return ()
    codes = [_hash(word) for word in words]
    grams = {_mixed(a, b, c, d) for a, b, c, d in zip(codes, codes[1:], codes[2:], codes[3:], strict=False)}
    return tuple(sorted(grams)[:MOST])


def _mixed(a: int, b: int, c: int, d: int) -> int:
    """One hash of four in their order; multiplying by different odd numbers keeps the order."""
    mixed = (a * _FACTORS[0] ^ b * _FACTORS[1] ^ c * _FACTORS[2] ^ d * _FACTORS[3]) % (1 << 64)
    return (mixed ^ mixed >> 31) % HASHES


def stem(word: str) -> str:
    """A crude English stem, enough to join "strikes" with "strike" and "killed" with "killing"; others stay."""
    word = re.sub(r"['’]s?$", "", word)
    if not word.isascii() or len(word) < 5:  # noqa: PLR2004
        return word
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):  # noqa: PLR2004
            return (word[: -len(ending)] + rest).removesuffix("e")
    return word.removesuffix("e")


def telling(text: str) -> tuple[str, ...]:
    """The words of a headline or lead that tell what it is about, each once, in order of the text."""
    empty = stop_words()
    kept = (stem(word) for word in tokens(text) if word not in empty and (len(word) > 1 or word.isdigit()))
    return tuple(dict.fromkeys(word for word in kept if word))
