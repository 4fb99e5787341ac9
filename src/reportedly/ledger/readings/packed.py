"""Long rows of 64-bit numbers as bytes: a letter that says whether they have signs, then eight bytes each."""

import struct
from collections.abc import Sequence


def pack(numbers: Sequence[int]) -> bytes:
    """``numbers`` as bytes: all from -2**63 to 2**63-1, or all from 0 to 2**64-1."""
    kind = "q" if numbers and min(numbers) < 0 else "Q"
    return kind.encode() + struct.pack(f"<{len(numbers)}{kind}", *numbers)


def unpack(data: bytes) -> tuple[int, ...]:
    """The numbers again."""
    return struct.unpack_from(f"<{len(data) // 8}{chr(data[0])}", data, 1)
