"""The body of an answer, within its limits: as it came, and unpacked.

Invariant: nothing is ever unpacked further than its limit, whatever it claims: a bomb costs no more than a
large page.
"""

import zlib
from collections.abc import Callable, Iterable

import brotli
import zstandard

from reportedly.errors import TooLarge
from reportedly.fetch.http.failures import NoPage

ACCEPTED = "gzip, deflate, br, zstd"
MOST_CODINGS = 2  # one over the other; more is nesting for its own sake
MOST_FOLD = 200  # times its size that a page may unpack to; honest HTML stays below 60
SLIGHT = 1_000_000  # bytes that do no harm, however well they were packed
ZSTD_WINDOW = 2**23  # the most memory a page may ask for (RFC 9659)
ZSTD_BITE = 256  # bytes taken at a time: each can unpack to 8 MB at most
GZIP = 31  # zlib's word for its own format within gzip's frame
MAGIC = b"\x1f\x8b"
_NOT_ASKED_FOR = {"compress", "x-compress", "dcb", "dcz"}


def received(chunks: Iterable[bytes], limit: int) -> bytes:
    """All bytes of an answer; raises ``TooLarge`` as soon as there are more than ``limit``."""
    whole = bytearray()
    for chunk in chunks:
        whole += chunk
        if len(whole) > limit:
            raise TooLarge(f"the page has more than {limit:,} bytes (fetch.max_bytes)")
    return bytes(whole)


def unpacked(data: bytes, coding: str | None, limit: int) -> bytes | None:
    """``data`` without its content codings, or None where it has none.

    Raises ``TooLarge`` for what would unpack to more than ``limit`` bytes or to a suspicious multiple of its size. A
    coding that was not asked for, or data that is not in the coding it claims, is ``NoPage``; a word that is no coding
    at all (some hosts put a charset there) is ignored.
    """
    words = [word.strip().lower() for word in (coding or "").split(",")]
    if _NOT_ASKED_FOR.intersection(words):
        raise NoPage("failed", f"the page came packed as {coding!r}, which was not asked for")
    layers = [word for word in words if word in _CODINGS]
    if len(layers) > MOST_CODINGS:
        raise NoPage("failed", f"the page came packed {len(layers)} times over ({coding}): not unpacked")
    if not data or not layers:
        return None
    most = min(limit, max(SLIGHT, MOST_FOLD * len(data)))
    for layer in reversed(layers):
        data = _layer(data, layer, most, limit)
    return data


def gunzipped(data: bytes, limit: int) -> bytes:
    """A gzip *file* (a sitemap's) unpacked under the same limits; a file that is none comes back as it is."""
    most = min(limit, max(SLIGHT, MOST_FOLD * len(data)))
    for _ in range(MOST_CODINGS):
        if data[:2] != MAGIC:
            return data
        data = _layer(data, "gzip", most, limit)
    if data[:2] == MAGIC:
        raise NoPage("failed", f"the file is packed more than {MOST_CODINGS} times over: not unpacked")
    return data


def _layer(data: bytes, coding: str, most: int, limit: int) -> bytes:
    try:
        whole = _CODINGS[coding](data, most)
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise NoPage("failed", f"the page claims to be packed with {coding} but cannot be unpacked: {error}") from error
    if len(whole) <= most:
        return whole
    if most == limit:
        raise TooLarge(f"the page unpacks to more than {limit:,} bytes (fetch.max_bytes)")
    raise TooLarge(f"the page unpacks to more than {MOST_FOLD} times its {len(data):,} bytes: broken off")


def _gzip(data: bytes, most: int) -> bytes:
    """All members of a gzip stream; what follows the last one and is none is left out, as gunzip does."""
    return _inflated(data, GZIP, most)


def _deflate(data: bytes, most: int) -> bytes:
    """``deflate`` means zlib's format, yet some hosts send it bare: the first bytes tell."""
    framed = data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0
    return _inflated(data, 15 if framed else -15, most)


def _inflated(data: bytes, window: int, most: int) -> bytes:
    whole = bytearray()
    while data:
        unpacker = zlib.decompressobj(window)
        whole += unpacker.decompress(data, most + 1 - len(whole))
        if len(whole) > most:
            break
        if not unpacker.eof:
            raise zlib.error("it ends too early")
        data = unpacker.unused_data
        if window != GZIP or data[:2] != MAGIC:
            break
    return bytes(whole)


def _brotli(data: bytes, most: int) -> bytes:
    unpacker = brotli.Decompressor()
    whole = bytearray(unpacker.process(data, output_buffer_limit=most + 1))
    while len(whole) <= most and not unpacker.is_finished():
        more = unpacker.process(b"", output_buffer_limit=most + 1 - len(whole))
        if not more:
            raise brotli.error("it ends too early")
        whole += more
    return bytes(whole)


def _zstd(data: bytes, most: int) -> bytes:
    frames = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    whole, unpacker = bytearray(), frames.decompressobj()
    for start in range(0, len(data), ZSTD_BITE):
        bite = data[start : start + ZSTD_BITE]
        while bite and len(whole) <= most:
            unpacker = frames.decompressobj() if unpacker.eof else unpacker
            whole += unpacker.decompress(bite)
            bite = unpacker.unused_data if unpacker.eof else b""
    if len(whole) <= most and not unpacker.eof:
        raise zstandard.ZstdError("it ends too early")
    return bytes(whole)


_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
