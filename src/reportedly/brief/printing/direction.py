"""Which way words are written: by their language where it is known, else by their own letters."""

import re
from typing import Final

RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "arc", "bal", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_LETTER: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RUN: Final = re.compile(f"[{_LETTER}](?:[{_LETTER}\\W\\d_]*[{_LETTER}])?")
"""From one right-to-left letter to another, with nothing but marks, spaces and numbers between them."""


def of(words: str, language: str = "und") -> str:
    """``rtl`` or ``ltr``; of words in no known language that of most letters.

    The first letter says too little: an English sentence may begin with the name of a Persian outlet.
    """
    if language != "und":
        return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
    letters = [bool(_RUN.match(c)) for c in words if c.isalpha()]
    return "rtl" if 2 * sum(letters) > len(letters) else "ltr"


def pieces(words: str) -> list[tuple[str, bool]]:
    """The words in their order, cut where their direction turns; True where a piece runs from right to left."""
    cut: list[tuple[str, bool]] = []
    done = 0
    for run in _RUN.finditer(words):
        cut += [(words[done : run.start()], False)] if run.start() > done else []
        cut.append((run.group(), True))
        done = run.end()
    return [*cut, (words[done:], False)] if done < len(words) else cut
