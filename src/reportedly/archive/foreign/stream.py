"""Other people's WARC files as a stream of records: packed record by record, packed as a whole, or not at all.

Damage ends a record, not the file: reading goes on at the next record that can be found. Nothing larger than a limit is
held in memory or unpacked for nothing.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from reportedly.archive.foreign.compression import ERRORS, compression

PIECE: Final = 1 << 16
LARGEST: Final = 100_000_000  # bytes of a record that is taken; the longest pages have a tenth
PASSED_OVER: Final = 1_000_000_000  # bytes unpacked to get behind a larger one
HEAD: Final = 65_536  # bytes of a record's own fields
BLOCK: Final = 140_000  # packed bytes of which at least one block is whole, so that something comes of them
LINE: Final = 100  # bytes that show whether a record begins
_FIRST: Final = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")


class Read(NamedTuple):
    """A record: where it begins in the file (packed bytes), its fields by small letters, its block."""

    offset: int
    fields: dict[str, str]
    block: bytes


class Damage(NamedTuple):
    """Where a record cannot be read, and why."""

    offset: int
    reason: str


class Broken(Exception):
    """The record under way cannot be read to its end."""


def records(source: BinaryIO, wanted: frozenset[str]) -> Iterator[Read | Damage]:
    """The records of those WARC types, and what is damaged.

    Raises what ``source`` raises, and ``BadInput`` where the file's own dictionary cannot be used.
    """
    stream = _Stream(source)
    while stream.more():
        begin = stream.record_at
        try:
            record = _record(stream, wanted)
        except Broken as broken:
            yield Damage(begin, str(broken))
            if not stream.recover(begin):
                return
            continue
        if record is not None:
            yield Read(begin, *record)


def _record(stream: "_Stream", wanted: frozenset[str]) -> tuple[dict[str, str], bytes] | None:
    head = stream.head()
    fields = _fields(head)
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise Broken("a record that does not say how long it is")
    size = int(length[:18])
    if fields.get("warc-type", "") not in wanted:
        stream.drop(size)
        return None
    if size > LARGEST:
        stream.drop(size)
        raise Broken(f"a record of {size:,} bytes, more than is taken of one")
    return fields, stream.take(size)


def _fields(head: bytes) -> dict[str, str]:
    if not _FIRST.match(head):
        raise Broken(f"no record begins there: {head[:20]!r}")
    lines = head.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


class _Stream:
    """The unpacked bytes of a file, a piece at a time, and where in the file they come from."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._compression = compression(source)
        self._begin(self._compression.first if self._compression else 0)

    def _begin(self, offset: int) -> None:
        """Go on reading at a place in the file."""
        self._source.seek(offset)
        self._position = offset  # of the first byte not yet read from the file
        self._input = b""
        self._buffer = bytearray()
        self._unpacker = self._compression.unpacker() if self._compression else None
        self._in_member = False
        self.record_at = offset

    def more(self) -> bool:
        """Whether another record begins; blank lines between records are passed over."""
        while True:
            kept = self._buffer.lstrip(b"\r\n")
            if kept:
                self._consumed(len(self._buffer) - len(kept))
                return True
            self._buffer.clear()
            self.record_at = self._position - len(self._input)
            try:
                if not self._fill():
                    return False
            except Broken:
                self._buffer += b"?"  # a record that is none: whoever takes its head is told
                return True

    def head(self) -> bytes:
        """A record's own fields, without the blank line that ends them."""
        while True:
            end = re.search(rb"\r?\n\r?\n", self._buffer)
            if end:
                head = bytes(self._buffer[: end.start()]) + b"\n"
                self._consumed(end.end())
                return head
            if len(self._buffer) > HEAD:
                raise Broken("no record begins there")
            if not self._fill():
                raise Broken("the file ends within a record")

    def take(self, size: int) -> bytes:
        """The next ``size`` bytes; raises ``Broken`` where there are fewer."""
        while len(self._buffer) < size:
            if not self._fill():
                raise Broken("the file ends within a record")
        taken = bytes(self._buffer[:size])
        self._consumed(size)
        return taken

    def drop(self, size: int) -> None:
        """Go past the next ``size`` bytes; raises ``Broken`` where that would unpack too much."""
        held = min(size, len(self._buffer))
        self._consumed(held)
        left = size - held
        if left and not self._compression:
            self._begin(self._position + left)
            return
        if left > PASSED_OVER:
            raise Broken(f"a record of {size:,} bytes, more than is unpacked to get behind it")
        while left:
            self.take(min(left, PIECE))
            left -= min(left, PIECE)

    def _consumed(self, size: int) -> None:
        del self._buffer[:size]
        if not self._compression:
            self.record_at += size

    def _fill(self) -> bool:
        """Unpack a piece more into the buffer; False at the end of the file."""
        if not self._input:
            self._input = self._source.read(PIECE)
            self._position += len(self._input)
        if not self._input:
            if self._in_member:
                raise Broken("the file ends within a record")
            return False
        if not self._compression:
            self._buffer += self._input
            self._input = b""
            return True
        self._unpack()
        return True

    def _unpack(self) -> None:
        if self._compression is None or self._unpacker is None:
            return
        if self._unpacker.eof:
            self._unpacker = self._compression.unpacker()
            if not self._buffer:
                self.record_at = self._position - len(self._input)
        try:
            self._buffer += self._unpacker.decompress(self._input, 4 * PIECE)
        except ERRORS as error:
            raise Broken(f"the record cannot be unpacked ({error})") from error
        self._in_member = not self._unpacker.eof
        self._input = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail

    def recover(self, after: int) -> bool:
        """Go to the next record behind a damaged one; False where there is none."""
        offset = after + 1
        while True:
            self._source.seek(offset)
            piece = self._source.read(PIECE)
            beginning = piece.find(self._compression.magic if self._compression else b"WARC/1.")
            if beginning < 0:
                if len(piece) < PIECE:
                    return False
                offset += PIECE - 8
            elif self._begins(offset + beginning):
                self._begin(offset + beginning)
                return True
            else:
                offset += beginning + 1

    def _begins(self, offset: int) -> bool:
        self._source.seek(offset)
        rest = self._source.read(BLOCK)
        if self._compression is None:
            return bool(_FIRST.match(rest))
        unpacker, made = self._compression.unpacker(), b""
        try:
            while rest and len(made) < LINE and not unpacker.eof:
                made += unpacker.decompress(rest, LINE)
                rest = unpacker.unconsumed_tail
        except ERRORS:
            return False
        return bool(_FIRST.match(made))
