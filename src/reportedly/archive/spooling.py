"""Writing into a bucket: a file is made here, put there whole, and only then are its captures told of.

Invariant: a file leaves this machine's folder when it stands in the bucket and all its captures are filed. So whatever
a kill hits, the next run finds there what it has to put, or to file, once more.
"""

import re
import secrets
import socket
import time
from collections.abc import Callable, Generator, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

import msgspec

from reportedly.archive import answers, appending, mending, writing
from reportedly.archive.appending import SOFTWARE, Filed, Then
from reportedly.archive.bucket import Bucket
from reportedly.archive.claim import claimed
from reportedly.archive.member import Member, members
from reportedly.archive.place import Place
from reportedly.archive.renaming import renamed
from reportedly.archive.segment import Segment
from reportedly.archive.series import Series, place_in_order
from reportedly.errors import ArchiveUnreachable, ReportedlyError
from reportedly.records import Capture, Exchange

NAME: Final = "writer"
"""The file with the name that a machine gave itself."""

TRIES: Final = 20
"""Names that are tried for a file before it is given up: each is behind all that are there."""


class Spool:
    """The writer of one series of files in a bucket; each process of a machine makes files of its own."""

    def __init__(self, place: Place, bucket: Bucket, tick: Callable[[], float] = time.monotonic) -> None:
        self._place = place
        self._folder = place.folder
        self._bucket = bucket
        self._tick = tick
        self._segment: Segment | None = None

    def write(self, capture: Capture, exchange: Exchange, original: answers.Original | None, then: Then) -> Capture:
        """The capture with the place it has so far; where the file is full or old, all of it is in the bucket."""
        segment = self._segment = self._segment or self._begun()
        head = b"" if segment.size else writing.file_head(segment.path.name, exchange.fetched_at, SOFTWARE)
        group = writing.group(exchange, capture.id, original)
        appending.append(segment.path, segment.size, head + group)
        capture = msgspec.structs.replace(capture, warc=segment.path.name, offset=segment.size + len(head))
        segment.add(capture, then, len(head) + len(group))
        old = self._tick() - segment.begun >= self._place.segment_seconds
        if old or segment.size >= self._place.segment_bytes:
            self.settle()
        return capture

    def waiting(self, wanted: str) -> Capture | None:
        """The capture of that id or payload in the file that is made."""
        return self._segment.keys.get(wanted) if self._segment else None

    def settle(self) -> None:
        """Put into the bucket what was written, have done what waited for that, and forget it here.

        Raises ``ArchiveUnreachable`` where that cannot be; the file stays, and ``recover`` goes on from there.
        """
        segment, self._segment = self._segment, None
        if segment is None:
            return
        try:
            if segment.waiting:
                self._put(segment)
            for then, together in groupby(segment.waiting, itemgetter(1)):
                then([capture for capture, _ in together])
            segment.path.unlink()
        finally:
            segment.leave()

    # -- names --------------------------------------------------------------------------------------------------------

    def _series(self) -> Series:
        """The series of this machine: the name in the settings, or one that it gave itself once."""
        return Series(self._place.writer or _own_name(self._folder / NAME))

    def _begun(self) -> Segment:
        """A new file, under the number behind the last."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with claimed(self._folder) as note:
            series = self._series()
            path = self._folder / series.name(self._last(series, note.name) + 1)
            segment = Segment.new(path, self._tick())
            note.write(path.name, 0)
        mending.sync_folder(self._folder)
        return segment

    def _last(self, series: Series, noted: str) -> int:
        here = (series.number(path.name) for path in self._left())
        return max((number for number in (series.number(noted), *here) if number is not None), default=0)

    def _put(self, segment: Segment) -> None:
        """Have a file in the bucket, under another name where somebody else has taken its own."""
        try:
            for _ in range(TRIES):
                if self._bucket.create(segment.path.name, segment.path.read_bytes()):
                    return
                self._rename(segment)
        except ArchiveUnreachable as error:
            kept = f"Nothing is lost: its files are kept in {self._folder}, and the next run puts them there"
            raise ArchiveUnreachable(f"{error}. {kept}") from error
        raise ReportedlyError(
            f"{TRIES} names for a file of {self._place.bucket} were taken on end: two machines write there as "
            f"{self._series().writer!r}; give each a name of its own in archive.writer"
        )

    def _rename(self, segment: Segment) -> None:
        with claimed(self._folder) as note:
            series = self._series()
            last = max(self._last(series, note.name), *self._bucket.numbers(series), 0)
            path = self._folder / series.name(last + 1)
            with segment.path.open("rb") as file:
                whole = (one for one in members(file, 0, segment.size) if isinstance(one, Member))
                data, moved = renamed(whole, segment.path.name, path.name)
            segment.becomes(path, data, moved)
            note.write(path.name, 0)

    # -- what was left ------------------------------------------------------------------------------------------------

    def _left(self) -> list[Path]:
        return sorted(self._folder.glob("reportedly-*.warc.gz"), key=lambda path: place_in_order(path.name))

    def recover(self, filed: Filed) -> Generator[Capture, None, None]:
        """What stopped processes of this machine had not put or not filed; where this folder was lost, its series."""
        self._folder.mkdir(parents=True, exist_ok=True)
        yield from self._lost(filed)
        for path in self._left():
            segment = Segment.left(path, self._tick())
            if segment:
                try:
                    yield from self._recovered(segment, filed)
                    segment.path.unlink()
                finally:
                    segment.leave()

    def _recovered(self, segment: Segment, filed: Filed) -> Iterator[Capture]:
        segment.size = mending.mended(segment.path)
        if segment.size:
            self._put(segment)
            yield from self._unfiled(segment.path.name, filed)

    def _lost(self, filed: Filed) -> Iterator[Capture]:
        """Of a series that this folder knows nothing of: what is in the bucket and not filed."""
        with claimed(self._folder) as note:
            series = self._series()
            if series.number(note.name) is not None:
                return
        numbers = self._bucket.numbers(series)
        for number in numbers:
            yield from self._unfiled(series.name(number), filed)
        with claimed(self._folder) as note:
            note.write(series.name(max(self._last(series, note.name), *numbers, 0)), 0)

    def _unfiled(self, name: str, filed: Filed) -> Iterator[Capture]:
        start = filed(name) or 0
        size = mending.within(self._bucket, name, start)
        with self._bucket.open(name) as file:
            yield from mending.captures(mending.sound(file, start, size, self._bucket.at(name)), self._bucket, name)


def _own_name(file: Path) -> str:
    """The name that a machine gave itself: that of the host, as far as it suits, and what nobody else has."""
    if not file.exists():
        host = re.sub(r"[^a-z0-9]+", "-", socket.gethostname().lower()).strip("-")[:20].strip("-") or "desk"
        whole = file.with_suffix(".part")
        whole.write_text(f"{host}-{secrets.token_hex(4)}\n", encoding="ascii")
        whole.rename(file)
    return file.read_text(encoding="ascii").strip()
