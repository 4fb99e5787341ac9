"""The words of an article while its names are sought: which stand side by side, and which has been claimed by whom.

Finders go one after another, those that are trusted most first; what one has claimed is passed over by the next.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reportedly.likeness.full_names import is_given
from reportedly.read.model.named import NameKind
from reportedly.read.multilingual.keys import keys
from reportedly.read.multilingual.marked import NameMark
from reportedly.read.multilingual.names import tables
from reportedly.read.multilingual.sheet import WORD, Sheet, Word
from reportedly.read.names.sheet import Mention
from reportedly.text import Span

LIKELY = 0.5  # from here on the model's word is taken for a name
LIKELY_WITH = 0.4  # the same where a given name stands in it, or a word for a kind of bodies begins it
NEAR = 4  # marks before a place among which one may reach to it: they do not overlap but by their edges
_SHORTEST = 3  # letters that a word has left without an ending


class Roll:
    """The words of headline, dateline and body, and the mentions claimed so far; ``country`` is that of the outlet."""

    def __init__(self, sheet: Sheet, marks: Sequence[NameMark], country: str | None) -> None:
        self.sheet, self.text, self.language, self.country = sheet, sheet.text, sheet.language, country
        self.tables = tables.of(sheet.language)
        self.words = sorted((*_aside(sheet, sheet.article.title), *_aside(sheet, sheet.town), *sheet.words))
        self.owner: list[Mention | None] = [None] * len(self.words)
        self.mentions: list[Mention] = []
        self._starts = [word.span.start for word in self.words]
        self._ends = [word.span.end for word in self.words]
        self.marks = sorted(filter(self._is_likely, marks), key=lambda mark: mark.span)
        self._begins = [mark.span.start for mark in self.marks]

    def __len__(self) -> int:
        return len(self.words)

    def key(self, i: int) -> str:
        """The folded form of a word; empty before the first and after the last."""
        return self.words[i].key if 0 <= i < len(self.words) else ""

    def forms(self, i: int) -> tuple[str, ...]:
        """All forms that a word may have without what is written on to it and without its ending, its own first."""
        return _forms(self.words[i], self.tables.endings) if 0 <= i < len(self.words) else ()

    def given(self, i: int) -> str | None:
        """The form in which a word is a given name that is known; None where it is none."""
        return next((form for form in self.forms(i) if is_given(form) or form in self.tables.given), None)

    def is_read(self, i: int) -> bool:
        """Whether the model was shown a word: those of the body."""
        return self.sheet.sentence_at(self.words[i].span.start) is not None

    def is_beside(self, i: int) -> bool:
        """Whether a word stands before names of bodies and is no part of them: the movement, in the movement Hamas."""
        return not self.tables.beside.isdisjoint(self.forms(i))

    def beside(self, i: int) -> bool:
        """Whether nothing but a blank stands between a word and the next."""
        if not 0 <= i < len(self.words) - 1:
            return False
        between = self.text[self.words[i].span.end : self.words[i + 1].span.start]
        return 0 < len(between) <= 2 and not between.strip(" \u00a0\u200c\u200f-‐–") and between.count("-") < 2  # noqa: PLR2004 a blank and a sign

    def said(self, start: int, end: int) -> str:
        """The words from one to before another, as they stand, in one line."""
        return " ".join(self.text[self.words[start].span.start : self.words[end - 1].span.end].split())

    def is_capital(self, i: int) -> bool:
        """Whether a word may begin a name, by its first letter."""
        return not self.tables.capitals or self.text[self.words[i].span.start].isupper()

    def free(self, start: int, end: int) -> bool:
        """Whether nobody has claimed any of these words."""
        return all(owner is None for owner in self.owner[start:end])

    def claim(self, mention: Mention) -> bool:
        """Whether the words were free; they are the mention's now."""
        if mention.end <= mention.start or not self.free(mention.start, mention.end):
            return False
        self.owner[mention.start : mention.end] = [mention] * (mention.end - mention.start)
        self.mentions.append(mention)
        return True

    def marked(self, start: int, end: int) -> NameMark | None:
        """The likeliest mark of the model that has something in common with these words."""
        first, last = self.words[start].span.start, self.words[end - 1].span.end
        till = bisect_left(self._begins, last)
        near = (mark for mark in self.marks[max(till - NEAR, 0) : till] if mark.span.end > first)
        return max(near, key=lambda mark: mark.likely, default=None)

    def rows(self, kind: NameKind) -> Iterator[tuple[int, int, NameMark]]:
        """The words that each mark of a kind covers, a word in part too, without those that are no part of a name.

        Parts of a person's name that stand side by side are one.
        """
        last: tuple[int, int, NameMark] | None = None
        for start, end, mark in self._covered(kind):
            goes_on = last and kind == "person" and last[1] == start and self.beside(start - 1)
            if last and goes_on and not self._is_joined_on(start, mark):
                last = (last[0], end, last[2])
                continue
            if last:
                yield last
            last = (start, end, mark)
        if last:
            yield last

    def _is_likely(self, mark: NameMark) -> bool:
        """Whether a mark is enough by itself, or with what its words are known to be."""
        start, end = bisect_right(self._ends, mark.span.start), bisect_left(self._starts, mark.span.end)
        known = (mark.kind == "person" and any(map(self.given, range(start, end)))) or (
            mark.kind == "organisation" and not self.tables.bodies.isdisjoint(self.forms(start))
        )
        return mark.likely >= (LIKELY_WITH if known else LIKELY)

    def _is_joined_on(self, i: int, mark: NameMark) -> bool:
        """Whether another name begins with a word to which “and” or the like is written on."""
        word = self.words[i]
        bare = any(is_given(form) for form in word.keys[1:]) and not is_given(word.key)
        return bare or mark.span.start > word.span.start

    def _covered(self, kind: NameKind) -> Iterator[tuple[int, int, NameMark]]:
        for mark in self.marks:
            if mark.kind == kind:
                start, end = bisect_right(self._ends, mark.span.start), bisect_left(self._starts, mark.span.end)
                while start < end and self.key(start) in self.tables.none:
                    start += 1
                while start < end and self.key(end - 1) in self.tables.none:
                    end -= 1
                if start < end:
                    yield start, end, mark


def _aside(sheet: Sheet, span: Span | None) -> Iterator[Word]:
    """The words of what is skipped but names somebody or some place: headline, dateline."""
    for match in WORD.finditer(sheet.text, *span) if span else ():
        each = keys(match[0], sheet.language)
        yield Word(Span(*match.span()), each[0], each)


def _forms(word: Word, endings: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    whole = word.keys
    stems = (
        form.removesuffix(ending) + without
        for form in whole
        for ending, without in endings
        if form.endswith(ending) and len(form) - len(ending) + len(without) >= _SHORTEST
    )
    return tuple(dict.fromkeys((*whole, *stems)))
