"""The numbers that stand in words, however they are written: 1,200 or 1200, twelve or 12, Persian digits or ours."""

import re
import unicodedata
from typing import Final

from reportedly.english import NUMBERS

_FIGURE: Final = re.compile(r"\d+(?:[.,٫٬]\d+)*")
_WORD: Final = re.compile(r"[a-z]+")
_TEN: Final = 10  # ones below it come after tens above it: twenty-one
_UNCOUNTED: Final = frozenset({"one", "zero"})  # "no one", "one of them": no number, mostly


def figures(words: str) -> frozenset[str]:
    """The numbers in these words, each written one way."""
    digits = {_plain(found) for found in _FIGURE.findall(words)}
    return frozenset(digits | _spelt(words.casefold()))


def _plain(found: str) -> str:
    """``1,200`` and ``۱٬۲۰۰`` as ``1200``, ``3.50`` as ``3.50``."""
    ours = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in found)
    return re.sub(r"[,٬](?=\d{3}(?!\d))", "", ours).replace("٫", ".").lstrip("0") or "0"


def _spelt(words: str) -> set[str]:
    """``twelve`` as ``12``, ``twenty-one`` as ``21``."""
    found, tens = set[str](), 0
    for word in _WORD.findall(words):
        value = NUMBERS.get(word) if word not in _UNCOUNTED or tens else None
        if tens and value and value < _TEN:
            found.discard(str(tens))
            found.add(str(tens + value))
        elif value is not None:
            found.add(str(value))
        tens = value if value and value > _TEN and value % _TEN == 0 else 0
    return found
