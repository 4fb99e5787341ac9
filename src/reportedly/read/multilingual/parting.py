"""Where the sentences of a paragraph end, by the marks of its language.

A mark ends a sentence where a blank follows, some also before the next word; no full stop does that stands behind an
abbreviation, a single letter or between figures. Each step looks at a bounded number of characters.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reportedly import languages
from reportedly.read.multilingual.keys import key
from reportedly.text import Span

LONGEST = 1_500  # characters of a sentence: Urdu papers print whole articles without a full stop
LONG = 35  # words of a sentence in which marks may have been left out
_WORD = re.compile(r"\w+")
_CLOSING = "\"'”’»«“)\\]}›*"
_WORD_BEFORE = re.compile(r"[\w.\u200c]{1,12}$")


class _Ends(NamedTuple):
    mark: re.Pattern[str]
    at_once: frozenset[str]
    abbreviations: frozenset[str]
    finite: frozenset[str]
    goes_on: frozenset[str]


def sentences(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """The sentences between two places of a paragraph, blanks at their edges left out."""
    begin = start
    ends = _ends(language)
    for cut in [*_cuts(text, start, end, ends), end]:
        if cut > begin:
            for first, last in _unmarked(text, begin, cut, ends):
                yield from _bounded(text, first, last)
            begin = cut


def _cuts(text: str, start: int, end: int, ends: _Ends) -> Iterator[int]:
    for match in ends.mark.finditer(text, start, end):
        if match.end() < end and _is_end(text, match, ends):
            yield match.end()


def _is_end(text: str, match: re.Match[str], ends: _Ends) -> bool:
    mark, behind = match[0], text[match.end()]
    if not behind.isspace():
        return mark[0] in ends.at_once and not behind.isdecimal() and (behind.isalpha() or behind in "«“\"'‘#")
    if mark[0] != "." or len(mark.strip()) > 1:
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 13), match.start())
    word = before[0].rpartition(".")[2] if before else ""
    return (len(word) != 1 and key(word) not in ends.abbreviations) or word.isdecimal()


def _unmarked(text: str, start: int, end: int, ends: _Ends) -> Iterator[tuple[int, int]]:
    """A stretch without marks cut behind the verbs that end its sentences, where nothing carries one on."""
    words = list(_WORD.finditer(text, start, end)) if ends.finite else []
    if len(words) > LONG:
        for word, follower in pairwise(words):
            gap = text[word.end() : follower.start()]
            if gap.isspace() and key(word[0]) in ends.finite and key(follower[0]) not in ends.goes_on:
                yield start, follower.start()
                start = follower.start()
    yield start, end


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch in pieces of a bounded length, cut at blanks where there are some."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = blank if blank > 0 else start + LONGEST
        yield from _without_blanks(text, start, cut)
        start = cut
    yield from _without_blanks(text, start, end)


def _without_blanks(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    first, last = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if any(c.isalnum() for c in text[first:last]):
        yield Span(first, last)


@cache
def _ends(language: str) -> _Ends:
    table = languages.table(language, "text")
    mark = re.compile(rf"[{re.escape(table['ends'])}]+[{_CLOSING}]*")
    lists = (frozenset(map(key, table[name])) for name in ("abbreviations", "finite", "goes_on"))
    return _Ends(mark, frozenset(table["ends_at_once"]), *lists)
