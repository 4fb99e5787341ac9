"""Files handed in, unpacked while they are read: plain, gzip or Zstandard, never more than their size allows.

Archives inside archives are refused, and so is data that unpacks to hundreds of times its size: no text does.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

from reportedly.errors import BadInput, TooLarge
from reportedly.letters import decode

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
ARCHIVES = {
    b"PK\x03\x04": "a ZIP archive or office document",
    b"PK\x05\x06": "an empty ZIP archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
}
TAR_AT, TAR = 257, b"ustar"
HEAD = 512  # bytes that tell what a file is
RATIO = 200  # times its size; the most repetitive text known to us, a log of one line, unpacks to some hundred times
FREE = 64_000_000  # bytes that anything may unpack to before the ratio counts
WINDOW = 2**27  # bytes of memory that a Zstandard frame may ask for
SKIP = 1_000_000  # bytes of an endless line passed over at a time


def opened(path: Path) -> BinaryIO:
    """The bytes of a file without gzip or Zstandard around them.

    Raises ``BadInput`` at once for other archives and for archives in archives, and while reading for damaged data;
    ``TooLarge`` while reading where it unpacks to far more than its size.
    """
    source = path.open("rb")
    try:
        return _unpacked(source, path)
    except BaseException:
        source.close()
        raise


def _unpacked(source: io.BufferedReader, path: Path) -> BinaryIO:
    head = source.peek(HEAD)[:HEAD]
    _refuse(head, path)
    if not is_packed(head):
        return source
    inner = io.BufferedReader(_Unpacking(source, path, zstd=head.startswith(ZSTD)))
    inside = inner.peek(HEAD)[:HEAD]
    if is_packed(inside):
        raise BadInput(f"{path} is packed twice: unpack it once by hand")
    _refuse(inside, path)
    return inner


def is_packed(head: bytes) -> bool:
    """Whether data that begins so is gzip or Zstandard."""
    return head.startswith((GZIP, ZSTD))


def _refuse(head: bytes, path: Path) -> None:
    kind = next((what for magic, what in ARCHIVES.items() if head.startswith(magic)), None)
    if head[TAR_AT : TAR_AT + len(TAR)] == TAR:
        kind = "a tar archive"
    if document := decode.office(head):
        raise BadInput(f"{path} is {document}: save it as plain text or as a page of HTML")
    if kind:
        raise BadInput(f"{path} holds {kind}: unpack it by hand and hand in the files or their folder")


class _Unpacking(io.RawIOBase):
    """Unpacked bytes, counted against the packed ones."""

    def __init__(self, source: io.BufferedReader, path: Path, *, zstd: bool) -> None:
        self._source, self._path, self._made = source, path, 0
        if zstd:
            packed = zstandard.ZstdDecompressor(max_window_size=WINDOW)
            self._stream = cast("BinaryIO", packed.stream_reader(source, read_across_frames=True))
        else:
            self._stream = cast("BinaryIO", gzip.GzipFile(fileobj=source))

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` as far as there is something."""
        space = memoryview(cast("bytearray", buffer)).cast("B")
        try:
            data = self._stream.read(len(space))
        except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
            raise BadInput(f"{self._path} is damaged after {self._made:,} unpacked bytes: {error}") from error
        self._made += len(data)
        if self._made > max(FREE, RATIO * self._source.tell()):
            raise TooLarge(f"{self._path} unpacks to more than {RATIO} times its size: no text does")
        space[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the file too."""
        self._source.close()
        super().close()


def lines(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines of a stream with their ends. One of more than ``most`` bytes is cut off behind them, never held."""
    while line := stream.readline(most + 1):
        yield line
        if len(line) > most and not line.endswith(b"\n"):
            while (part := stream.readline(SKIP)) and not part.endswith(b"\n"):
                pass
