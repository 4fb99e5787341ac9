"""A sentence as times are sought in it: folded letters, plain digits, single blanks, and the way back to its words.

What is found is always whole words of the article: no place within a word is told.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.read.multilingual.sheet import Sheet, Word
from reportedly.text import Span

_MARKS = str.maketrans(
    {"،": ",", "؍": "/", "–": "-", "—": "-", "−": "-", "‑": "-", "٫": ".", "؛": ";", "۔": ".", "؟": "?"}
)
_JOINED = re.compile(r"(?<=\d)(?=[^\W\d_]{3})")  # a number written on to the word behind it
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")


@dataclass(frozen=True)
class Line:
    """``low`` is the sentence as it is matched; ``starts`` are the places in it where its ``words`` begin."""

    low: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The words, in the article's text, that a range of ``low`` touches."""
        first, last = self.at(start), self.at(max(start, end - 1))
        return Span(self.words[first].span.start, self.words[last].span.end)

    def at(self, place: int) -> int:
        """The number of the word that a place of ``low`` lies in, or that stands before it."""
        return max(0, bisect_right(self.starts, place) - 1)


def lines(sheet: Sheet, apart: re.Pattern[str] | None = None) -> Iterator[Line]:
    """The sentences of a sheet that have words, in order; where ``apart`` matches within a word a blank is seen."""
    for sentence in sheet.sentences:
        words = sheet.words_in(sentence)
        if words:
            yield _line(sheet.text, words, sentence, apart)


def _line(text: str, words: tuple[Word, ...], sentence: Span, apart: re.Pattern[str] | None) -> Line:
    parts: list[str] = []
    starts: list[int] = []
    length, end = 0, sentence.start
    for word in words:
        gap = between(text[end : word.span.start]) if end < word.span.start else ""
        told = _JOINED.sub(" ", word.key)
        if apart is not None:
            told = apart.sub(" ", told)
        parts += (gap, told)
        starts.append(length + len(gap))
        length += len(gap) + len(told)
        end = word.span.end
    parts.append(between(text[end : sentence.end]))
    return Line("".join(parts), words, tuple(starts))


def between(gap: str) -> str:
    """What stands between two words, in one form: single blanks, one kind of each mark."""
    if gap == " ":
        return gap
    return re.sub(r"\s+", " ", _UNSEEN.sub("", gap).translate(_MARKS))
