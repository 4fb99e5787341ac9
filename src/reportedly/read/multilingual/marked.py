"""What the trained model says of a text: its statements, how sure they are, what lies ahead, and its names.

Without a model nothing is marked, and all rooms read by their rules alone.
"""

from dataclasses import dataclass, field
from typing import Literal

from reportedly.read.model import Outlook, Sureness, Tagged
from reportedly.read.multilingual.sheet import Sheet
from reportedly.text import Span

NameKind = Literal["person", "place", "organisation"]


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
    del sheet
    return Marked()
