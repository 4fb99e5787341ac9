"""Characters and spans: the one place that knows how a text is cleaned without being rewritten.

Spans are half-open ``[start, end)`` offsets in code points of an article's text *exactly as given*. A reader that
needs tidier characters works on a ``ReadingCopy`` and maps what it finds back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

import msgspec


class Span(NamedTuple):
    """``[start, end)`` in code points of an article's text; two numbers in JSON."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


# Shown to nobody, but they break words apart: soft hyphen, zero-width space and joiners, word joiner, BOM, bidi marks.
_MARKS = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_DROPPED = dict.fromkeys(map(ord, _MARKS + "\u200c\u200d"))
_BREAKERS = "\u00ad\u200b\u2060\ufeff"  # they say only where a word may be broken at the end of a line, or may not
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009\u200a\t\r\x0b\x0c\x85"), " ")
_BREAKS = dict.fromkeys(map(ord, "\u2028\u2029"), "\n")
_BROKEN = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of a character: no library can take them
_TIDY = {**_DROPPED, **_SPACES, **_BREAKS, **_BROKEN}


class ReadingCopy(msgspec.Struct, frozen=True):
    """A text without invisible characters, with the way back to the original.

    ``kinks`` lists, ascending, the offsets in the copy from which the original runs further ahead, and ``ahead``
    by how many characters, so a text without invisible characters costs nothing.
    """

    text: str
    kinks: tuple[int, ...]
    ahead: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Offsets in the copy as a span of the original; an empty range stays empty."""
        first = self._at(start)
        return Span(first, self._at(end - 1) + 1 if end > start else first)

    def _at(self, offset: int) -> int:
        i = bisect_right(self.kinks, offset) - 1
        return offset + (self.ahead[i] if i >= 0 else 0)

    def copied(self, span: Span) -> Span:
        """A span of the original as offsets in the copy (dropped characters count as the next kept one)."""
        return Span(self._back(span.start), self._back(span.end))

    def _back(self, offset: int) -> int:
        i = bisect_right(range(len(self.kinks)), offset, key=lambda i: self.kinks[i] + self.ahead[i]) - 1
        if i < 0:
            return min(offset, self.kinks[0]) if self.kinks else offset
        here = offset - self.ahead[i]
        return min(here, self.kinks[i + 1]) if i + 1 < len(self.kinks) else here


def reading_copy(text: str) -> ReadingCopy:
    """Drop invisible characters and turn odd spaces into plain ones, keeping the way back."""
    if text.isascii() and not any(c in text for c in "\t\r\x0b\x0c"):
        return ReadingCopy(text, (), ())
    kinks: list[int] = []
    ahead: list[int] = []
    dropped = 0
    for i, c in enumerate(text):
        if ord(c) in _DROPPED:
            dropped += 1
            here = i + 1 - dropped
            if kinks and kinks[-1] == here:
                ahead[-1] = dropped
            else:
                kinks.append(here)
                ahead.append(dropped)
    return ReadingCopy(text.translate(_TIDY), tuple(kinks), tuple(ahead))


_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def kept(text: str) -> str:
    """The text as files and databases can keep it: U+FFFD for each NUL and each half of a surrogate pair."""
    sound = "\0" not in text if text.isascii() else not _UNKEEPABLE.search(text)
    return text if sound else _UNKEEPABLE.sub("\ufffd", text)


def unseen_dropped(text: str) -> str:
    """The text without characters that are shown to nobody, joiners too, for what is only compared or sought."""
    return text if text.isascii() else text.translate(_DROPPED)


def unbroken(text: str) -> str:
    """The text of a page without the marks at which its words may be broken; never for a text that is kept as given."""
    for mark in _BREAKERS:
        if mark in text:
            text = text.replace(mark, "")
    return text


_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))
_ONE_LINE = {mark: to for mark, to in _TIDY.items() if mark not in _JOINERS}


def squeezed(text: str) -> str:
    """The text as one line with single spaces, for titles; never for anything with spans.

    Joiners stay: in Persian and Urdu they are spelling.
    """
    return " ".join(text.translate(_ONE_LINE).split())


def joined(spans: Iterable[Span], text: str) -> str:
    """The words of several spans on one line, with ``…`` where words between them are left out."""
    line, end = "", 0
    for span in sorted(spans):
        if words := squeezed(span.of(text)):
            gap = " … " if text[end : span.start].strip() else " "
            line, end = f"{line}{gap}{words}" if line else words, span.end
    return line
