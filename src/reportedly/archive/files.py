"""The WARC files of an archive as they are read, wherever they stand; and those of a folder."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from reportedly.archive.member import Seekable
from reportedly.archive.series import place_in_order


class Files(Protocol):
    """What reading an archive needs of the place where its files stand; ``OSError`` says why one cannot be read."""

    def sizes(self) -> dict[str, int]:
        """The bytes of each file there is, by its name: writer after writer, in the order they were begun."""

    def size(self, name: str) -> int:
        """The bytes of one file."""

    def open(self, name: str) -> AbstractContextManager[Seekable]:
        """One file, to be read from any place in it."""

    def beginnings(self, name: str, offsets: Sequence[int], length: int) -> list[bytes]:
        """So many bytes from each place in a file on, fewer where it ends."""

    def at(self, name: str) -> str:
        """Where a file stands, for people."""


class Folder:
    """The files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sizes(self) -> dict[str, int]:
        """The bytes of each file there is."""
        found = {path.name: path.stat().st_size for path in self._folder.glob("reportedly-*.warc.gz")}
        return {name: found[name] for name in sorted(found, key=place_in_order)}

    def size(self, name: str) -> int:
        """The bytes of one file."""
        return (self._folder / name).stat().st_size

    def open(self, name: str) -> AbstractContextManager[Seekable]:
        """One file."""
        return (self._folder / name).open("rb")

    def beginnings(self, name: str, offsets: Sequence[int], length: int) -> list[bytes]:
        """So many bytes from each place in a file on, fewer where it ends."""
        with self.open(name) as file:
            return [file.read(length) for offset in offsets if file.seek(offset) == offset]

    def at(self, name: str) -> str:
        """Its path."""
        return str(self._folder / name)
