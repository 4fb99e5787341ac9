"""Other people's WARC and ARC files as a stream of records: packed record by record, as a whole, or not at all.

Damage ends a record, not the file: reading goes on at the next record that can be found. Nothing larger than a limit is
held in memory or unpacked for nothing.
"""

import re
from collections.abc import Iterator
from typing import IO, Final, NamedTuple

from reportedly.archive.foreign import arc
from reportedly.archive.foreign.compression import ERRORS, compression

PIECE: Final = 1 << 16
LARGEST: Final = 100_000_000  # bytes of a record that is taken; the longest pages have a tenth
PASSED_OVER: Final = 1_000_000_000  # bytes unpacked to get behind a larger one
HEAD: Final = 65_536  # bytes of a record's own fields
BLOCK: Final = 140_000  # packed bytes of which at least one block is whole, so that something comes of them
LINE: Final = 2_000  # bytes that show whether a record begins; ARC tells it by a line with an address
_FOLDED: Final = re.compile(r"\n[ \t]+")
_FIRST: Final = re.compile(rb"WARC/\d\.\d{1,2}[ \t]*\r?\n")
_WARC: Final = b"WARC/"
_BLANK: Final = re.compile(rb"\r?\n[ \t]*\r?\n")
_LINE_END: Final = re.compile(rb"\r?\n")


class Read(NamedTuple):
    """A record: where it begins in the file (packed bytes), its fields by small letters, its block.

    ``missing`` are the bytes that the file's end cut off the block.
    """

    offset: int
    fields: dict[str, str]
    block: bytes
    missing: int = 0


class Damage(NamedTuple):
    """Where a record cannot be read, and why."""

    offset: int
    reason: str


class Broken(Exception):
    """The record under way cannot be read to its end."""


class Ended(Broken):
    """The file ends within the record under way."""

    def __init__(self) -> None:
        super().__init__("the file ends within a record")


def records(source: IO[bytes], wanted: frozenset[str]) -> Iterator[Read | Damage]:
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


def _record(stream: "_Stream", wanted: frozenset[str]) -> tuple[dict[str, str], bytes, int] | None:
    fields = _fields(stream.head())
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise Broken("a record that does not say how long it is")
    size = int(length[:18])
    if fields.get("warc-type", "").lower() not in wanted:
        stream.drop(size)
        return None
    if size > LARGEST:
        stream.drop(size)
        raise Broken(f"a record of {size:,} bytes, more than is taken of one")
    try:
        return fields, stream.take(size), 0
    except Ended:
        rest = stream.rest()
        return fields, rest, size - len(rest)


def _fields(head: bytes) -> dict[str, str]:
    if not _FIRST.match(head):
        if (known := arc.fields(head)) is None:
            raise Broken(f"no record begins there: {head[:20]!r}")
        return known
    lines = _FOLDED.sub(" ", head.decode("utf-8", "replace").replace("\r\n", "\n")).split("\n")[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _is_first(made: bytes) -> bool:
    """Whether a record begins so."""
    return bool(_FIRST.match(made)) or arc.fields(made.partition(b"\n")[0]) is not None


class _Stream:
    """The unpacked bytes of a file, a piece at a time, and where in the file they come from."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._compression = compression(source)
        source.seek(0)
        self._is_arc = arc.fields(source.read(arc.LONGEST).partition(b"\n")[0]) is not None
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
        """Whether another record begins; blank lines between records are passed over, and what fills up a file."""
        while True:
            kept = self._buffer.lstrip(b"\r\n\0")
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
            begins = self._buffer[: len(_WARC)]
            end = (_BLANK if _WARC.startswith(begins) else _LINE_END).search(self._buffer)
            if end:
                head = bytes(self._buffer[: end.start()]) + b"\n"
                self._consumed(end.end())
                return head
            if len(self._buffer) > HEAD:
                raise Broken("no record begins there")
            if not self._fill():
                raise Ended

    def take(self, size: int) -> bytes:
        """The next ``size`` bytes; raises ``Broken`` where there are fewer."""
        while len(self._buffer) < size:
            if not self._fill():
                raise Ended
        taken = bytes(self._buffer[:size])
        self._consumed(size)
        return taken

    def rest(self) -> bytes:
        """What is left of a file that ended."""
        rest, self._in_member = bytes(self._buffer), False
        self._consumed(len(rest))
        return rest

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
                raise Ended
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
            self._input = self._input.lstrip(b"\0")  # some tools fill files up to a round size
            if not self._input:
                return
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
            beginning = self._sign(piece)
            if beginning < 0:
                if len(piece) < PIECE:
                    return False
                offset += PIECE - (arc.LONGEST if self._is_arc else 8)
            elif self._begins(offset + beginning):
                self._begin(offset + beginning)
                return True
            else:
                offset += beginning + 1

    def _sign(self, piece: bytes) -> int:
        """Where in a piece a record may begin; -1 where none does."""
        if self._compression:
            return piece.find(self._compression.magic)
        return arc.begins(piece) if self._is_arc else piece.find(b"WARC/1.")

    def _begins(self, offset: int) -> bool:
        self._source.seek(offset)
        rest = self._source.read(BLOCK)
        if self._compression is None:
            return _is_first(rest)
        unpacker, made = self._compression.unpacker(), b""
        try:
            while rest and len(made) < LINE and not unpacker.eof:
                made += unpacker.decompress(rest, LINE)
                rest = unpacker.unconsumed_tail
        except ERRORS:
            return False
        return _is_first(made)
