"""A file on its way into a bucket, held by one process until its captures are filed."""

import fcntl
import os
from pathlib import Path
from typing import Self

import msgspec

from reportedly.archive import appending, mending
from reportedly.archive.appending import Then
from reportedly.records import Capture


class Segment:
    """A WARC file that one process makes, or that a stopped one left. Its lock ends with the process, however it ends.

    ``waiting`` are its captures with what is to be done once they may be filed, ``keys`` the same by id and payload.
    """

    def __init__(self, path: Path, handle: int, begun: float) -> None:
        self.path = path
        self.begun = begun
        self.size = os.fstat(handle).st_size
        self.waiting: list[tuple[Capture, Then]] = []
        self.keys: dict[str, Capture] = {}
        self._handle = handle

    @classmethod
    def new(cls, path: Path, begun: float) -> Self:
        """A file that was not there."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        fcntl.flock(handle, fcntl.LOCK_EX)
        return cls(path, handle, begun)

    @classmethod
    def left(cls, path: Path, begun: float) -> Self | None:
        """A file that nobody holds any more; None where somebody does, or where it is gone."""
        try:
            handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            there = path.stat().st_ino == os.fstat(handle).st_ino
        except (BlockingIOError, FileNotFoundError):
            there = False
        if there:
            return cls(path, handle, begun)
        os.close(handle)
        return None

    def add(self, capture: Capture, then: Then, more: int) -> None:
        """A capture of so many bytes was appended."""
        self.waiting.append((capture, then))
        self.keys.setdefault(capture.sha256, capture)
        self.keys[capture.id] = capture
        self.size += more

    def becomes(self, path: Path, data: bytes, moved: dict[int, int]) -> None:
        """Have the file hold ``data`` under another name; ``moved`` says for each record where it stands now."""
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        fcntl.flock(handle, fcntl.LOCK_EX)
        appending.append(part, 0, data)
        part.rename(path)
        self.path.unlink()
        mending.sync_folder(path.parent)
        os.close(self._handle)
        self.path, self._handle, self.size = path, handle, len(data)
        self.waiting = [
            (msgspec.structs.replace(capture, warc=path.name, offset=moved[capture.offset]), then)
            for capture, then in self.waiting
        ]

    def leave(self) -> None:
        """Hold it no longer."""
        os.close(self._handle)
