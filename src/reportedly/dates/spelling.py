"""How words of dates are spelled alike: small letters, no accents, plain digits, one form of each Arabic letter."""

import unicodedata
from typing import Final

# NFKD leaves them as they are, though keyboards and programs use one for the other.
_LETTERS: Final = str.maketrans(
    {"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ı": "i", "−": "-", "–": "-", "’": "'"}
)
_UNSEEN: Final = dict.fromkeys(
    map(ord, "\u00ad\u0640\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
)


def plain(words: str) -> str:
    """The words with single spaces, as the table of names spells them; digits of any script as ASCII."""
    if words.isascii():
        return " ".join(words.casefold().split())
    apart = unicodedata.normalize("NFKD", words.replace("\u200c", " ").casefold().translate(_UNSEEN))
    kept = (_character(c) for c in apart if not unicodedata.combining(c))
    return " ".join("".join(kept).translate(_LETTERS).split())


def _character(c: str) -> str:
    return str(unicodedata.decimal(c)) if c.isdecimal() else c
