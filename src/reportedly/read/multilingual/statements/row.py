"""A sentence as a row of words and what stands between them: the marks tell where a source ends and content begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from reportedly.read.multilingual import keys
from reportedly.read.multilingual.sheet import Sheet, Word
from reportedly.read.multilingual.statements import tables
from reportedly.read.multilingual.statements.tables import Cue, Tables
from reportedly.text import Span

OPENING: Final = frozenset('«“„"‘')
CLOSING: Final = frozenset('»”“"’')
COLON: Final = frozenset(":：")
PAUSES: Final = frozenset("،,؛;—–")


class Met(NamedTuple):
    """A cue met in a row: its first word, the one behind its last, and what it says.

    ``led``: an “and” is written on to it, so nothing of its clause stands before it.
    """

    first: int
    last: int
    cue: Cue
    led: bool = False


@dataclass(frozen=True)
class Row:
    """``words`` are those of one sentence, in order, without those that only tell that a source is ``unnamed``."""

    sheet: Sheet
    span: Span
    words: tuple[Word, ...]
    tables: Tables

    def gap(self, i: int) -> str:
        """What stands before word ``i``, behind the word before it; behind the last word for one more, else nothing."""
        if i > len(self.words):
            return ""
        start = self.words[i - 1].span.end if i else self.span.start
        end = self.words[i].span.start if i < len(self.words) else self.span.end
        return self.sheet.text[start:end]

    def has(self, i: int, marks: frozenset[str]) -> bool:
        """Whether one of these marks stands before word ``i``."""
        return not marks.isdisjoint(self.gap(i))

    def is_parted(self, i: int) -> bool:
        """Whether a comma or a dash parts word ``i`` from the words before it."""
        return i >= len(self.words) or self.has(i, PAUSES) or " - " in self.gap(i)

    def on(self, name: str, i: int) -> bool:
        """Whether word ``i`` is on a list of the language."""
        return 0 <= i < len(self.words) and self.tables.has(name, (self.words[i].key,))

    def under(self, first: int, last: int) -> Span:
        """From the first word to the one before the last."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """The cues of the row, the longest at each place, none within another."""
        return tuple(self._met())

    def _met(self) -> Iterator[Met]:
        at = 0
        while at < len(self.words):
            found = self._at(at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last

    def _at(self, first: int) -> Met | None:
        word = self.words[first].key
        bare = keys.led(word, self.sheet.language)
        plain = self._longest(first, word)
        led = self._longest(first, bare) if bare is not None else None
        if led is not None and (plain is None or led.last > plain.last):
            return led._replace(led=True)
        return plain

    def _longest(self, first: int, letters: str) -> Met | None:
        """The longest cue that begins at a word; ``letters`` are those of the word that count."""
        best: Met | None = None
        if letters[:2] not in self.tables.begins:
            return None
        for last in range(first + 1, min(len(self.words), first + tables.MOST) + 1):
            cue = self.tables.cues.get(letters)
            if cue is not None:
                best = Met(first, last, cue)
            if last < len(self.words):
                if self.has(last, PAUSES | COLON):
                    break
                letters += self.words[last].key
        return best


def rows(sheet: Sheet, unnamed: Sequence[Span] = ()) -> list[Row]:
    """The sentences of a sheet as rows."""
    found = tables.of(sheet.language)
    return [Row(sheet, span, _without(sheet.words_in(span), unnamed), found) for span in sheet.sentences]


def _without(words: tuple[Word, ...], unnamed: Sequence[Span]) -> tuple[Word, ...]:
    return tuple(word for word in words if not any(span.holds(word.span) for span in unnamed)) if unnamed else words
