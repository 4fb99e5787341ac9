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

    def __init__(self, at: int, message: str) -> None:
        super().__init__(f"byte {at:,}: {message}")


class Member(NamedTuple):
    """A member and where its content begins."""

    name: str
    offset: int
    size: int
    crc: int


def measured(file: "BinaryIO | Window", hashes: Sequence[Hash] = ()) -> tuple[int, int]:
    """Size and checksum of all that a file holds; every hash is fed with it."""
    file.seek(0)
    size = crc = 0
    while piece := file.read(PIECE):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        for one in hashes:
            one.update(piece)
    return size, crc


def write(target: BinaryIO, members: Iterable[tuple[str, BinaryIO]]) -> None:
    """Write the members one after another; raises ``TooLarge`` beyond 4 GB."""
    at, written = 0, []
    for name, file in members:
        size, crc = measured(file)
        one = Member(name, at + _LOCAL.size + len(name), size, crc)
        at = one.offset + size
        if at > MOST:
            raise TooLarge("the bundle would have more than 4 GB: take fewer days or one story")
        target.write(_local(one))
        file.seek(0)
        while piece := file.read(PIECE):
            target.write(piece)
        written.append(one)
    target.write(_directory(written, at))


def read(file: BinaryIO, names: Sequence[str]) -> list[Member]:
    """The members of a file that ``write`` wrote, of those ``names`` and no other, each once.

    Raises ``Misfit`` at the first byte outside the members' contents that is not as ``write`` writes it.
    """
    file.seek(0, 2)
    size, at = file.tell(), 0
    found: list[Member] = []
    while True:
        file.seek(at)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\3\4"):
            break
        one = _member(file, at, head, names)
        if any(other.name == one.name for other in found):
            raise Misfit(at, f"{one.name} stands there a second time")
        at = one.offset + one.size
        if at > size:
            raise Misfit(size, f"the file ends within {one.name}")
        found.append(one)
    _same(file, at, _directory(found, at))
    return found


def _member(file: BinaryIO, at: int, head: bytes, names: Sequence[str]) -> Member:
    *_, crc, size, _packed, length, _extra = _LOCAL.unpack(head)
    name = file.read(min(length, LONGEST))
    known = next((one for one in names if one.encode("ascii") == name), None)
    if known is None:
        raise Misfit(at, f"a member that no bundle has, named {name[:60]!r}")
    one = Member(known, at + _LOCAL.size + len(name), size, crc)
    if head + name != _local(one):
        raise Misfit(at, f"the ZIP header of {known} is not in order")
    return one


def _same(file: BinaryIO, at: int, wanted: bytes) -> None:
    file.seek(at)
    found = file.read(len(wanted) + 1)
    if found != wanted:
        first = next((n for n, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), None)
        met = min(len(found), len(wanted)) if first is None else first
        raise Misfit(at + met, "the ZIP directory at the end does not fit the members before it")


def _local(one: Member) -> bytes:
    fields = (20, 0, 0, 0, _DAY, one.crc, one.size, one.size, len(one.name), 0)
    return _LOCAL.pack(b"PK\3\4", *fields) + one.name.encode("ascii")


def _directory(members: Sequence[Member], at: int) -> bytes:
    lines = b"".join(_central(one) for one in members)
    return lines + _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(lines), at, 0)


def _central(one: Member) -> bytes:
    begins = one.offset - _LOCAL.size - len(one.name)
    fields = (0x0314, 20, 0, 0, 0, _DAY, one.crc, one.size, one.size, len(one.name), 0, 0, 0, 0, _MODE, begins)
    return _CENTRAL.pack(b"PK\1\2", *fields) + one.name.encode("ascii")


class Window:
    """The content of a member as a file of its own, to read and seek in."""

    def __init__(self, file: BinaryIO, member: Member) -> None:
        self._file = file
        self._start = member.offset
        self.size = member.size
        self._at = 0

    def seek(self, at: int, whence: int = 0) -> int:
        """Go to a place, counted from the beginning of the content."""
        self._at = at + (self._at if whence == 1 else self.size if whence == 2 else 0)  # noqa: PLR2004
        return self._at

    def read(self, most: int = -1) -> bytes:
        """The next bytes of the content."""
        left = max(0, self.size - self._at)
        self._file.seek(self._start + self._at)
        found = self._file.read(left if most < 0 else min(most, left))
        self._at += len(found)
        return found
