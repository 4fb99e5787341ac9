"""The charset of bytes that do not say theirs, or say a wrong one, told by what each charset makes of them.

A reading is odd as far as letters of two scripts stand side by side in a word, signs between letters, small letters
before large ones, or characters that no text has: a charset whose reading is odd is never right while another's is not.
Of the others that one is right whose letters are those of the text's language. Letters are judged, so that text of
English words alone, which every charset reads alike, is left to the first.
"""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportedly.letters import language
from reportedly.letters.alphabets import CHARSETS, COMMON, EASTERN, LATIN, OTHERS, RARE, SIGNS, WESTERN

SAMPLE = 65_536  # bytes looked at
ENOUGH = 3_000  # characters beyond ASCII, with the words they stand in
FEW = 30  # letters below which nobody can ask for the commonest ones
# Set on sentences in 40 languages in each charset they were written in, from one foreign name to whole texts
# (tests/letters): what the numbers order is "own letter, Western letter, any letter" and "odd is worse than all".
FOREIGN, NAMES, ANY = 0.6, 0.5, 0.3  # what a letter of another language is worth
FOREIGN_LETTERS = ((WESTERN, FOREIGN), (EASTERN, NAMES))
SELDOM = 0.2  # what a charset loses that hardly any page was ever written in
ODD = 2.0  # what a reading that is odd throughout loses
SOUND, UNSOUND = 0.1, 0.3  # shares of odd characters up to and from which a reading is right and wrong

WESTERN_ONE, PRIOR = "windows-1252", 0.4  # most pages in Latin letters are in it: worth so much of one letter
STRANGE = 0.2  # share of letters below which a text is not written in a script, but has a word of it at most

_TAG = re.compile(rb"<[^<>]{0,2000}>")
_BEYOND = re.compile(r"\S{0,40}[^\x00-\x7f]\S{0,400}")
_WITHOUT_SPACES = frozenset({"CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "HANGUL", "BOPOMOFO"})


class Reading(NamedTuple):
    """What a charset makes of bytes: ``fit`` of its letters to a language, 0 to 1, and the ``odd`` share of them."""

    charset: str
    fit: float
    odd: float

    @property
    def worth(self) -> float:
        """How well the reading does; the best is the likeliest."""
        return self.fit - ODD * self.odd - (SELDOM if self.charset in RARE else 0.0)


def likeliest(data: bytes) -> Reading:
    """The likeliest reading of bytes that are no UTF-8."""
    sample = told(data)
    best = Reading(WESTERN_ONE, 0.0, 1.0)
    for charset in CHARSETS:
        text = sample.decode(charset, "replace")
        words = _words(text)
        hopeful = Reading(charset, 1.0, _oddness(words))
        if hopeful.worth > best.worth:  # else no language can help it
            best = max(best, hopeful._replace(fit=_fit(words, text, charset)), key=lambda found: found.worth)
    return best


def oddness(data: bytes, charset: str) -> float:
    """The odd share, 0 to 1, of what ``charset`` makes of the bytes."""
    return _oddness(_words(told(data).decode(charset, "replace")))


def told(data: bytes) -> bytes:
    """What of the bytes can tell: the lines and pieces between tags that are not ASCII, near the beginning."""
    pieces = _TAG.sub(b"\n", data[:SAMPLE]).split(b"\n")
    return b"\n".join(piece for piece in pieces if not piece.isascii())


def _words(text: str) -> list[str]:
    words, many = [], 0
    for match in _BEYOND.finditer(text):
        words.append(match.group())
        many += len(words[-1])
        if many > ENOUGH:
            break
    return words


def _beyond(words: list[str]) -> Counter[str]:
    return Counter(c for word in words for c in word if not c.isascii())


# -- what is odd ------------------------------------------------------------------------------------------------------


def _oddness(words: list[str]) -> float:
    odd = sum(_odd(before, after) for word in words for before, after in pairwise(f" {word} "))
    return min(1.0, odd / max(1, _beyond(words).total()))


@lru_cache(65_536)
def _kind(c: str) -> str:
    """The script of a letter or mark in capitals, the category of any other; "bad" where no text has it."""
    category = unicodedata.category(c)
    if category in {"Cc", "Cn", "Co", "Cs"} or c == "\ufffd":
        return "bad" if c not in "\t\n\r\x1b" else "Zs"
    return unicodedata.name(c, "?").partition(" ")[0].partition("-")[0] if category[0] in "LM" else category


@lru_cache(65_536)
def _odd(before: str, after: str) -> float:
    """How odd it is that these two stand side by side, 0 to 1."""
    if after.isascii() and before.isascii():
        return 0.0
    here, there = _kind(before), _kind(after)
    if there == "bad":
        return 1.0
    if here.isupper() and there.isupper():
        return _odd_letters(before, after, here, there)
    return float(_is_odd_sign(before, after) or _is_odd_sign(after, before))


def _odd_letters(before: str, after: str, here: str, there: str) -> float:
    if here != there:
        apart = {here, there} & _WITHOUT_SPACES
        return 0.0 if apart and not _in_word(before, after) else 1.0
    if before.islower() and after.isupper():
        return 1.0
    both = not (before.isascii() or after.isascii())
    if both and here == "LATIN":
        return 0.4
    return 0.05 if both and before.isupper() and after.isupper() else 0.0


def _in_word(before: str, after: str) -> bool:
    """Whether a Latin letter in small stands beside one of a script without spaces: names of firms are in capitals."""
    return (before + after)[0 if _kind(before) == "LATIN" else 1].islower() and "LATIN" in {
        _kind(before),
        _kind(after),
    }


def _is_odd_sign(sign: str, letter: str) -> bool:
    """Whether a sign such as a currency's or a fraction stands directly at a letter in small."""
    return (
        not sign.isascii()
        and _kind(sign) in {"Sc", "So", "Sm", "Sk", "No", "Pc"}
        and letter.isalpha()
        and not letter.isupper()
    )


# -- what fits --------------------------------------------------------------------------------------------------------


def _fit(words: list[str], text: str, charset: str) -> float:
    beyond, languages = _beyond(words), CHARSETS[charset]
    if not beyond:  # bytes that this charset makes no letters of
        return 0.0
    if not languages:
        return _latin(beyond, text) + (PRIOR / beyond.total() if charset == WESTERN_ONE else 0.0)
    foreign = sum(many for c, many in beyond.items() if c.isalpha()) < STRANGE * sum(map(str.isalpha, text))
    return max(_other(beyond, lang) for lang in languages) - (FOREIGN if foreign else 0.0)


def _latin(beyond: Counter[str], text: str) -> float:
    lang, sure = _language(text)
    own = _letters(LATIN.get(lang, ""))
    return _mean(beyond, {c: _worth(c.lower(), own, sure) for c in beyond})


@lru_cache(4)
def _language(text: str) -> tuple[str, float]:
    return language.guess(text)


def _worth(letter: str, own: frozenset[str], sure: float) -> float:
    """What a Latin letter is worth where the language with those letters of its ``own`` is so ``sure``."""
    known = next((worth for letters, worth in FOREIGN_LETTERS if letter in letters), ANY)
    return known + (1.0 - known) * sure if letter in own else known


def _other(beyond: Counter[str], lang: str) -> float:
    if lang in COMMON:
        return _many_letters(beyond, lang)
    ranks = _ranks(OTHERS[lang])
    return _mean(beyond, {c: ranks.get(c.lower(), 0.0 if c.isalpha() else ANY) for c in beyond})


def _many_letters(beyond: Counter[str], lang: str) -> float:
    charset, first, last, frequent = COMMON[lang]
    fit = _mean(beyond, {c: float(_is_common(c, charset, first, last)) for c in beyond})
    seen = sum(beyond[c] for c in frequent)
    return fit if seen > 0.05 * beyond.total() or (beyond.total() < FEW and seen) else FOREIGN * fit


@lru_cache(65_536)
def _is_common(c: str, charset: str, first: int, last: int) -> bool:
    kind = _kind(c)
    if kind in {"HIRAGANA", "KATAKANA"}:
        return charset == "cp932"
    return kind in _WITHOUT_SPACES and first <= (c.encode(charset, "replace"))[0] <= last


def _mean(beyond: Counter[str], weights: dict[str, float]) -> float:
    for sign in beyond.keys() & SIGNS:
        weights[sign] = 1.0
    return sum(weights[c] * many for c, many in beyond.items()) / beyond.total()


@cache
def _letters(alphabet: str) -> frozenset[str]:
    return frozenset(alphabet)


@cache
def _ranks(alphabet: str) -> dict[str, float]:
    """What a letter is worth: 1 for those of the first third, less for rarer ones."""
    third = len(alphabet) / 3
    return {c: (1.0, FOREIGN, ANY)[int(n / third)] for n, c in enumerate(alphabet)}
