"""Writing into a folder: each page at the end of the writer's last file, on the disk before it is told of."""

import os
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from reportedly import __version__
from reportedly.archive import answers, mending, writing
from reportedly.archive.claim import LOCK, Note, claimed
from reportedly.archive.files import Folder
from reportedly.archive.place import Place
from reportedly.archive.series import Series
from reportedly.errors import ReportedlyError
from reportedly.records import Capture, Exchange

SOFTWARE = f"reportedly/{__version__}"

Then = Callable[[Sequence[Capture]], object]
"""What is done with captures once they may be filed: with all that came together, in their order."""

Filed = Callable[[str], int | None]
"""Gives for a WARC file the offset of a record at or before the first that may be unfiled; None: none is filed."""


class Writer(Protocol):
    """Whoever writes into an archive."""

    def write(self, capture: Capture, exchange: Exchange, original: answers.Original | None, then: Then) -> Capture:
        """The capture with its place, after writing its exchange: without its payload where ``original`` has it."""

    def settle(self) -> None:
        """Bring to its place all that was written."""

    def waiting(self, wanted: str) -> Capture | None:
        """The capture of that id or payload (SHA-256) that was written and is not in its place yet."""

    def recover(self, filed: Filed) -> Generator[Capture, None, None]:
        """What stopped programs wrote and did not file."""


class Appender:
    """The writer of one series of files in a folder. Where several processes are, they wait for each other."""

    def __init__(self, place: Place) -> None:
        self._folder = place.folder
        self._full = place.full
        self._series = Series(place.writer)
        self._lock = f"{LOCK}-{place.writer}" if place.writer else LOCK
        self._files = Folder(place.folder)

    def write(self, capture: Capture, exchange: Exchange, original: answers.Original | None, then: Then) -> Capture:
        """The capture with its place: its records are on the disk, and ``then`` has been done."""
        group = writing.group(exchange, capture.id, original)
        self._folder.mkdir(parents=True, exist_ok=True)
        with claimed(self._folder, lock=self._lock) as note:
            path, end = self._place(note)
            head = writing.file_head(path.name, exchange.fetched_at, SOFTWARE) if end == 0 else b""
            append(path, end, head + group)
            note.write(path.name, end + len(head) + len(group))
        capture = msgspec.structs.replace(capture, warc=path.name, offset=end + len(head))
        then([capture])
        return capture

    def settle(self) -> None:
        """Nothing waits: each page is in its place when it was written."""

    def waiting(self, _wanted: str) -> None:
        """Nothing waits."""

    def _numbers(self) -> list[int]:
        found = (self._series.number(path.name) for path in self._folder.glob("reportedly-*.warc.gz"))
        return sorted(number for number in found if number is not None)

    def _place(self, note: Note) -> tuple[Path, int]:
        """The file to append to and where: behind the last whole record, or at the head of a new file."""
        last = max(self._numbers(), default=0)
        if last:
            path = self._folder / self._series.name(last)
            end = mending.mended(path, note.read(path.name))
            if end < self._full:
                return path, end
        return self._folder / self._series.name(last + 1), 0

    def recover(self, filed: Filed) -> Generator[Capture, None, None]:
        """What was archived in this series but not filed, in the order it was written; torn tails are cut off."""
        self._folder.mkdir(parents=True, exist_ok=True)
        found: list[Capture] = []
        with claimed(self._folder, lock=self._lock) as note:
            for number in self._numbers():
                name = self._series.name(number)
                start = filed(name) or 0
                mending.within(self._files, name, start)
                found += mending.captures(mending.whole(self._folder / name, start), self._files, name)
                note.write(name, (self._folder / name).stat().st_size)
        yield from found


def append(path: Path, end: int, data: bytes) -> None:
    """Have ``data`` on the disk at the end of a file of ``end`` bytes, or the file as it was."""
    try:
        with path.open("ab") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        mending.cut(path, end)
        raise ReportedlyError(f"the archive {path} cannot be written: {error.strerror}; make room for it") from error
    if end == 0:
        mending.sync_folder(path.parent)
