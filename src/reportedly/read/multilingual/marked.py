"""What the trained model says of a text: its statements, how sure they are, what lies ahead, and its names."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.read.model import Outlook, Sureness, Tagged, multilingual
from reportedly.read.model.named import NameKind
from reportedly.read.multilingual.sheet import Sheet
from reportedly.text import Span

FLOOR = 0.3  # score that is enough where the rules see the same statement


@dataclass(frozen=True)
class NameMark:
    """Words that the model takes for a name of that kind, and how likely they are one."""

    span: Span
    kind: NameKind
    likely: float


@dataclass(frozen=True)
class Marked:
    """All places are characters of the article's text."""

    statements: tuple[Tagged, ...] = ()
    sure: Sureness = field(default_factory=Sureness)
    outlook: Outlook = field(default_factory=Outlook)
    names: tuple[NameMark, ...] = ()


def mark(sheet: Sheet) -> Marked:
    """What the model says of the paragraphs of a sheet."""
    found = multilingual.read(sheet.text, sheet.paragraphs, FLOOR)
    return Marked(found.statements, found.sure, found.outlook, tuple(_names(sheet, found)))


def _names(sheet: Sheet, found: multilingual.Marked) -> Iterator[NameMark]:
    for sentence in sheet.sentences:
        for name in found.named.names([word.span for word in sheet.words_in(sentence)]):
            yield NameMark(Span(*name.place), name.kind, name.likely)
