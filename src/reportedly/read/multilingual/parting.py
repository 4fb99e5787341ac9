"""Where the sentences of a paragraph end, by the marks of its language.

A mark ends a sentence where a blank follows, some also before the next word; no full stop does that stands behind an
abbreviation, a single letter or between figures. Each step looks at a bounded number of characters.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly import languages
from reportedly.read.multilingual.keys import key
from reportedly.text import Span

LONGEST = 1_500  # characters of a sentence: Urdu papers print whole articles without a full stop
_CLOSING = "\"'”’»«“)\\]}›*"
_WORD_BEFORE = re.compile(r"[\w.\u200c]{1,12}$")


class _Ends(NamedTuple):
    mark: re.Pattern[str]
    at_once: frozenset[str]
    abbreviations: frozenset[str]


def sentences(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """The sentences between two places of a paragraph, blanks at their edges left out."""
    begin = start
    for cut in [*_cuts(text, start, end, _ends(language)), end]:
        if cut > begin:
            yield from _bounded(text, begin, cut)
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
    return _Ends(mark, frozenset(table["ends_at_once"]), frozenset(map(key, table["abbreviations"])))
