"""Languages in Arabic letters that the model takes for their kin, told by letters and words that only they write.

Balochi is in no model: where it is written as in Quetta, a hamza with a vowel stands as a word of its own after the
noun, or as its end. Balochi in Latin letters, or as Persian is written, cannot be told by this and stays what the model
makes of it. Brahui and Saraiki are taken for Western Punjabi, Kurmanji in Arabic letters for Central Kurdish, Hazaragi
and Dari for Persian: nothing here tells them.
"""

import re
from collections.abc import Mapping
from typing import Final

OWN: Final[Mapping[str, frozenset[str]]] = {
    "ps": frozenset("ښږځڅټډړۍګڼ"),
    "sd": frozenset("ڪ۾۽ٿٽڊڏڌڃڄڦڱڻ"),
    "ckb": frozenset("ڕڵێ"),
}
"""Letters that of the languages in Arabic letters this one writes alone."""

FEW: Final = 20  # Arabic letters below which a text says too little
MOSTLY: Final = 0.5  # share of Arabic letters among all from which on a text is looked at
PECULIAR: Final = 0.015
"""Of the Arabic letters those that are a language's own: 2 to 9 % in sentences of Pashto, Sindhi and Kurdish; none in
2,600 Persian and Arabic articles and the 100 Persian, Arabic and Urdu texts of the open gold."""
TELLING: Final = 0.06
"""Of the words those that only this language has: 12 to 39 % in sentences of Balochi and 12 to 20 % of Western Punjabi,
none in those articles; names and loans bring single ones, so there must be two."""

_PERSIAN: Final = frozenset("پچژگ")
PERSIAN: Final = 0.01
"""Of the Arabic letters those of Persian that Arabic has not: 2 to 6 % in Persian news. Written with the Arabic yeh and
kaf, as older Persian pages are, each thirteenth of 300 such articles was taken for Arabic, or for no language."""
_ARABIC_KEYS: Final = str.maketrans("يك", "یک")

_ARABIC: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]")
_WORD: Final = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+")
_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    "bal": re.compile(
        "(?:.*[^او])?ء[\u064e-\u0650]|"  # after an alif or waw it is Urdu's or Persian's, as in علماءِ
        "بوتگ|بوتگنت|بیتگ|کنگ|کرتگ|گوشتگ|داتگ|گوں|انت|اِنت|اَنت|اتنت|وتی|مئے|آیانی|ہمک"
    ),
    "pnb": re.compile("نوں|وچ|وچوں|توں|ایہہ|اوہناں|ایہناں|آکھیا|کیتا|کیتی|ہووے|جدوں|لئی"),
}


def of(text: str) -> str | None:
    """The language that a text shows to be its own; None where it shows none."""
    own = _ARABIC.findall(text)
    if len(own) < FEW or len(own) < MOSTLY * sum(map(str.isalpha, text)):
        return None
    shares = {code: sum(map(letters.__contains__, own)) / len(own) for code, letters in OWN.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= PECULIAR else _by_words(_WORD.findall(text))


def as_persian_types(text: str) -> str:
    """A Persian text that was written on an Arabic keyboard, with the letters of Persian; any other as it is."""
    own = _ARABIC.findall(text)
    few = PERSIAN * len(own)
    return text.translate(_ARABIC_KEYS) if own and sum(map(_PERSIAN.__contains__, own)) > few else text


def _by_words(words: list[str]) -> str | None:
    told = {code: sum(1 for word in words if own.fullmatch(word)) for code, own in _WORDS.items()}
    best = max(told, key=lambda code: told[code])
    return best if told[best] >= max(2, TELLING * len(words)) else None
