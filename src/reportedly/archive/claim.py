"""One writer at a time, and a note of where its last whole write ended.

The lock is held for the length of one write. The note tells the next writer whether the one before it was stopped in
the middle; it only saves time, and a lost or odd note means that the file is looked through.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import UsageError

LOCK = "lock"
PATIENCE = 20.0  # seconds; a write takes some milliseconds
LOOK = 0.02


class Note:
    """The name of a WARC file and the offset its last whole write ended at."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @property
    def name(self) -> str:
        """The file that was noted last; empty where none was."""
        return self._noted()[0]

    def read(self, name: str) -> int | None:
        """Where the last write to the file ``name`` ended, as far as is known."""
        known, end = self._noted()
        return int(end) if known == name and end.isascii() and end.isdigit() else None

    def _noted(self) -> tuple[str, str]:
        known, _, end = os.pread(self._handle, 1000, 0).decode("ascii", "replace").strip().partition(" ")
        return known, end

    def write(self, name: str, end: int) -> None:
        """Note that the file ``name`` is whole up to ``end``."""
        line = f"{name} {end}\n".encode("ascii")
        os.pwrite(self._handle, line, 0)
        os.ftruncate(self._handle, len(line))


@contextmanager
def claimed(folder: Path, patience: float = PATIENCE, *, lock: str = LOCK) -> Iterator[Note]:
    """The right to write the files that a lock is for; ``UsageError`` where another program does not give it up."""
    handle = os.open(folder / lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _lock(handle, folder, patience)
        yield Note(handle)
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise UsageError(
                    f"another program is writing to the archive {folder}: wait for it to end, or stop it"
                ) from None
            time.sleep(LOOK)
