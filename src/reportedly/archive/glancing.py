"""A quick look at where captures are said to stand: that there is a record, not what is in it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from reportedly.archive.checking import Finding
from reportedly.archive.files import Files
from reportedly.archive.member import MAGIC
from reportedly.records import Capture


def glance(files: Files, captures: Iterable[Capture]) -> Iterator[Finding]:
    """Captures at whose place no record can begin: the file is missing or too short, or other bytes stand there.

    ``captures`` come file by file. Three bytes are read of each.
    """
    for warc, within in groupby(captures, attrgetter("warc")):
        yield from _glance(files, warc, within)


def _glance(files: Files, warc: str, captures: Iterator[Capture]) -> Iterator[Finding]:
    try:
        with files.open(warc) as file:
            for capture in captures:
                file.seek(capture.offset)
                there = file.read(len(MAGIC))
                if there != MAGIC:
                    why = "the file ends before it" if len(there) < len(MAGIC) else "no record begins there"
                    yield Finding(capture.url, warc, capture.offset, why)
    except OSError as error:
        more = sum(1 for _ in captures)
        yield Finding("", warc, 0, f"the WARC file cannot be read ({error.strerror}); {more:,} captures are in it")
