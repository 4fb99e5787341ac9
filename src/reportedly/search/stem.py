"""English words without their endings, by the algorithm of Porter (1980), "An algorithm for suffix stripping".

It answers as SQLite's FTS5 does. Words of other languages in plain Latin letters lose such endings too: at both ends,
so that they are still found.
"""

import re
from typing import Final

_SHORT: Final = 2  # letters of a word that has no ending
_V: Final = "(?:[aeiou]|(?<=[^aeiou])y)"
_C: Final = "(?:[^aeiouy]|(?<![^aeiou])y)"
_MEASURE: Final = re.compile(f"{_V}+{_C}+")
_VOWEL: Final = re.compile(_V)
_DOUBLE: Final = re.compile(r"([^aeiouylsz])\1$")
_CLOSED: Final = re.compile(f"{_C}{_V}(?![wxy]){_C}$")
_SECOND: Final = dict(
    re.findall(
        r"(\w+):(\w+)",
        "ational:ate tional:tion enci:ence anci:ance izer:ize logi:log bli:ble alli:al entli:ent eli:e ousli:ous "
        "ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble",
    )
)
_THIRD: Final = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_ALONE: Final = frozenset({"sses", "ies", "eed"})
"""Endings that SQLite takes for none where no letter is before them."""
_FOURTH: Final = re.findall(r"\w+", "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize ion")


def stem(word: str) -> str:
    """The word without its endings; as it is where it is not all letters of the English alphabet, in small."""
    if len(word) <= _SHORT or not (word.isascii() and word.isalpha()):
        return word
    word = _past(_plural(word))
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    for endings in (_SECOND, _THIRD):
        word = _exchanged(word, endings)
    return _last(_stripped(word))


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant: *m* in the paper."""
    return len(_MEASURE.findall(word))


def _plural(word: str) -> str:
    if word not in _ALONE and word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word not in _ALONE and word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    left = next((word.removesuffix(end) for end in ("ed", "ing") if word.endswith(end)), None)
    if left is None or not _VOWEL.search(left):
        return word
    if left.endswith(("at", "bl", "iz")):
        return left + "e"
    if _DOUBLE.search(left):
        return left[:-1]
    return left + "e" if _measure(left) == 1 and _CLOSED.search(left) else left


def _exchanged(word: str, endings: dict[str, str]) -> str:
    """The word with the longest of these endings exchanged, where enough of it is left."""
    ending = max((end for end in endings if word.endswith(end)), key=len, default=None)
    if ending is None:
        return word
    left = word.removesuffix(ending)
    return left + endings[ending] if _measure(left) else word


def _stripped(word: str) -> str:
    ending = max((end for end in _FOURTH if word.endswith(end)), key=len, default=None)
    if ending is None:
        return word
    left = word.removesuffix(ending)
    kept = _measure(left) <= 1 or (ending == "ion" and not left.endswith(("s", "t")))
    return word if kept else left


def _last(word: str) -> str:
    if word.endswith("e"):
        left = word[:-1]
        if _measure(left) > 1 or (_measure(left) == 1 and not _CLOSED.search(left)):
            word = left
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
