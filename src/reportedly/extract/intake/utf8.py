"""Files of two or four bytes a character, as spreadsheets and PowerShell write them, as streams of UTF-8."""

import codecs
import io
from typing import BinaryIO, cast

from reportedly.letters.decode import MARKS

HEAD = 4_096  # bytes that tell
CHUNK = 65_536
MANY, FEW = 0.7, 0.05  # share of zeros in every second byte where the letters are Latin, and in the others


def stream(raw: BinaryIO) -> BinaryIO:
    """The same text in UTF-8 without a mark of byte order; files of one byte a character as they are."""
    whole = raw if hasattr(raw, "peek") else io.BufferedReader(cast("io.RawIOBase", raw))
    head = cast("io.BufferedReader", whole).peek(HEAD)[:HEAD]
    mark, charset = next((known for known in MARKS if head.startswith(known[0])), (b"", _unmarked(head)))
    whole.read(len(mark))
    return io.BufferedReader(_Narrowed(whole, charset)) if charset not in {"", "utf-8"} else whole


def _unmarked(head: bytes) -> str:
    half = len(head) // 2
    if half > 1 and head[1::2].count(0) > MANY * half and head[::2].count(0) <= FEW * half:
        return "utf-16-le"
    if half > 1 and head[::2].count(0) > MANY * half and head[1::2].count(0) <= FEW * half:
        return "utf-16-be"
    return ""


class _Narrowed(io.RawIOBase):
    """A stream decoded from one charset and encoded as UTF-8."""

    def __init__(self, source: BinaryIO, charset: str) -> None:
        self._source, self._ready = source, b""
        self._decoder = codecs.getincrementaldecoder(charset)("replace")

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` as far as there is something."""
        space = memoryview(cast("bytearray", buffer)).cast("B")
        while not self._ready:
            data = self._source.read(CHUNK)
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        part, self._ready = self._ready[: len(space)], self._ready[len(space) :]
        space[: len(part)] = part
        return len(part)
