"""A text as words that can be compared: what a typesetter may change without changing anything is the same word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportedly.text import Span, unseen_dropped

# Joiners, soft hyphens, accents and vowel signs stand inside words; a number keeps its points and commas: 1,000 is one.
_IN_WORD = r"[\w\u00ad\u200c\u200d\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
_TOKEN = re.compile(rf"{_IN_WORD}+(?:[.,:'’\-]{_IN_WORD}+)*|[^\w\s]")
_ALIKE = str.maketrans({**dict.fromkeys("‘’ʼ‚", "'"), **dict.fromkeys("“”„‟", '"'), **dict.fromkeys("‐‑‒–—―", "-")})


class Token(NamedTuple):
    """A word or a mark: ``same`` is equal for two that only differ in their setting."""

    span: Span
    same: str
    is_word: bool


def tokens(text: str, without: Iterable[Span] = ()) -> list[Token]:
    """The words and marks of ``text`` in order, but for those in ``without``, ascending spans that do not overlap."""
    return [Token(span, same, same[0].isalnum()) for span, same in _kept(text, without) if same]


def words(text: str) -> list[str]:
    """The words of ``text``, in small letters and without marks."""
    return [token.same.casefold() for token in tokens(text) if token.is_word]


def _kept(text: str, without: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    left_out = iter(sorted(without))
    hole = next(left_out, None)
    for match in _TOKEN.finditer(text):
        while hole and hole.end <= match.start():
            hole = next(left_out, None)
        if hole and hole.start < match.end():
            continue
        yield Span(*match.span()), _same(match.group())


def _same(word: str) -> str:
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", unseen_dropped(word)).translate(_ALIKE)
