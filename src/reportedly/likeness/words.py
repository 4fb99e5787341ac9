"""Telling words: what is left of a text when words that stand in any text are dropped and endings cut off."""

import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_ـ]+(?:['’]\w+)?")  # a tatweel (ـ) is an ornament
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_LONG_ENOUGH = 5  # letters of a word that may lose an ending
_UNSEEN: dict[int, int | None] = dict.fromkeys(
    map(ord, "\u00ad\u200b\u2060\ufeff")
)  # marks at which words may be broken
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)  # of Arabic, of Persian and Urdu
_FOLDED = _UNSEEN | _DIGITS
_LEFT = 3  # letters that are left of it at least


@cache
def stop_words() -> frozenset[str]:
    """English words that tell nothing of what a text is about; they stand in ``data/stop_words.txt``."""
    return frozenset(files("reportedly.likeness").joinpath("data/stop_words.txt").read_text(encoding="utf-8").split())


def tokens(text: str) -> list[str]:
    """The words of a text, casefolded, numbers in the digits of English."""
    return _WORD.findall(text.casefold().translate(_FOLDED))


def stem(word: str) -> str:
    """A crude English stem, enough to join "strikes" with "strike" and "killed" with "killing"; others stay."""
    word = _POSSESSIVE.sub("", word)
    if not word.isascii() or len(word) < _LONG_ENOUGH:
        return word
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEFT and not word.endswith("ss"):
            return (word[: -len(ending)] + rest).removesuffix("e")
    return word.removesuffix("e")


def telling(text: str) -> tuple[str, ...]:
    """The stems of the words that tell what a text is about, each once, in the order of the text."""
    empty = stop_words()
    kept = (stem(word) for word in tokens(text) if word not in empty and (len(word) > 1 or word.isdigit()))
    return tuple(dict.fromkeys(word for word in kept if word))
