"""The lines of a plain text with their places in it."""

import re
from typing import NamedTuple

from reportedly.text import Span, squeezed

LINE = re.compile(r"[^\n\u2028\u2029]+")
SHOWN = 400  # characters of a line that layout rules look at: a line may be a whole book


class Line(NamedTuple):
    """One line that is not blank: where its words are, and its beginning as a tidy string."""

    span: Span
    words: str

    @property
    def long(self) -> bool:
        """Whether the line goes on beyond ``words``."""
        return self.span.end - self.span.start > SHOWN


def lines(text: str) -> list[Line]:
    """All lines with words in them, without the blanks around them."""
    out = []
    for match in LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if words := squeezed(text[start : min(end, start + SHOWN)]):
            out.append(Line(Span(start, end), words))
    return out
