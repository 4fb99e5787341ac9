"""What every way of finding a statement gives: the words of the claim, its cue and its source, and how sure that is."""

from dataclasses import dataclass

from reportedly.read.multilingual.statements.tables import Cue
from reportedly.text import Span

EDGES = " \t\n\u00a0\u200c\u200d\u200e\u200f\ufeff.,;:،؛۔…«»“”„\"‘’‹›'`—–-ـ/|"


@dataclass(frozen=True)
class Said:
    """A claim as found: spans of the article's text. ``sure`` is how likely it is one, 0 to 1."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: Cue
    sure: float
    direct: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0].start


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without blanks and marks at its edges; a bracket or a quotation that ends inside stays whole."""
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    for opening, closing in ("()", "«»", "“”", "[]"):
        inside = text[start:end]
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            end += 1
    return Span(start, end) if start < end else None
