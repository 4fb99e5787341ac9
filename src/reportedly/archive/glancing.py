"""A quick look at where captures are said to stand: that there is a record, not what is in it."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from typing import Final

from reportedly.archive.checking import Finding
from reportedly.archive.files import Files
from reportedly.archive.member import MAGIC
from reportedly.records import Capture

AT_ONCE: Final = 10_000
"""Captures of one file that are looked at together."""


def glance(files: Files, captures: Iterable[Capture]) -> Iterator[Finding]:
    """Captures at whose place no record can begin: the file is missing or too short, or other bytes stand there.

    ``captures`` come file by file. Three bytes are read of each.
    """
    for warc, within in groupby(captures, attrgetter("warc")):
        while some := list(islice(within, AT_ONCE)):
            yield from _glance(files, warc, some)


def _glance(files: Files, warc: str, captures: list[Capture]) -> Iterator[Finding]:
    try:
        found = files.beginnings(warc, [capture.offset for capture in captures], len(MAGIC))
    except OSError as error:
        more = len(captures)
        yield Finding("", warc, 0, f"the WARC file cannot be read ({error.strerror}); {more:,} captures are in it")
        return
    for capture, there in zip(captures, found, strict=True):
        if there != MAGIC:
            why = "the file ends before it" if len(there) < len(MAGIC) else "no record begins there"
            yield Finding(capture.url, warc, capture.offset, why)
