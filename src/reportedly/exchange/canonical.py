"""The one way to write a value as bytes, so that two desks sign and compare the same ones."""

from typing import Any

import msgspec


def canonical(value: Any) -> bytes:
    """JSON with sorted keys, no blanks, letters beyond ASCII as they are."""
    return msgspec.json.encode(value, order="sorted")
