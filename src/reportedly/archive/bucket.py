"""The WARC files of a bucket as they are read: in pieces of which the last ones are kept, for none of them changes."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import Final

from reportedly.archive.member import Seekable
from reportedly.archive.place import Place
from reportedly.archive.series import Series, place_in_order
from reportedly.archive.store import Store
from reportedly.errors import BadSetting

PIECE: Final = 1 << 20
"""Bytes asked for at once: some twenty pages, and whoever reads one page reads its neighbours next."""

KEPT: Final = 16
"""Pieces that are kept in memory: 16 MB a process."""


class Bucket:
    """The files of a bucket; those that are still made stand in a folder of this machine and are read there."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._store = Store(place)
        self._pieces = _Pieces(self._store)
        self._safe = False

    def sizes(self) -> dict[str, int]:
        """The bytes of each file there is."""
        found = {name: size for name, size in self._store.sizes() if _is_ours(name)}
        return {name: found[name] for name in sorted(found, key=place_in_order)}

    def numbers(self, series: Series) -> list[int]:
        """The numbers of the files of a series, in order."""
        numbers = []
        for name, _ in self._store.sizes(after=series.beginning):
            if not name.startswith(series.beginning):
                break
            numbers.append(series.number(name))
        return sorted(number for number in numbers if number is not None)

    def size(self, name: str) -> int:
        """The bytes of one file."""
        local = self._local(name)
        return local.stat().st_size if local else self._pieces.piece(name, 0)[1]

    def open(self, name: str) -> AbstractContextManager[Seekable]:
        """One file; nothing is asked for until it is read."""
        local = self._local(name)
        return local.open("rb") if local else self._read(name)

    @contextmanager
    def _read(self, name: str) -> Iterator[Seekable]:
        yield _Remote(self._pieces, name)

    def beginnings(self, name: str, offsets: Sequence[int], length: int) -> list[bytes]:
        """So many bytes from each place in a file on, fewer where it ends."""
        return self._store.beginnings(name, offsets, length)

    def create(self, name: str, data: bytes) -> bool:
        """Put a file there that is whole; whether it is there now, or another of that name was. Raises as ``check``."""
        self.check()
        return self._store.create(name, data)

    def check(self) -> None:
        """Raises ``BadSetting`` where the server would write over a file, ``ArchiveUnreachable`` where it is none."""
        self._safe = self._safe or self._store.keeps_what_is_there()
        if not self._safe:
            raise BadSetting(
                f"the server of {self._place.bucket} writes over files that are there (it does not heed "
                "`If-None-Match: *`): evidence is not safe in it; choose another"
            )

    def at(self, name: str) -> str:
        """Its address."""
        return f"{self._place.bucket}/{name}"

    def _local(self, name: str) -> Path | None:
        path = self._place.folder / name
        return path if path.is_file() else None


def _is_ours(name: str) -> bool:
    return name.startswith("reportedly-") and name.endswith(".warc.gz") and "/" not in name


class _Pieces:
    """Pieces of files, asked for once while they are kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[str, int], tuple[bytes, int]] = OrderedDict()
        self._turn = Lock()

    def piece(self, name: str, number: int) -> tuple[bytes, int]:
        """A piece of a file, empty behind its end, and the bytes of the whole file."""
        with self._turn:
            if (name, number) in self._kept:
                self._kept.move_to_end((name, number))
                return self._kept[name, number]
        found = self._store.part(name, number * PIECE, (number + 1) * PIECE)
        with self._turn:
            self._kept[name, number] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found


class _Remote:
    """One file, read piece after piece."""

    def __init__(self, pieces: _Pieces, name: str) -> None:
        self._pieces = pieces
        self._name = name
        self._at = 0

    def seek(self, offset: int, /) -> int:
        self._at = offset
        return offset

    def read(self, most: int, /) -> bytes:
        parts: list[bytes] = []
        while most > 0:
            piece, size = self._pieces.piece(self._name, self._at // PIECE)
            part = piece[self._at % PIECE :][:most]
            parts.append(part)
            self._at += len(part)
            most -= len(part)
            if not part or self._at >= size:
                break
        return b"".join(parts)
