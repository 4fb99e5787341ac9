"""Content codings: a payload as it came over the wire, made readable."""

import io
import zlib
from collections.abc import Callable
from typing import Final

import brotli
import zstandard

MOST: Final = 200_000_000  # bytes; no page comes near, and a payload made to fill the memory stops here


class TooMuch(ValueError):
    """A payload that unpacks to more than was allowed."""


def plain(payload: bytes, coding: str, most: int = MOST) -> bytes:
    """``payload`` without the codings that its ``Content-Encoding`` names.

    A payload that is not in the coding it claims is given as it is: hosts claim what they do not do. Raises
    ``TooMuch`` beyond ``most`` bytes.
    """
    words = [word.strip().lower().removeprefix("x-") for word in coding.split(",")]
    for word in reversed(words):
        try:
            payload = _CODINGS[word](payload, most) if word in _CODINGS else payload
        except (zlib.error, brotli.error, zstandard.ZstdError, EOFError):
            return payload
    return payload


def _inflated(data: bytes, window: int, most: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    return _within(unpacker.decompress(data, most + 1), most)


def _gzip(data: bytes, most: int) -> bytes:
    return _inflated(data, 31, most)


def _deflate(data: bytes, most: int) -> bytes:
    """``deflate`` means zlib's format, yet some hosts send it bare."""
    try:
        return _inflated(data, 15, most)
    except zlib.error:
        return _inflated(data, -15, most)


def _brotli(data: bytes, most: int) -> bytes:
    unpacker, pieces, made = brotli.Decompressor(), [], 0
    piece = unpacker.process(data, output_buffer_limit=1 << 20)
    while piece or not unpacker.can_accept_more_data():
        pieces.append(piece)
        made += len(piece)
        _within(b"", most - made)
        piece = unpacker.process(b"", output_buffer_limit=1 << 20)
    return b"".join(pieces)


def _zstd(data: bytes, most: int) -> bytes:
    unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    with unpacker.stream_reader(io.BytesIO(data), read_across_frames=True) as stream:
        return _within(stream.read(most + 1), most)


def _within(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise TooMuch("the page unpacks to more than is taken of one")
    return data


_CODINGS: Final[dict[str, Callable[[bytes, int], bytes]]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
