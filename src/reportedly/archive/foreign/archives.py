"""Files of archives that others made: WARC and ARC, packed or not; WACZ, and ZIP files with any of these within.

Each page becomes an exchange that says where it comes from, to be archived like one of our own. What holds no page is
told by its kind; what is damaged is an outcome, and the rest of the file is read.
"""

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Final

from reportedly.archive.foreign import arc
from reportedly.archive.foreign.compression import ERRORS, compression
from reportedly.archive.foreign.pages import Found, found
from reportedly.errors import BadInput
from reportedly.records import Outcome

RECORDS: Final = tuple(f"{kind}{packing}" for kind in (".warc", ".arc") for packing in ("", ".gz", ".zst"))
ZIPPED: Final = (".wacz", ".zip")
ENDINGS: Final = (*RECORDS, ".wacz")
ZIP: Final = b"PK\3\4"
HEAD: Final = 4_000  # bytes that tell what a file is
NESTED: Final = 3  # archives within archives
RATIO: Final = 200  # times its size to which an archive within another may unpack; archives are packed already
FREE: Final = 64_000_000  # bytes that may be unpacked before the ratio counts


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of pages, by its name or by its first bytes."""
    if path.name.lower().endswith(ENDINGS):
        return True
    try:
        with path.open("rb") as file:
            return _is_zip(path) if file.read(len(ZIP)) == ZIP else _begins(file)
    except (OSError, BadInput):
        return False


def _is_zip(path: Path) -> bool:
    """Whether a ZIP file holds archives."""
    try:
        with zipfile.ZipFile(path) as opened:
            return any(name.lower().endswith(ENDINGS) for name in opened.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def _begins(file: IO[bytes]) -> bool:
    """Whether the first record of a WARC or ARC file stands at the beginning."""
    packed = compression(file)
    file.seek(packed.first if packed else 0)
    head = file.read(HEAD)
    if packed:
        try:
            head = packed.unpacker().decompress(head, HEAD)
        except ERRORS:
            return False
    return head.startswith((b"WARC/", arc.BEGIN))


def captures(path: Path, now: datetime) -> Iterator[Found]:
    """What an archive holds, in its order, one page in memory at a time; ``now`` dates the outcomes.

    Raises ``BadInput`` where the file cannot be opened as what its name says.
    """
    try:
        with path.open("rb") as file:
            zipped = path.name.lower().endswith(".wacz") or file.read(len(ZIP)) == ZIP
            file.seek(0)
            yield from _of_zip(file, path.name, now) if zipped else found(file, path.name, now)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}") from error


def _of_zip(file: IO[bytes], name: str, now: datetime, depth: int = 0) -> Iterator[Found]:
    try:
        opened = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BadInput(f"{name} is no WACZ file: {error}") from error
    with opened:
        inside = [entry for entry in opened.infolist() if entry.filename.lower().endswith((*RECORDS, *ZIPPED))]
        if not inside:
            raise BadInput(f"{name} holds no WARC file: wanted one in its folder archive/, as in a whole WACZ file")
        for entry in inside:
            yield from _of_member(opened, entry, f"{name}!{entry.filename.replace(chr(92), '/')}", now, depth)


def _of_member(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, now: datetime, depth: int
) -> Iterator[Found]:
    try:
        with opened.open(entry) as member:
            if entry.filename.lower().endswith(ZIPPED):
                yield from _of_inner(member, entry, name, now, depth)
            else:
                yield from found(member, name, now)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, BadInput) as error:
        yield Outcome(name, now, "failed", f"the rest of it cannot be read: {error}")


def _of_inner(member: IO[bytes], entry: zipfile.ZipInfo, name: str, now: datetime, depth: int) -> Iterator[Found]:
    """What an archive within an archive holds; unpacked on the disk, since a ZIP file is read from its end."""
    if depth >= NESTED:
        raise BadInput(f"more than {NESTED} archives within each other")
    if entry.file_size > max(FREE, RATIO * entry.compress_size):
        raise BadInput(f"it unpacks to more than {RATIO} times its size: no archive does")
    with tempfile.TemporaryFile() as file:
        copyfileobj(member, file)
        yield from _of_zip(file, name, now, depth + 1)
