"""Words by which somebody asks not to be named: “who asked that his name be withheld”.

They tell that a source is anonymous and nothing else: no source, cue or content is looked for in them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from reportedly import languages
from reportedly.read.multilingual.clauses import line
from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import tables
from reportedly.read.multilingual.statements.said import Said
from reportedly.read.multilingual.times.tense import pattern
from reportedly.text import Span

NEAR: Final = 30  # characters behind a source within which they begin


def find(sheet: Sheet) -> list[Span]:
    """Where such words stand, in order."""
    return [span for sentence in sheet.sentences for span in _in_sentence(sheet, sentence)]


def _in_sentence(sheet: Sheet, sentence: Span) -> Iterator[Span]:
    low, words = line(sheet, sentence)
    for match in _pattern(sheet.language).finditer(low):
        within = [word.span for start, word in words if match.start() <= start < match.end()]
        if within:
            yield Span(within[0].start, within[-1].end)


def is_of(asked: Iterable[Span], source: Sequence[Span]) -> bool:
    """Whether it is a source that asked: the words stand within its own or right behind them."""
    return any(span.start - part.start >= -1 and span.start - part.end <= NEAR for span in asked for part in source)


def without(sheet: Sheet, asked: Sequence[Span], found: Iterable[Said]) -> Iterator[Said]:
    """Statements without what is told in such words, and with what one is said to have said behind them."""
    for said in found:
        if not any(span.touches(part) for span in asked for part in said.cue):
            yield _behind(sheet, asked, said)


def _behind(sheet: Sheet, asked: Sequence[Span], said: Said) -> Said:
    first = said.content[0]
    barred = next((span for span in asked if span.start <= first.start < span.end or span.start == first.start), None)
    if barred is None or barred.end >= first.end:
        return said
    joiners = tables.of(sheet.language).words["joiners"]
    rest = sheet.words_in(Span(barred.end, first.end))
    start = next((word.span.start for word in rest if word.key not in joiners), None)
    return replace(said, content=(Span(start, first.end), *said.content[1:])) if start is not None else said


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return pattern(languages.table(language, "statements")["unnamed"])
