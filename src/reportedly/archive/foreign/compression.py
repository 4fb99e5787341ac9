"""How other people's WARC files are packed: gzip, Zstandard with or without a dictionary of the file's own, or not.

After the WARC Zstandard specification (iipc.github.io/warc-specifications, "Zstandard compression"): one frame or more
for each record; the dictionary, itself packed or not, in a skippable frame at the file's very beginning.
"""

import struct
import zlib
from collections.abc import Callable
from typing import IO, Final, NamedTuple, Protocol

import zstandard

from reportedly.errors import BadInput

GZIP: Final = b"\x1f\x8b\x08"
ZSTD: Final = b"\x28\xb5\x2f\xfd"
SKIPPABLE: Final = b"\x2a\x4d\x18"  # behind a byte from 0x50 to 0x5f
DICTIONARY: Final = b"\x37\xa4\x30\xec"
LARGEST_DICTIONARY: Final = 16_000_000  # bytes, packed or not; those in use have some hundred thousand
WINDOW: Final = 1 << 27  # bytes of memory that a frame may ask for
PIECE: Final = 1 << 16
BITE: Final = 1 << 10  # packed bytes taken at a time: a block of 4 bytes may unpack to 128 kB

ERRORS: Final = (zlib.error, zstandard.ZstdError)


class Unpacker(Protocol):
    """Unpacks one member or frame, as ``zlib.decompressobj`` does."""

    @property
    def eof(self) -> bool:
        """Whether it ended."""

    @property
    def unused_data(self) -> bytes:
        """What was given beyond its end."""

    @property
    def unconsumed_tail(self) -> bytes:
        """What was given and not yet looked at."""

    def decompress(self, data: bytes, most: int, /) -> bytes:
        """What comes of the first of these bytes, about ``most`` bytes of it."""


class Compression(NamedTuple):
    """How a file is packed: what each member begins with, what unpacks one, and where the first one stands."""

    magic: bytes
    unpacker: Callable[[], Unpacker]
    first: int = 0


def compression(source: IO[bytes]) -> Compression | None:
    """How the file is packed; None where it is not. Raises ``BadInput`` where it has a dictionary that is none."""
    source.seek(0)
    head = source.read(8)
    if head.startswith(GZIP):
        return Compression(GZIP, lambda: zlib.decompressobj(31))
    if head.startswith(ZSTD):
        return Compression(ZSTD, _Frame)
    if head[:1] and head[0] & 0xF0 == 0x50 and head[1:4] == SKIPPABLE:  # noqa: PLR2004 - sixteen such numbers
        return _with_dictionary(source, struct.unpack("<I", head[4:8].ljust(4, b"\0"))[0])
    return None


def _with_dictionary(source: IO[bytes], size: int) -> Compression:
    if size > LARGEST_DICTIONARY:
        raise BadInput(f"its dictionary has {size:,} bytes, more than {LARGEST_DICTIONARY:,}")
    held = source.read(size)
    if held.startswith(ZSTD):
        held = _unpacked(held)
    if len(held) < 8 or not held.startswith(DICTIONARY):  # noqa: PLR2004 - its magic number and its own number
        return Compression(ZSTD, _Frame, 8 + size)  # another program's matter
    try:
        dictionary = zstandard.ZstdCompressionDict(held, dict_type=zstandard.DICT_TYPE_FULLDICT)
        known = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=WINDOW)
    except zstandard.ZstdError as error:
        raise BadInput(f"its dictionary cannot be used: {error}") from error
    return Compression(ZSTD, lambda: _Frame(known), 8 + size)


def _unpacked(held: bytes) -> bytes:
    """What the frame ``held`` unpacks to; the work grows with the bytes, packed and unpacked."""
    frame, unpacked = _Frame(), bytearray()
    try:
        for start in range(0, len(held), BITE):
            if frame.eof or len(unpacked) > LARGEST_DICTIONARY:
                break
            unpacked += frame.decompress(held[start : start + BITE], PIECE)
    except zstandard.ZstdError as error:
        raise BadInput(f"its dictionary cannot be unpacked: {error}") from error
    if len(unpacked) > LARGEST_DICTIONARY:
        raise BadInput(f"its dictionary unpacks to more than {LARGEST_DICTIONARY:,} bytes")
    if not frame.eof:
        raise BadInput("its dictionary cannot be unpacked: it ends too early")
    return bytes(unpacked)


class _Frame:
    """One Zstandard frame, a skippable one too, a bite at a time."""

    def __init__(self, known: zstandard.ZstdDecompressor | None = None) -> None:
        self._frame = (known or zstandard.ZstdDecompressor(max_window_size=WINDOW)).decompressobj()
        self.unconsumed_tail = self.unused_data = b""

    @property
    def eof(self) -> bool:
        """Whether the frame ended."""
        return self._frame.eof

    def decompress(self, data: bytes, _most: int, /) -> bytes:
        """What comes of the first bite; at most some 30 MB do."""
        unpacked = self._frame.decompress(data[:BITE])
        if self.eof:
            self.unused_data, self.unconsumed_tail = self._frame.unused_data + data[BITE:], b""
        else:
            self.unconsumed_tail = data[BITE:]
        return unpacked
