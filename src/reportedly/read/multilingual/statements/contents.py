"""How far what is said runs: to the end of its quotation, its sentence, or its paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from reportedly.read.grammar import quotes
from reportedly.read.grammar.quotes import Quote
from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements.said import trimmed
from reportedly.text import Span

WORDS: Final = 4  # words of a quotation that is what is said; fewer are a name in marks
REST: Final = 8  # characters behind a shorter one that may end its sentence: then it is all that is said


class Contents:
    """The quotations of a sheet, and where a paragraph ends."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._quotes: Sequence[Quote] = quotes.find(sheet.text)
        self._outer = [quote.outer for quote in self._quotes]

    def quoted(self, start: int, sentence_end: int) -> Span | None:
        """The quotation that begins at a place, where it is all that is said; None where it is a name in marks."""
        i = bisect_right(self._outer, start) - 1
        text = self._sheet.text
        for quote in self._quotes[max(0, i - 1) : i + 2]:
            between = text[min(start, quote.outer) : max(start, quote.outer)]
            begins = quote.end > start and not any(map(str.isalnum, between))
            if begins and (text.count(" ", quote.start, quote.end) + 1 >= WORDS or quote.end + REST > sentence_end):
                return trimmed(text, quote.start, quote.end)
        return None

    def paragraph_end(self, place: int) -> int:
        """The end of the paragraph in which a place stands."""
        i = bisect_right(self._sheet.paragraphs, (place, len(self._sheet.text) + 1)) - 1
        return self._sheet.paragraphs[i].end if i >= 0 else place
