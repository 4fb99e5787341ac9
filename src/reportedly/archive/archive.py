"""The archive: WARC files that only ever grow, or are put whole and never change.

Invariant: a capture is told as one that may be filed when its bytes are in their place: on the disk of a folder, in the
bucket. A stop at any byte of a write leaves whole records followed by at most one torn tail, which the next writer or
``recover`` cuts off; whole records are never touched.
"""

import gzip
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from reportedly.archive import answers, capturing, checking, glancing
from reportedly.archive.appending import Appender, Filed, Then, Writer
from reportedly.archive.bucket import Bucket
from reportedly.archive.files import Files, Folder
from reportedly.archive.member import Member, Torn, members
from reportedly.archive.place import Place
from reportedly.archive.spooling import Spool
from reportedly.errors import BadInput, DamagedArchive, UsageError
from reportedly.records import Capture, Exchange, Stored

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

Seen = Callable[[str], Capture | None]
"""Gives the first capture whose payload has that SHA-256, where there is one."""


def never_seen(_sha256: str) -> None:
    """No payload was seen before."""


def nothing_filed(_warc: str) -> None:
    """Nothing is filed of any file."""


def nothing_more(_captures: Sequence[Capture]) -> None:
    """Nothing is done with captures."""


class Archive:
    """The WARC files of one place; a path stands for the folder there. Any number of processes may read and write.

    ``seen`` knows what was archived before: the same bytes are then not written again, only that they came again.
    """

    def __init__(
        self, place: Place | Path, *, read_only: bool = False, full: int | None = None, seen: Seen = never_seen
    ) -> None:
        given = Place(place) if isinstance(place, Path) else place
        self.place = given if full is None else msgspec.structs.replace(given, full=full, segment_bytes=full)
        self._read_only = read_only
        self._seen = seen
        self._files: Files
        self._writer: Writer
        if self.place.bucket:
            bucket = self._files = Bucket(self.place)
            self._writer = Spool(self.place, bucket)
        else:
            self._files, self._writer = Folder(self.place.folder), Appender(self.place)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """What was written is in its place."""
        if not self._read_only:
            self.settle()

    # -- writing ------------------------------------------------------------------------------------------------------

    def write(self, exchange: Exchange, then: Then = nothing_more) -> Capture:
        """Write the records of an exchange; they are on the disk when this returns.

        ``then`` is given the capture once it may be filed: in a folder before this returns, in a bucket when the file
        that holds it is there, at the latest with ``settle``, together with those that were written before and after
        with the same ``then``. Only what it is given tells for good where a capture stands. Raises ``UsageError``
        while another program holds the archive, ``BadInput`` for a URL with line breaks, ``DamagedArchive`` where the
        file to append to is damaged, ``ReportedlyError`` where the disk is full, and what ``settle`` does.
        """
        self._writable()
        if _CONTROL.search(exchange.url):
            raise BadInput(f"{exchange.url!r} holds a line break or another control character: it is no URL")
        capture = capturing.capture(exchange, "", 0)
        return self._writer.write(capture, exchange, self._original(capture, exchange), then)

    def check(self) -> None:
        """Raises ``ArchiveUnreachable`` or ``BadSetting`` where the bucket that it stands in cannot be used."""
        if isinstance(self._files, Bucket):
            self._files.check()

    def settle(self) -> None:
        """Bring to its place all that was written, and have done what waited for that."""
        self._writable()
        self._writer.settle()

    def waiting(self, wanted: str) -> Capture | None:
        """The capture of that id or payload (SHA-256) that was written here and may not be filed yet."""
        return self._writer.waiting(wanted)

    def _original(self, capture: Capture, exchange: Exchange) -> answers.Original | None:
        """Where the same bytes stand already; None unless they are read there, whole, in a response of its own."""
        earlier = self._writer.waiting(capture.sha256) or self._seen(capture.sha256) if capture.length else None
        if earlier is None:
            return None
        answer = checking.read(self._files, earlier)
        if isinstance(answer, checking.Finding) or answer.payload != capturing.payload(exchange):
            return None
        if answer.original:
            return answer.original
        return answers.Original(
            answer.id, answer.fields["WARC-Target-URI"], answer.fields["WARC-Date"], earlier.warc, earlier.offset
        )

    def _writable(self) -> None:
        if self._read_only:
            raise UsageError(f"the archive {self.place} was opened for reading only")

    def recover(self, filed: Filed = nothing_filed) -> Generator[Capture, None, None]:
        """What a stopped program had archived but not yet filed, in the order it was written.

        Each is filed before the next one is asked for. ``filed`` gives for a WARC file the offset of a record at or
        before the first one that may be unfiled: just past the last filed pair, or the last filed record itself, which
        is then given once more. Files of which it gives None are gone through from their beginning. A torn tail is cut
        off. Only files of the own writer are gone through: others may be at work on theirs. Raises ``DamagedArchive``
        where a file is shorter than ``filed`` says or is damaged otherwise; that file is left as it is.
        """
        self._writable()
        return self._writer.recover(filed)

    # -- reading ------------------------------------------------------------------------------------------------------

    def body(self, capture: Capture) -> bytes:
        """The page as it can be read: the archived bytes without their content coding.

        Raises ``DamagedArchive`` where the archive does not hold exactly what the ledger says.
        """
        return self._answer(capture).body

    def headers(self, capture: Capture) -> tuple[tuple[str, str], ...]:
        """The answer's headers in their order; raises ``DamagedArchive`` as ``body`` does."""
        return self._answer(capture).headers

    def exchange(self, capture: Capture) -> Exchange:
        """The answer with the redirects on the way to it; without what was sent. Raises as ``body`` does."""
        answer = self._answer(capture)
        packed = _members(self._files, capture.warc, capture.offset)[1:]
        parts = [answers.of_record(gzip.decompress(member)) for member in packed]
        return answers.exchange(answer, tuple(answers.exchange(part) for part in parts if part))

    def _answer(self, capture: Capture) -> answers.Answer:
        answer = checking.read(self._files, capture)
        if isinstance(answer, checking.Finding):
            raise DamagedArchive(f"{capture.url} in {self._files.at(capture.warc)}: {answer.message}")
        return answer

    def records(self, capture: Capture) -> tuple[bytes, ...]:
        """The records of a capture as they stand in the archive, a gzip member each.

        Its response, its request, the redirects on the way, and where it was imported from. For a revisit the response
        that it refers to comes first.
        Raises ``DamagedArchive`` as ``body`` does.
        """
        original = self._answer(capture).original
        first = _members(self._files, original.warc, original.offset)[:1] if original else []
        return (*first, *_members(self._files, capture.warc, capture.offset))

    def room(self) -> Stored:
        """How many files the archive has, and how many bytes they take."""
        sizes = self._files.sizes()
        return Stored(len(sizes), sum(sizes.values()))

    def glance(self, captures: Iterable[Capture]) -> Iterator[checking.Finding]:
        """Captures, given file by file, at whose place no record can begin: quick, and no proof of what is there."""
        return glancing.glance(self._files, captures)

    def verify(self, captures: Iterable[Capture]) -> Iterator[checking.Finding]:
        """What is missing or differs from the ledger, every byte of every file checked; nothing when all is well.

        ``captures`` come file by file, so that each file is read once from its beginning to its end.
        """
        left = dict.fromkeys(self._files.sizes())
        for warc, within in groupby(captures, attrgetter("warc")):
            left.pop(warc, None)
            yield from checking.file(self._files, warc, within)
        for warc in left:
            yield from checking.file(self._files, warc, ())


def _members(files: Files, name: str, offset: int) -> list[bytes]:
    """The record at ``offset`` and those behind it that say they belong to it, packed as they are."""
    packed: list[bytes] = []
    names: set[str] = set()
    size = files.size(name)
    with files.open(name) as file:
        for member in members(file, offset, size):
            fields = answers.taken_apart(member.record)[0] if isinstance(member, Member) else {}
            if isinstance(member, Torn) or (names and fields.get(answers.CONCURRENT) not in names):
                break
            names.add(fields.get("WARC-Record-ID", ""))
            file.seek(member.offset)
            packed.append(file.read(member.end - member.offset))
    return packed
