"""JSON lines: an object a row, with the names of the columns."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

SLICE: Final = 50
"""Rows put into one piece."""


def write(record: type[msgspec.Struct], rows: Iterable[Any]) -> Iterator[bytes]:  # noqa: ARG001  others need it
    """The rows, some at a time."""
    encoder = msgspec.json.Encoder()
    page = bytearray()
    for number, row in enumerate(rows, 1):
        page += encoder.encode(row) + b"\n"
        if number % SLICE == 0:
            yield bytes(page)
            page.clear()
    yield bytes(page)
