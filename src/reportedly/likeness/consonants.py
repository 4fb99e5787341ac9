"""Skeletons of names: the consonants of a word in classes of sounds, alike in whatever script the name is written.

Trump, ترامپ, ترامب, Трамп and טראמפ are all ``trmb``. Vowels are left out but for a mark that a word begins with one:
most scripts leave them out. Sounds that one script tells apart and another does not are one class: b and p; k and
q; s, z, sh and ch; h and kh. Where a sound is written in two ways (v is و in Persian and ف in Arabic) or a letter
read in two (פ), a word has several skeletons. ``sounds`` keeps besides where an i, y, o, u or w stands, by which names
of one skeleton are told apart. anyascii knows the letters of all scripts; the table here holds those
that names need otherwise.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii

MOST = 4  # skeletons of one word
_END = "|"  # after a letter of another script: what it stands for never runs into the next
_UNIT = re.compile(r"tsch|sch|tch|dzh|sh|ch|kh|gh|zh|th|dh|ph|ck|dj|ts|tz|cz|qu|[^|]")
_SOUNDS: Mapping[str, str] = {
    **dict.fromkeys(("b", "p"), "b"),
    **dict.fromkeys(("f", "ph"), "f"),
    **dict.fromkeys(("d", "dh"), "d"),
    **dict.fromkeys(("t", "th"), "t"),
    **dict.fromkeys(("k", "q", "c", "ck", "qu"), "k"),
    **dict.fromkeys(("h", "kh"), "h"),
    **dict.fromkeys(("s", "z", "sh", "ch", "ts", "tz", "cz", "sch", "tch", "tsch"), "s"),
    **dict.fromkeys(("j", "dj", "zh", "dzh"), "j"),
    **{letter: letter for letter in "lmnrwy"},
    "v": "fw",
    "פ": "bf",
    "ב": "bf",
    "g": "g",
    "gh": "gk",
    "ǵ": "gj",
    "г": "gh",
    "е": "ay",
    "у": "aw",
}
"""The class of each sound; several letters are classes between which nothing decides. What is not here is a vowel."""

_KEPT: Mapping[str, str] = {
    **dict.fromkeys(("i", "y"), "y"),
    **dict.fromkeys(("o", "u", "у", "v", "w"), "w"),
    "е": "",
}
"""What ``sounds`` writes of what is weak; v is among them, which served names in Arabic, Russian and Hebrew best."""
_WEAK = frozenset("awy")  # classes that count at the beginning of a word alone
_LETTERS: Mapping[str, str] = {
    **dict.fromkeys("اىعאע", "a"),
    **dict.fromkeys("ءھъь", ""),
    **dict.fromkeys("ةۃهہ", "h"),
    **dict.fromkeys("шщשš", "sh"),
    **dict.fromkeys("çčć", "ch"),
    **dict.fromkeys("цצץ", "ts"),
    **dict.fromkeys("ضظذ", "z"),
    **dict.fromkeys("жž", "zh"),
    **dict.fromkeys("яюёй", "y"),
    "ף": "f",
    "ו": "w",
    "ח": "h",
    "غ": "g",
    "ק": "k",
    "כ": "k",
    "ך": "k",
    "ث": "t",
    "ת": "t",
    "х": "kh",
    "в": "v",
    **{letter: letter for letter in "геуבפǵ"},
}
_SOFTENED = (
    (re.compile(r"[צץ]['’׳]"), "ch|"),
    (re.compile(r"ז['’׳]|ג['’׳]"), "j|"),
    (re.compile(r"ח['’׳]"), "kh|"),
    (re.compile(r"c(?=[eiyéèêíî])"), "s"),
    (re.compile(r"g(?=[eiyéèêíî])"), "ǵ"),
    (re.compile(r"x"), "ks"),
)
_DOUBLED = re.compile(r"(.)\1+")
_JOINED = (
    (re.compile(r"[td]s"), "s"),
    (re.compile(r"[td]j"), "j"),
    (re.compile(r"^as(?=[bklmnt])"), "s"),  # Stalin, استالین
    (re.compile(r"(?<=.)h$"), ""),
    (_DOUBLED, r"\1"),
)


@lru_cache(maxsize=50_000)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of a word in any script, the likeliest first and ``MOST`` of them; none without a letter."""
    units = _UNIT.findall(_romanised(word))
    written = islice(product(*(_classes(unit, first=not i) for i, unit in enumerate(units))), MOST)
    return tuple(dict.fromkeys(filter(None, (_joined("".join(sounds)) for sounds in written))))


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """The consonants of a word with y and w where those or vowels like them stand; empty without a letter."""
    classes = (_KEPT[unit] if unit in _KEPT else _SOUNDS.get(unit, "a")[:1] for unit in _UNIT.findall(_romanised(word)))
    return _DOUBLED.sub(r"\1", "".join(classes).replace("a", ""))


def _classes(unit: str, *, first: bool) -> Iterable[str]:
    """The classes a unit may be of, each once; one that is weak is silent but at the beginning of a word."""
    return dict.fromkeys(sound if first or sound not in _WEAK else "" for sound in _SOUNDS.get(unit, "a"))


def _romanised(word: str) -> str:
    """The word in Latin letters, each letter of another script ended by ``_END``."""
    folded = unicodedata.normalize("NFC", word.casefold())
    for pattern, letters in _SOFTENED:
        folded = pattern.sub(letters, folded)
    return "".join(map(_letter, folded))


@lru_cache(maxsize=5_000)
def _letter(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalpha() or letter == _END else ""
    if letter not in _LETTERS and unicodedata.category(letter)[0] != "L":
        return ""
    plain = unicodedata.normalize("NFD", letter)[0]
    spelt = _LETTERS.get(letter, _LETTERS.get(plain, plain if plain.isascii() else anyascii(plain).lower()))
    return spelt if plain.isascii() or not spelt else spelt + _END


def _joined(skeleton: str) -> str:
    for pattern, letters in _JOINED:
        skeleton = pattern.sub(letters, skeleton)
    return skeleton
