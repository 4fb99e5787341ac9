"""The JSON objects in a file that are rows: one a line, or in one document, plain or laid out over many lines.

Lines come first, for they are quickest. What no line holds alone is followed to its end by ``brackets``, so one broken
place costs one row, whatever the file's size.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from reportedly.extract.intake.brackets import Document
from reportedly.extract.intake.decoding import BETWEEN
from reportedly.extract.intake.listed import Fits, Found, inside
from reportedly.extract.intake.pieces import Pieces


def objects(stream: BinaryIO, longest: int, fits: Fits) -> Iterator[Found]:
    """Each row, and what is wrong where one cannot be had. One may have ``longest`` bytes."""
    pieces = Pieces(stream, longest)
    first = True
    while piece := pieces.next():
        bare = piece.strip(BETWEEN)
        if not bare:
            continue
        try:
            value = msgspec.json.decode(bare)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            yield from Document(pieces, longest, fits, alone=first).rows(piece)
        else:
            yield from _rows(value, pieces.line, fits)
        first = False


def _rows(value: Any, line: int, fits: Fits) -> Iterator[Found]:
    """The rows in a value that has a line for itself."""
    place = f"line {line}"
    if isinstance(value, dict) and fits(value):
        yield Found(place, value)
    elif held := inside(value, fits):
        for number, row in enumerate(held, 1):
            yield Found.of(row, f"article {number}" if line == 1 else f"article {line}.{number}")
    elif isinstance(value, dict) and value:
        yield Found(place, value)
    else:
        yield Found(place, None, f"this is {_what(value)}")


def _what(value: Any) -> str:
    return "an empty object" if value == {} else f"a {type(value).__name__} without articles"
