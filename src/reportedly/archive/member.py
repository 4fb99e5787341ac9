"""Gzip members, the units a WARC file is read and repaired in: one member, one record.

They are unpacked by ISA-L, which is half as fast again as zlib with all else that verifying a record takes; its
checksums are compared all the same.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from isal import isal_zlib

from reportedly.errors import DamagedArchive

PIECE = 1 << 16
MAGIC = b"\x1f\x8b\x08"
FLAGS = 3  # the place of the byte that says what else stands in a member's head
RESERVED = 0xE0  # its bits that must be 0; zlib refuses them, ISA-L does not look


class Seekable(Protocol):
    """What records are read from: a file, or a part of one."""

    def seek(self, offset: int, /) -> int:
        """Go to a place."""

    def read(self, most: int, /) -> bytes:
        """The next bytes, ``most`` of them at the most; fewer only at the end."""


class Member(NamedTuple):
    """One record, unpacked, and where it stands: ``[offset, end)`` in the file."""

    offset: int
    end: int
    record: bytes


class Torn(NamedTuple):
    """Where the whole members of a file end, and what is wrong with what follows."""

    offset: int
    reason: str


def member(file: Seekable, offset: int, most: int = sys.maxsize - 1) -> Member | Torn:
    """The member that begins at ``offset``; ``Torn`` where none does, or where it breaks off or fails its checksum.

    One that unpacks to more than ``most`` bytes is not unpacked further and counts as ``Torn``.
    """
    file.seek(offset)
    unpacker = isal_zlib.decompressobj(31)
    pieces: list[bytes] = []
    read = made = 0
    while not unpacker.eof:
        piece = file.read(PIECE)
        read += len(piece)
        if not piece:
            return Torn(offset, "the file ends within the record")
        if not pieces and len(piece) > FLAGS and piece[FLAGS] & RESERVED:
            return Torn(offset, "the record cannot be unpacked (unknown flags)")
        try:
            pieces.append(unpacker.decompress(piece, most - made + 1))
        except isal_zlib.error as error:  # type: ignore[misc]  # its stub calls the class an instance
            return Torn(offset, f"the record cannot be unpacked ({error})")
        made += len(pieces[-1])
        if made > most:
            return Torn(offset, f"the record unpacks to more than {most:,} bytes")
    return Member(offset, offset + read - len(unpacker.unused_data), b"".join(pieces))


def next_member(file: Seekable, after: int, size: int) -> int:
    """Where the first whole record behind the damage at ``after`` begins; ``size`` where there is none."""
    offset = after + 1
    while offset < size:
        file.seek(offset)
        piece = file.read(PIECE)
        beginning = piece.find(MAGIC)
        if beginning < 0:
            offset += max(1, len(piece) - len(MAGIC) + 1)
        elif _begins_record(file, offset + beginning):
            return offset + beginning
        else:
            offset += beginning + 1
    return size


def members(file: Seekable, start: int, size: int) -> Iterator[Member | Torn]:
    """All whole members from ``start`` on; a last ``Torn`` where they do not reach the end of the file."""
    while start < size:
        following = member(file, start)
        yield following
        if isinstance(following, Torn):
            return
        start = following.end


def torn_tail(file: Seekable, size: int, where: str, torn: Torn) -> int:
    """How many bytes a write that was broken off left at the end of a file of so many bytes.

    Only what looks like that may be cut off: it begins like a member (or was never written: zeros) and no whole record
    follows. Anything else is damage to evidence and raises ``DamagedArchive``.
    """
    file.seek(torn.offset)
    tail = file.read(size - torn.offset)
    begun = MAGIC.startswith(tail[:3]) or tail.startswith(MAGIC)
    if (begun and not _holds_whole(file, torn.offset, tail)) or not tail.strip(b"\0"):
        return len(tail)
    raise DamagedArchive(
        f"{where} is damaged at byte {torn.offset:,}: {torn.reason}, and this is no broken-off write. "
        "Nothing was changed; restore the file from a copy"
    )


def _holds_whole(file: Seekable, offset: int, tail: bytes) -> bool:
    beginning = tail.find(MAGIC, 1)
    while beginning >= 0:
        if _begins_record(file, offset + beginning):
            return True
        beginning = tail.find(MAGIC, beginning + 1)
    return False


def _begins_record(file: Seekable, offset: int) -> bool:
    whole = member(file, offset)
    return isinstance(whole, Member) and whole.record.startswith(b"WARC/")
