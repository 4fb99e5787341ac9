"""ZIP files of one form only: members stored as they are, in order, without dates, comments or extra fields.

Because there is but one way to write a given list of members, every byte that is no member's content is known
beforehand, and reading compares it. Nothing is unpacked, so nothing can grow, and nothing is written anywhere.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final, NamedTuple, Protocol

from reportedly.errors import TooLarge

PIECE: Final = 1 << 18
MOST: Final = 0xFFFFFFFF - (1 << 20)  # bytes; beyond it a ZIP file needs another form
LONGEST: Final = 100  # characters of a name
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_DAY: Final = 0x21  # 1 January 1980, the first day a ZIP file knows
_MODE: Final = 0o100644 << 16


class Hash(Protocol):
    """What ``hashlib`` makes."""

    def update(self, data: bytes, /) -> object:
        """Take in more bytes."""


class Misfit(Exception):
    """The bytes of a file are not those of such a ZIP file; from which byte on, and what was met."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(f"byte {offset:,}: {message}")


class Member(NamedTuple):
    """A member and where its content begins."""

    name: str
    offset: int
    size: int
    crc: int


def measured(file: "BinaryIO | Content", hashes: Sequence[Hash] = ()) -> tuple[int, int]:
    """Size and checksum of all that a file holds; every hash is fed with it."""
    file.seek(0)
    size = crc = 0
    while piece := file.read(PIECE):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        for digest in hashes:
            digest.update(piece)
    return size, crc


def write(target: BinaryIO, members: Iterable[tuple[str, BinaryIO]]) -> None:
    """Write the members one after another; raises ``TooLarge`` beyond 4 GB."""
    end, written = 0, []
    for name, file in members:
        size, crc = measured(file)
        member = Member(name, end + _LOCAL.size + len(name), size, crc)
        end = member.offset + size
        if end > MOST:
            raise TooLarge("the bundle would have more than 4 GB: take fewer days or one story")
        target.write(_local(member))
        file.seek(0)
        while piece := file.read(PIECE):
            target.write(piece)
        written.append(member)
    target.write(_directory(written, end))


def read(file: BinaryIO, names: Sequence[str]) -> list[Member]:
    """The members of a file that ``write`` wrote, of those ``names`` and no other, each once.

    Raises ``Misfit`` at the first byte outside the members' contents that is not as ``write`` writes it.
    """
    file.seek(0, 2)
    size, end = file.tell(), 0
    members: list[Member] = []
    while True:
        file.seek(end)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
            break
        member = _member(file, end, head, names)
        if any(other.name == member.name for other in members):
            raise Misfit(end, f"{member.name} stands there a second time")
        end = member.offset + member.size
        if end > size:
            raise Misfit(size, f"the file ends within {member.name}")
        members.append(member)
    _same(file, end, _directory(members, end))
    return members


def _member(file: BinaryIO, offset: int, head: bytes, names: Sequence[str]) -> Member:
    *_, crc, size, _packed, length, _extra = _LOCAL.unpack(head)
    name = file.read(min(length, LONGEST))
    known = next((wanted for wanted in names if wanted.encode("ascii") == name), None)
    if known is None:
        raise Misfit(offset, f"a member that no bundle has, named {name[:60]!r}")
    member = Member(known, offset + _LOCAL.size + len(name), size, crc)
    if head + name != _local(member):
        raise Misfit(offset, f"the ZIP header of {known} is not in order")
    return member


def _same(file: BinaryIO, offset: int, wanted: bytes) -> None:
    """Raises ``Misfit`` where what stands from ``offset`` to the file's end is not ``wanted``."""
    file.seek(offset)
    held = file.read(len(wanted) + 1)
    if held != wanted:
        first = next((n for n, pair in enumerate(zip(held, wanted, strict=False)) if pair[0] != pair[1]), None)
        differs = min(len(held), len(wanted)) if first is None else first
        raise Misfit(offset + differs, "the ZIP directory at the end does not fit the members before it")


def _local(member: Member) -> bytes:
    fields = (20, 0, 0, 0, _DAY, member.crc, member.size, member.size, len(member.name), 0)
    return _LOCAL.pack(b"PK\3\4", *fields) + member.name.encode("ascii")


def _directory(members: Sequence[Member], offset: int) -> bytes:
    lines = b"".join(map(_central, members))
    return lines + _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(lines), offset, 0)


def _central(member: Member) -> bytes:
    begins = member.offset - _LOCAL.size - len(member.name)
    size, name = member.size, len(member.name)
    fields = (0x0314, 20, 0, 0, 0, _DAY, member.crc, size, size, name, 0, 0, 0, 0, _MODE, begins)
    return _CENTRAL.pack(b"PK\1\2", *fields) + member.name.encode("ascii")


class Content:
    """The content of a member as a file of its own, to read and seek in."""

    def __init__(self, file: BinaryIO, member: Member) -> None:
        self._file = file
        self._start = member.offset
        self.size = member.size
        self._at = 0

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place, counted from the beginning of the content."""
        self._at = offset + (self._at if whence == 1 else self.size if whence == 2 else 0)  # noqa: PLR2004
        return self._at

    def read(self, most: int = -1) -> bytes:
        """The next bytes of the content: all that are left, or ``most`` of them at the most."""
        left = max(0, self.size - self._at)
        self._file.seek(self._start + self._at)
        data = self._file.read(left if most < 0 else min(most, left))
        self._at += len(data)
        return data
