"""What a stopped program left in a file that it wrote: whole records, and at most one torn tail, which is cut off."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.archive import answers, capturing, checking
from reportedly.archive.files import Files
from reportedly.archive.member import Member, Seekable, members, torn_tail
from reportedly.errors import DamagedArchive
from reportedly.records import Capture


def mended(path: Path, known_end: int | None = None) -> int:
    """The end of a file's whole records, after cutting off what a stopped writer left behind it."""
    size = path.stat().st_size
    if size != known_end:
        for _ in whole(path, known_end if known_end is not None and known_end < size else 0):
            pass
    return path.stat().st_size


def whole(path: Path, start: int) -> Iterator[Member]:
    """The whole members from ``start`` on, one in memory at a time; when they end, the torn tail is cut off."""
    size = path.stat().st_size
    with path.open("rb") as file:
        for member in members(file, start, size):
            if isinstance(member, Member):
                yield member
            elif torn_tail(file, size, str(path), member):
                cut(path, member.offset)


def sound(file: Seekable, start: int, size: int, where: str) -> Iterator[Member]:
    """The members of a file that nobody writes any more; raises ``DamagedArchive`` where they do not reach its end."""
    for member in members(file, start, size):
        if not isinstance(member, Member):
            raise DamagedArchive(f"{where} is damaged at byte {member.offset:,}: {member.reason}")
        yield member


def cut(path: Path, end: int) -> None:
    """Leave only the first ``end`` bytes of a file."""
    with path.open("r+b") as file:
        file.truncate(end)
        os.fsync(file.fileno())


def captures(found: Iterable[Member], files: Files, name: str) -> Iterator[Capture]:
    """The captures whose records are among the members ``found`` in the file ``name``.

    Raises ``DamagedArchive`` where one is not in order.
    """
    for member in found:
        try:
            answer = answers.of_record(member.record)
            if answer and not answer.is_part:
                yield capturing.recovered(checking.filled(files, answer), name, member.offset)
        except (ValueError, LookupError) as error:
            where = f"{files.at(name)}, record at {member.offset:,}"
            raise DamagedArchive(f"{where}: {error}; was it written by us?") from error


def within(files: Files, name: str, start: int) -> int:
    """The bytes of a file; raises ``DamagedArchive`` where it ends before ``start``, where the ledger has a record."""
    size = files.size(name)
    if start > size:
        raise DamagedArchive(
            f"{files.at(name)} has {size:,} bytes, yet the ledger knows of a record at {start:,}: "
            "restore it from a copy"
        )
    return size


def sync_folder(folder: Path) -> None:
    """Have the names of a folder's files on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
