"""An article in another language laid out for reading: what of it is read, its sentences and words, as spans of it.

Invariant: ``Sheet.text`` has as many characters as the article's own text, and nothing in it stands elsewhere; so every
place found in it is one of the article.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reportedly import languages
from reportedly.read.multilingual import datelines, keys, parting, skipped
from reportedly.records import Article
from reportedly.search.folding import SIGNS, WITHIN
from reportedly.text import Span

WORD = re.compile(rf"[^\W_]++(?:[{WITHIN}]++[^\W_]++)*+[{SIGNS}]*+")
_SCRIPTS = {
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Cyrillic": re.compile(r"[\u0400-\u052f]"),
}
ENOUGH = 0.3  # share of a text's letters that are of its language's script: fewer, and it is not in that language
SAMPLE = 20_000  # letters looked at for it
_EDGES = " \t\r\n\v\f\u00a0\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff-–—ـ:/|"


class Word(NamedTuple):
    """A word: where it stands, its form for comparing, and all forms it may have without what is written on to it."""

    span: Span
    key: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """``paragraphs`` and ``sentences`` are those of the body, without what is ``skipped``, in order.

    ``dateline`` is among what is skipped, with the words of its ``town``.
    """

    article: Article
    language: str
    text: str
    skipped: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    dateline: Span | None = None
    town: Span | None = None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all sentences, in order."""
        return tuple(word for sentence in self.sentences for word in self._words(sentence))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(word.span.start for word in self.words)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that begin in a span."""
        return self.words[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def whole(self, start: int, end: int) -> Span | None:
        """The range widened to the words it touches, without what stands around them; None where it touches none."""
        first = bisect_left(self._starts, start)
        if first and self.words[first - 1].span.end > start:
            first -= 1
        last = bisect_left(self._starts, end)
        return Span(self.words[first].span.start, self.words[last - 1].span.end) if last > first else None

    def sentence_at(self, place: int) -> Span | None:
        """The sentence in which a character stands."""
        i = bisect_left(self.sentences, (place + 1,)) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].end else None

    def is_in_its_script(self) -> bool:
        """Whether enough of the text is written in the letters of its language."""
        letters = [c for c in self.text[:SAMPLE] if c.isalpha()]
        script = _SCRIPTS[languages.table(self.language, "text")["script"]]
        return sum(script.match(c) is not None for c in letters) >= ENOUGH * len(letters)

    def _words(self, sentence: Span) -> Iterator[Word]:
        for match in WORD.finditer(self.text, *sentence):
            yield Word(Span(*match.span()), keys.key(match[0]), keys.keys(match[0], self.language))


def lay_out(article: Article) -> Sheet:
    """The article as it is read, by the tables of its language."""
    text, language = skipped.plain(article.text), article.language
    known = sorted([*_heads(article), *article.furniture])
    body = next((run.start for run in _unskipped(text, Span(0, len(text)), known)), 0)
    barred = _united([*known, *skipped.find(text, language, body)])
    paragraphs = tuple(
        run for line in _lines(text) for run in _unskipped(text, line, _within(barred, line)) if _tells(text, run)
    )
    sentences = tuple(one for run in paragraphs for one in parting.sentences(text, *run, language))
    dateline, town = datelines.first(text, skipped.openings(text, language, body), language) or (None, None)
    return Sheet(article, language, text, barred, paragraphs, sentences, dateline, town)


def _heads(article: Article) -> Iterator[Span]:
    dateline = article.dateline.span if article.dateline else None
    yield from (span for span in (article.title, article.credit, article.byline, dateline) if span)


def _united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch as one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return tuple(united)


def _within(spans: tuple[Span, ...], line: Span) -> tuple[Span, ...]:
    """Those of the spans, which do not overlap, that have something in common with a line."""
    first = bisect_left(spans, line)
    first -= first > 0 and spans[first - 1].end > line.start
    return spans[first : bisect_left(spans, (line.end,))]


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield Span(at, at + len(line))
        at += len(line)


def _unskipped(text: str, line: Span, barred: Iterable[Span]) -> Iterator[Span]:
    """What is left of a line between the spans that are skipped, without marks and blanks at its edges."""
    at = line.start
    for start, end in [*barred, (line.end, line.end)]:
        words = text[at : max(at, start)]
        first = at + len(words) - len(words.lstrip(_EDGES))
        last = at + len(words.rstrip(" \t\r\n\v\f\u00a0"))
        if first < last:
            yield Span(first, last)
        at = max(at, end)


def _tells(text: str, run: Span) -> bool:
    return any(c.isalpha() for c in text[run.start : run.end])
