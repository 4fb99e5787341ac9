"""The passage of a text that shows best what was sought, with the words marked, as they stand in the text."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from reportedly.search.question import Question, Sought
from reportedly.search.words import Word, forms, terms, words
from reportedly.text import Span

Passage = tuple[tuple[str, bool], ...]
"""Pieces of a text in their order: words, and whether they were sought."""

LONG: Final = 28  # words of a passage
_BEFORE: Final = 6  # words before the first that is marked
_AT_ONCE: Final = 3_000  # characters looked through before it is asked whether all was seen
_FARTHEST: Final = 100_000  # characters looked through; no news item is longer, and a book costs no more
_CUT: Final = " … "


def passage(text: str, asked: Question) -> Passage:
    """The passage with most of what was asked for, the first of equal ones; the beginning where there is nothing."""
    marks: dict[int, list[Span]] = {}
    for reach in (_AT_ONCE, _FARTHEST):
        seen = _Seen(text, reach)
        marks = {n: spans for n, sought in enumerate(asked.wanted) if (spans := list(_found(seen, sought)))}
        if len(marks) == len(asked.wanted) or len(text) <= reach:
            break
    return _shown(text, _best(marks), marks)


class _Seen:
    """The beginning of a text in words."""

    def __init__(self, text: str, reach: int) -> None:
        self._text, self._reach = text, reach
        self.terms = terms(text, reach)

    def forms(self) -> list[str]:
        return forms(self._text, self._reach)


def _found(seen: _Seen, sought: Sought) -> Iterator[Span]:
    """Where something sought stands, in numbers of words."""
    if sought.begins:
        ((begin,),) = sought.ways
        yield from (Span(i, i + 1) for i, form in enumerate(seen.forms()) if form.startswith(begin))
    elif sought.near is not None:
        yield from _near(seen.terms, sought.ways[0], sought.near)
    else:
        yield from (span for way in sought.ways for span in _rows(seen.terms, way))


def _rows(seen: list[str], way: tuple[str, ...]) -> Iterator[Span]:
    """Where these words stand in a row."""
    first, row, many = way[0], list(way), len(way)
    yield from (Span(i, i + many) for i, term in enumerate(seen) if term == first and seen[i : i + many] == row)


def _near(seen: list[str], way: tuple[str, ...], near: int) -> Iterator[Span]:
    """Where one of these words stands that has all others near it, and where those stand."""
    places = {term: [i for i, held in enumerate(seen) if held == term] for term in way}
    reach = near + len(way) - 1
    for first in places[way[0]]:
        close = [[i for i in places[term] if abs(i - first) <= reach] for term in way]
        if all(close):
            yield from (Span(i, i + 1) for i in sorted({i for some in close for i in some}))


def _best(marks: dict[int, list[Span]]) -> int:
    """The number of the word with which the best passage begins to show something."""
    starts = sorted((span.start, n) for n, spans in marks.items() for span in spans)
    best, most, first = 0, 0, 0
    for last, (place, _) in enumerate(starts):
        while place - starts[first][0] >= LONG - _BEFORE:
            first += 1
        held = len({n for _, n in starts[first : last + 1]})
        if held > most:
            best, most = starts[first][0], held
    return best


def _shown(text: str, best: int, marks: dict[int, list[Span]]) -> Passage:
    begin = max(0, best - _BEFORE)
    held = list(islice(words(text, begin), LONG + 1))
    whole, held = len(held) <= LONG, held[:LONG]
    at = held[0].start if begin and held else 0
    marked = {i - begin for spans in marks.values() for span in spans for i in range(*span)}
    pieces: list[tuple[str, bool]] = [(_CUT, False)] if begin else []
    for start, end in _runs(held, marked):
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces += [(text[at:], False)] if whole else [(text[at : held[-1].end], False), (_CUT, False)]
    return tuple(piece for piece in pieces if piece[0])


def _runs(held: list[Word], marked: set[int]) -> Iterator[Span]:
    """The marked words, those of one sign as one."""
    at = -1
    for i, word in enumerate(held):
        if i in marked and word.start >= at:
            at = word.end
            yield Span(word.start, at)
