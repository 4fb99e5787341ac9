"""How long a text is to its reader, whatever it is written in: lengths of all scripts are measured on one scale.

Chinese and Japanese tell with a sign what English tells with three letters; they put no spaces between words, nor do
Thai, Lao, Khmer and Burmese. What is measured in words or letters elsewhere means words and letters of this scale.
"""

import re
from collections.abc import Sequence

# Translators' rules of thumb: 1,000 English words, some 6,000 characters, are about 1,800 Chinese signs, 2,200 Japanese
# ones, or as many letters of Thai as of English.
LETTERS = 3.0  # Latin letters for a Chinese or Japanese sign
SYLLABLE = 2.0  # for a Korean syllable
PER_WORD = 2.0  # Chinese and Japanese signs to a word
PER_LONG_WORD = 6.0  # letters to a word in the scripts of South-East Asia
WIDE = 1.5  # bytes a character, on an average, above which it is worth looking for signs: they have three
RUN = 12  # characters between two spaces, on an average, above which it is worth looking at the script

ENDS = ".!?…\u3002\uff0e\uff61\uff01\uff1f\u06d4\u061f\u0964\u0965\u0589\u1362\u0f0d\u0f0e\u104a\u104b\u17d4\u17d5"
CLOSING = "\"”’')]»›」』）】〉》〕｣"
"""The marks with which sentences end, in all scripts that have some, and what may stand behind them."""

_ENDS = frozenset(ENDS)
_SIGNS = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
_SYLLABLES = re.compile("[\uac00-\ud7a3]")
_UNSPACED = re.compile("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]")
_OTHER = re.compile(f"[{''.join(signs.pattern[1:-1] for signs in (_SIGNS, _SYLLABLES, _UNSPACED))}]")


def measured(texts: Sequence[str]) -> tuple[list[float], list[float]]:
    """The letters and the words of each of many texts, as ``letters`` and ``words`` count them."""
    if _OTHER.search("\n".join(texts)):
        return [letters(text) for text in texts], [words(text) for text in texts]
    return [len(text) for text in texts], [text.count(" ") + 1 for text in texts]


def words(text: str) -> float:
    """About how many words a text has, one at least."""
    spaced = text.count(" ") + 1
    if len(text) < RUN * spaced or text.isascii():
        return spaced
    return spaced + len(_SIGNS.findall(text)) / PER_WORD + len(_UNSPACED.findall(text)) / PER_LONG_WORD


def letters(text: str) -> float:
    """How many letters and other characters the text would have in a script of letters."""
    if text.isascii() or len(text.encode("utf-8", "replace")) < WIDE * len(text):
        return len(text)
    return len(text) + (LETTERS - 1) * len(_SIGNS.findall(text)) + (SYLLABLE - 1) * len(_SYLLABLES.findall(text))


def is_ended(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return text.rstrip(CLOSING)[-1:] in _ENDS
