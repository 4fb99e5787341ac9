"""A clause of a sentence, and its words in the form in which tables are compared with them."""

import re
from collections.abc import Sequence

from reportedly.read.multilingual.sheet import Sheet, Word
from reportedly.read.multilingual.times.line import between
from reportedly.text import Span

_STOPS = re.compile(r"[.;:!?،؛؟۔,\n«»\"“”()]")


def clause(sheet: Sheet, sentence: Span, place: int) -> Span:
    """The stretch of a sentence between marks in which a place lies."""
    start = max((stop.end() for stop in _STOPS.finditer(sheet.text, sentence.start, place)), default=sentence.start)
    stop = _STOPS.search(sheet.text, place, sentence.end)
    return Span(start, stop.start() if stop else sentence.end)


def line(sheet: Sheet, span: Span) -> tuple[str, Sequence[tuple[int, Word]]]:
    """The words of a span with the marks between them, in one form; and the place in it where each word begins."""
    parts, places, end, length = list[str](), list[tuple[int, Word]](), span.start, 0
    for word in sheet.words_in(span):
        gap = between(sheet.text[end : word.span.start]) if end < word.span.start else ""
        places.append((length + len(gap), word))
        parts += (gap, word.key)
        length += len(gap) + len(word.key)
        end = word.span.end
    return "".join(parts), places
