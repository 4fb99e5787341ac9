"""Texts that a program cut off when it exported them, as all rows of the file together show.

One text that ends in dots, or has a certain length, may be whole; where most of a file's texts do, the export cut them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.extract.partial import breaks_off

SPREADSHEET = 32_767  # characters that a cell of a spreadsheet holds at most
FEW = 3  # texts below which nothing can be told
MOST = 0.8  # share of the texts that end in dots where the export cuts
SHORTEST = 60  # characters; shorter texts may have one length by chance
ENDS = ".!?…\"'”’»)]。！？۔؟।"


class Cut(NamedTuple):
    """How the texts of a file are cut off: ``dots`` at the end, or at a ``length``."""

    dots: bool = False
    length: int = 0

    def reason(self, text: str) -> str | None:
        """Why this text is only a part; None where it does not look so."""
        if self.dots and breaks_off(text):
            return "it ends in dots, as nearly all texts of the file do"
        if self.length and len(text) == self.length and not _ends(text):
            return f"it has exactly {self.length:,} characters, as the longest texts of the file have"
        if len(text) == SPREADSHEET and not _ends(text):
            return f"it has {SPREADSHEET:,} characters, the most that a cell of a spreadsheet holds"
        return None


UNCUT = Cut()


def cut(texts: Sequence[str]) -> Cut:
    """How these texts, the first of a file, are cut off."""
    held = list(dict.fromkeys(text for text in texts if text.strip()))
    longest = max(map(len, held), default=0)
    same = [text for text in held if len(text) == longest]
    at = longest if longest >= SHORTEST and len(same) >= FEW and not any(map(_ends, same)) else 0
    return Cut(len(held) >= FEW and sum(map(breaks_off, held)) >= MOST * len(held), at)


def _ends(text: str) -> bool:
    return text.rstrip()[-1:] in ENDS
