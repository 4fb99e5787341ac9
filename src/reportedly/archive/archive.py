"""The archive: WARC files that only ever grow.

Invariant: ``write`` returns after the bytes are on the disk. A stop at any byte of a write leaves whole records
followed by at most one torn tail, which the next writer or ``recover`` cuts off; whole records are never touched.
"""

import gzip
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from reportedly import __version__
from reportedly.archive import answers, capturing, checking, glancing, writing
from reportedly.archive.claim import Note, claimed
from reportedly.archive.member import Member, Torn, members, torn_tail
from reportedly.errors import BadInput, DamagedArchive, ReportedlyError, UsageError
from reportedly.records import Capture, Exchange, Stored

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

FULL = 1_000_000_000  # bytes after which the next file is begun, unless the desk's settings say otherwise
SOFTWARE = f"reportedly/{__version__}"

Seen = Callable[[str], Capture | None]
"""Gives the first capture whose payload has that SHA-256, where there is one."""


def never_seen(_sha256: str) -> None:
    """No payload was seen before."""


class Archive:
    """The WARC files of one folder. Any number of processes may read; writes wait for each other.

    ``seen`` knows what was archived before: the same bytes are then not written again, only that they came again.
    """

    def __init__(self, folder: Path, *, read_only: bool = False, full: int = FULL, seen: Seen = never_seen) -> None:
        self._folder = folder
        self._read_only = read_only
        self._full = full
        self._seen = seen

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open between two calls."""

    # -- writing ------------------------------------------------------------------------------------------------------

    def write(self, exchange: Exchange) -> Capture:
        """Append the records of an exchange; they are on the disk when this returns.

        Raises ``UsageError`` while another program holds the archive, ``BadInput`` for a URL with line breaks,
        ``DamagedArchive`` where the file to append to is damaged, ``ReportedlyError`` where the disk is full.
        """
        self._writable()
        if _CONTROL.search(exchange.url):
            raise BadInput(f"{exchange.url!r} holds a line break or another control character: it is no URL")
        capture = capturing.capture(exchange, "", 0)
        group = writing.group(exchange, capture.id, self._original(capture, exchange))
        with claimed(self._folder) as note:
            path, end = self._place(note)
            head = writing.file_head(path.name, exchange.fetched_at, SOFTWARE) if end == 0 else b""
            _append(path, end, head + group)
            note.write(path.name, end + len(head) + len(group))
        return msgspec.structs.replace(capture, warc=path.name, offset=end + len(head))

    def _original(self, capture: Capture, exchange: Exchange) -> answers.Original | None:
        """Where the same bytes stand already; None unless they are read there, whole, in a response of its own."""
        earlier = self._seen(capture.sha256) if capture.length else None
        if earlier is None:
            return None
        answer = checking.read(self._folder, earlier)
        if isinstance(answer, checking.Finding) or answer.payload != capturing.payload(exchange):
            return None
        if answer.original:
            return answer.original
        return answers.Original(
            answer.id, answer.fields["WARC-Target-URI"], answer.fields["WARC-Date"], earlier.warc, earlier.offset
        )

    def _writable(self) -> None:
        if self._read_only:
            raise UsageError(f"the archive {self._folder} was opened for reading only")
        self._folder.mkdir(parents=True, exist_ok=True)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("reportedly-*.warc.gz"))

    def _place(self, note: Note) -> tuple[Path, int]:
        """The file to append to and where: behind the last whole record, or at the head of a new file."""
        files = self._files()
        if files:
            end = _mended(files[-1], note.read(files[-1].name))
            if end < self._full:
                return files[-1], end
        number = int(files[-1].name.split("-")[1].split(".")[0]) + 1 if files else 1
        return self._folder / f"reportedly-{number:05}.warc.gz", 0

    def recover(self, last: Mapping[str, int]) -> tuple[Capture, ...]:
        """What a stopped program had archived but not yet filed, in the order it was written.

        ``last`` gives for each WARC file the offset of a record at or before the first one that may be unfiled: just
        past the last filed pair, or the last filed record itself, which is then given once more. Files not named are
        gone through from their beginning. A torn tail is cut off. Raises ``DamagedArchive`` where a file is shorter
        than ``last`` says or is damaged otherwise; that file is left as it is.
        """
        self._writable()
        captures: list[Capture] = []
        with claimed(self._folder) as note:
            for path in self._files():
                captures += self._unfiled(path, last.get(path.name, 0))
                note.write(path.name, path.stat().st_size)
        return tuple(captures)

    def _unfiled(self, path: Path, start: int) -> list[Capture]:
        size = path.stat().st_size
        if start > size:
            raise DamagedArchive(
                f"{path} has {size:,} bytes, yet the ledger knows of a record at {start:,}: restore it from a copy"
            )
        captures = []
        for member in _whole(path, start):
            try:
                answer = answers.of_record(member.record)
                if answer and not answer.is_part:
                    answer = checking.filled(self._folder, answer)
                    captures.append(capturing.recovered(answer, path.name, member.offset))
            except (ValueError, LookupError) as error:
                raise DamagedArchive(f"{path}, record at {member.offset:,}: {error}; was it written by us?") from error
        return captures

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
        packed = _members(self._folder / capture.warc, capture.offset)[1:]
        parts = [answers.of_record(gzip.decompress(member)) for member in packed]
        return answers.exchange(answer, tuple(answers.exchange(part) for part in parts if part))

    def _answer(self, capture: Capture) -> answers.Answer:
        answer = checking.read(self._folder, capture)
        if isinstance(answer, checking.Finding):
            raise DamagedArchive(f"{capture.url} in {self._folder / capture.warc}: {answer.message}")
        return answer

    def records(self, capture: Capture) -> tuple[bytes, ...]:
        """The records of a capture as they stand in the archive, a gzip member each.

        Its response, its request, the redirects on the way, and where it was imported from. For a revisit the response
        that it refers to comes first.
        Raises ``DamagedArchive`` as ``body`` does.
        """
        original = self._answer(capture).original
        first = _members(self._folder / original.warc, original.offset)[:1] if original else []
        return (*first, *_members(self._folder / capture.warc, capture.offset))

    def room(self) -> Stored:
        """How many files the archive has, and how many bytes they take."""
        sizes = [path.stat().st_size for path in self._files()]
        return Stored(len(sizes), sum(sizes))

    def glance(self, captures: Iterable[Capture]) -> Iterator[checking.Finding]:
        """Captures, given file by file, at whose place no record can begin: quick, and no proof of what is there."""
        return glancing.glance(self._folder, captures)

    def verify(self, captures: Iterable[Capture]) -> Iterator[checking.Finding]:
        """What is missing or differs from the ledger, every byte of every file checked; nothing when all is well.

        ``captures`` come file by file, so that each file is read once from its beginning to its end.
        """
        left = {path.name for path in self._files()}
        for warc, within in groupby(captures, attrgetter("warc")):
            left.discard(warc)
            yield from checking.file(self._folder, warc, within)
        for warc in sorted(left):
            yield from checking.file(self._folder, warc, ())


def _members(path: Path, offset: int) -> list[bytes]:
    """The record at ``offset`` and those behind it that say they belong to it, packed as they are."""
    packed: list[bytes] = []
    names: set[str] = set()
    with path.open("rb") as file:
        for member in members(file, offset, path.stat().st_size):
            fields = answers.taken_apart(member.record)[0] if isinstance(member, Member) else {}
            if isinstance(member, Torn) or (names and fields.get(answers.CONCURRENT) not in names):
                break
            names.add(fields.get("WARC-Record-ID", ""))
            file.seek(member.offset)
            packed.append(file.read(member.end - member.offset))
    return packed


def _mended(path: Path, known_end: int | None) -> int:
    """The end of a file's whole records, after cutting off what a stopped writer left behind it."""
    size = path.stat().st_size
    if size != known_end:
        for _ in _whole(path, known_end if known_end is not None and known_end < size else 0):
            pass
    return path.stat().st_size


def _whole(path: Path, start: int) -> Iterator[Member]:
    """The whole members from ``start`` on, one in memory at a time; when they end, the torn tail is cut off."""
    with path.open("rb") as file:
        for member in members(file, start, path.stat().st_size):
            if isinstance(member, Member):
                yield member
            elif torn_tail(path, member):
                _cut(path, member.offset)


def _append(path: Path, end: int, data: bytes) -> None:
    try:
        with path.open("ab") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        _cut(path, end)
        raise ReportedlyError(f"the archive {path} cannot be written: {error.strerror}; make room for it") from error
    if end == 0:
        _sync_folder(path.parent)


def _cut(path: Path, end: int) -> None:
    with path.open("r+b") as file:
        file.truncate(end)
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
