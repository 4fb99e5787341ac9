"""Places that another script knows by another sound: Россия, آلمان, ירושלים, ארה"ב, with their usual English names.

Spellings whose consonants are those of the English name need no list. The rest stand in ``data/exonyms.tsv``, which
``training/exonyms`` makes; it is read when the first text asks that was not read.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 3  # words of a spelling
_ALIKE = str.maketrans("يىكةۀأإآٱ", "ییکههاااا", "ـ\u200c\u200d\u200e\u200f\"'״׳’")
_MARK = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
_RUSSIAN = re.compile(r"(?<=[а-яё]{3})[аеёиоуыэюяйь]+(?:[мх]и?)?$")
_ARTICLE = re.compile(r"^ال(?=\w{3})")


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word as places are looked up by: in small letters of one kind, without marks, article and case ending."""
    return _RUSSIAN.sub("", _ARTICLE.sub("", letters(word)))


def letters(word: str) -> str:
    """A word in small letters of one kind, without marks."""
    return _MARK.sub("", unicodedata.normalize("NFC", word.casefold()).translate(_ALIKE))


def beginning(words: Sequence[str]) -> Iterator[str]:
    """The English names of places whose spelling is the first of these ``plain`` words, alone or with the next ones."""
    for rest, english in _exonyms().get(words[0], ()):
        if tuple(words[1 : len(rest) + 1]) == rest:
            yield english


@cache
def _exonyms() -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """The first word of a spelling -> the words after it, and the English name."""
    known = defaultdict[str, list[tuple[tuple[str, ...], str]]](list)
    for line in files("reportedly.stories").joinpath("data/exonyms.tsv").read_text(encoding="utf-8").splitlines():
        spelling, english = line.split("\t")
        first, *rest = spelling.split(" ")
        known[first].append((tuple(rest), english))
    return known
