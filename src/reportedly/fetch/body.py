"""The body of an answer, within its limits: as it came, and unpacked."""

import zlib
from collections.abc import Iterable

from reportedly.errors import TooLarge
from reportedly.fetch.failures import NoPage

ACCEPTED = "gzip, deflate"
_NOT_ASKED_FOR = {"br", "zstd", "compress", "x-compress", "x-gzip", "dcb", "dcz"}


def received(chunks: Iterable[bytes], limit: int) -> bytes:
    """All bytes of an answer; raises ``TooLarge`` as soon as there are more than ``limit``."""
    whole = bytearray()
    for chunk in chunks:
        whole += chunk
        if len(whole) > limit:
            raise TooLarge(f"the page has more than {limit:,} bytes (fetch.max_bytes)")
    return bytes(whole)


def unpacked(data: bytes, coding: str | None, limit: int) -> bytes | None:
    """``data`` without its content coding, or None where it has none.

    Never makes more than ``limit`` bytes (``TooLarge``). A coding that was not asked for, or data that is not in the
    coding it claims, is ``NoPage``; a word that is no coding at all (some hosts put a charset there) is ignored.
    """
    words = [word.strip().lower() for word in (coding or "").split(",") if word.strip()]
    if len(words) > 1 or _NOT_ASKED_FOR.intersection(words):
        raise NoPage("failed", f"the page came packed as {coding!r}, which was not asked for")
    if not data or words not in (["gzip"], ["deflate"]):
        return None
    try:
        return _inflated(data, 31 if words == ["gzip"] else _deflate_window(data), limit)
    except zlib.error as error:
        raise NoPage("failed", f"the page claims to be packed with {coding} but cannot be unpacked: {error}") from error


def _inflated(data: bytes, window: int, limit: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    whole = unpacker.decompress(data, limit + 1)
    if len(whole) > limit:
        raise TooLarge(f"the page unpacks to more than {limit:,} bytes (fetch.max_bytes)")
    if not unpacker.eof:
        raise zlib.error("it ends too early")
    return whole


def _deflate_window(data: bytes) -> int:
    """``deflate`` means zlib's format, yet some hosts send it bare: the first byte tells."""
    return 15 if data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0 else -15
