"""What of an article's text tells nothing: datelines and agencies at its head, what feeds hang on to its end, signs.

Patterns stand in each language's ``furniture.toml``; all are bounded, and tried only where such things stand.
"""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly import languages
from reportedly.read.multilingual import datelines
from reportedly.text import Span

HEAD, TAIL = 300, 600  # characters of a line's beginning and the body's end in which they are looked for
LINES = 4  # lines of the body that may have an opening: there may be headlines before the first paragraph
TAGS = 30  # hashtags and names at the end of a line that are skipped
_SIGN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
_CUT = re.compile(r"\[\s{0,9}(?:…|\.\.\.)\s{0,9}\]")
RULES = frozenset("ـ-–—=_*•")  # signs of which lines are drawn
_RULE = re.compile(r"(?:[ـ\-–—=_*•][ \t]?){4,}")
_MARKS = re.compile(r"[\s\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]*")


class _Patterns(NamedTuple):
    opening: tuple[re.Pattern[str], ...]
    closing: tuple[re.Pattern[str], ...]
    lines: tuple[re.Pattern[str], ...]


def find(text: str, language: str, start: int) -> Iterator[Span]:
    """Spans to be skipped of a ``plain`` text whose body begins at ``start``; they may overlap."""
    patterns = _patterns(language)
    yield from openings(text, language, start)
    yield from _closing(text, patterns, start)
    yield from (Span(*match.span()) for sign in (_CUT, _RULE) for match in sign.finditer(text, start))
    yield from _lines(text, patterns, start)


def openings(text: str, language: str, start: int) -> Iterator[Span]:
    """What stands before the first words of the first lines of a body: towns, days, agencies."""
    for line in _first_lines(text, start):
        yield from _openings(text, language, line)


def plain(text: str) -> str:
    """The text with each sign written in letters (``&#8220;``) as the sign itself, and as long as before."""
    return _SIGN.sub(_as_long, text) if "&" in text else text


def _as_long(match: re.Match[str]) -> str:
    sign = html.unescape(match[0])
    return sign.ljust(len(match[0])) if len(sign) == 1 else match[0]


def _first_lines(text: str, start: int) -> Iterator[int]:
    at = start
    for _ in range(LINES):
        yield at
        at = text.find("\n", at) + 1
        if not at:
            return


def _openings(text: str, language: str, start: int) -> Iterator[Span]:
    at = _after_marks(text, start)
    while end := _opening_end(text, language, at, min(len(text), start + HEAD)):
        yield Span(at, end)
        at = _after_marks(text, end)


def _opening_end(text: str, language: str, at: int, until: int) -> int | None:
    """Where the opening ends that begins at a place: a pattern of the language, or a town; None where none does."""
    matches = (pattern.match(text, at, until) for pattern in _patterns(language).opening)
    found = next((match.end() for match in matches if match and match[0]), None)
    return found or datelines.end(text, at, language)


def _after_marks(text: str, at: int) -> int:
    match = _MARKS.match(text, at)
    return match.end() if match else at


def _closing(text: str, patterns: _Patterns, start: int) -> Iterator[Span]:
    """From the first closing to the end, but for words that a pattern's group keeps: the headline in a feed's tail."""
    begin = max(start, len(text) - TAIL)
    found = [match for p in patterns.closing if (match := p.search(text, begin))]
    first = min(found, key=re.Match.start, default=None)
    if first is None:
        return
    kept = first.span(1) if first.re.groups else (len(text), len(text))
    yield Span(first.start(), kept[0])
    yield Span(kept[1], len(text))


def _lines(text: str, patterns: _Patterns, start: int) -> Iterator[Span]:
    at = start
    for line in text[start:].splitlines(keepends=True):
        words = line.strip()
        if words and any(pattern.fullmatch(words) for pattern in patterns.lines):
            yield Span(at, at + len(line))
        elif words and (kept := _untagged(words)) != len(words):
            yield Span(at + line.index(words) + kept, at + len(line))
        at += len(line)


def _untagged(words: str) -> int:
    """How many characters of a line stand before the hashtags and names of accounts at its end."""
    kept = words
    for _ in range(TAGS):
        before, blank, last = kept.rpartition(" ")
        if not blank or not (last[:1] in {"#", "@"} or RULES.issuperset(last)):
            break
        kept = before.rstrip()
    return len(kept)


@cache
def _patterns(language: str) -> _Patterns:
    table = languages.table(language, "furniture")
    return _Patterns(*(tuple(map(re.compile, table[name])) for name in _Patterns._fields))
