"""One form for all spellings of a word, so that a text is found however its words, or those sought, were typed.

Folded are, for all scripts: case, accents, characters that nobody sees, full-width and presentation forms, digits. For
Arabic, Persian and Urdu further: yeh (ي ى ی), kaf (ك ک), heh and teh marbuta (ه ہ ة ۃ ە), alef with whatever stands on
it, hamza on a letter, vowel marks, the tatweel. The Urdu ھ and ے stay, for they tell words apart: کھا (ate), کہا (said)
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from reportedly.text import unseen_dropped

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Accents, vowel marks and the tatweel, as ranges of a pattern: part of a word, but not of what it is found by."""

_VOWELS: Final = (
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
)
"""Signs without which words of the scripts of India and beyond would be others."""

SIGNS: Final = _MARKS + _VOWELS
"""The same, and the signs for vowels."""

WITHIN: Final = SIGNS + "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""What a word may have between its letters and after them, as ranges of a pattern."""

_LETTERS: Final = {
    **dict.fromkeys("يىې", "ی"),
    "ك": "ک",
    "ڪ": "ک",
    **dict.fromkeys("ہەةۃ", "ه"),
    "ٱ": "ا",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
}
_HAMZA: Final = "ء"
_LONG: Final = 5  # letters of a word that may end in a hamza which others leave out: وزراء, but not ماء


def _spread(ranges: str) -> Iterable[int]:
    """The characters that the ranges of a pattern stand for."""
    at = 0
    while at < len(ranges):
        wide = ranges[at + 1 : at + 2] == "-"
        yield from range(ord(ranges[at]), ord(ranges[at + 2 * wide]) + 1)
        at += 1 + 2 * wide


# Vowel marks in isolated form, which the standard takes apart into a space and a mark.
_ISOLATED: Final = dict.fromkeys([*range(0xFC5E, 0xFC64), *range(0xFE70, 0xFE80)])
_TRANSLITERATING: Final = range(0x2B0, 0x300)  # ʿ and ʾ, a single quote that counts as a letter
_FOLDED: Final[dict[int, str | None]] = {
    **dict.fromkeys(_spread(_MARKS)),
    **dict.fromkeys(_TRANSLITERATING),
    **{ord(letter): to for letter, to in _LETTERS.items()},
}


def folded(word: str) -> str:
    """The word as it is found; nothing where it is only marks, several words where one sign stands for them."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKC", unseen_dropped(word).translate(_ISOLATED)).casefold()
    plain = unicodedata.normalize("NFD", plain).translate(_FOLDED)
    plain = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in plain)
    if plain.endswith(_HAMZA) and len(plain) >= _LONG:
        plain = plain.removesuffix(_HAMZA)
    return unicodedata.normalize("NFC", plain)
