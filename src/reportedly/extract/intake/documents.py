"""One document handed in, whatever it is: plain text, an HTML page, or JSON lines of articles, plain or gzipped."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from reportedly.errors import BadInput, NotText, TooLarge
from reportedly.extract import decode, page, plain
from reportedly.extract.intake import rows
from reportedly.records import Article, Outcome, Outlet

MARKUP = (b"<!doctype html", b"<html", b"<?xml")


class Origin(NamedTuple):
    """What is known of a document besides its bytes: ``name`` as the user gave it, ``url`` where it is filed."""

    name: str
    url: str
    outlet: str
    published: date | None


def is_rows(name: str) -> bool:
    """Whether a file of this name holds JSON lines."""
    return name.removesuffix(".gz").endswith((".jsonl", ".ndjson"))


def articles(data: bytes, origin: Origin, *, at: datetime, limit: int) -> Iterator[Article | Outcome]:
    """The articles in ``data``; the name and the first bytes say what it is.

    ``limit`` is in characters. Raises ``BadInput`` where the whole document is unusable; a line of a JSONL file or a
    page without an article gives an ``Outcome`` instead.
    """
    name = origin.name
    data = _unzipped(data, name, limit)
    if not data.strip():
        raise BadInput(f"{name} is empty: there is nothing to read")
    if is_rows(name) or data.lstrip()[:2] in {b'{"', b"{ "}:
        yield from rows.articles(rows.unpacked(data), name=name, limit=limit, at=at)
    elif _is_page(data, name):
        yield _page(data, origin)
    else:
        try:
            text = decode.text(data)
        except NotText as error:
            raise NotText(f"{name}: {error}") from error
        if len(text) > limit:
            raise TooLarge(f"{name} has {len(text):,} characters, the limit is {limit:,} (read.max_characters)")
        yield plain.article(text, url=origin.url, outlet=origin.outlet, published=origin.published)


def _page(data: bytes, origin: Origin) -> Article | Outcome:
    outlet = Outlet(id=origin.outlet, name=origin.outlet, home=origin.url)
    day = origin.published
    return page.article(
        data, url=origin.url, outlet=outlet, content_type="text/html", item=None, capture=None, given_date=day
    )


def _is_page(data: bytes, name: str) -> bool:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(MARKUP) or name.removesuffix(".gz").endswith((".html", ".htm", ".xhtml"))


def _unzipped(data: bytes, name: str, limit: int) -> bytes:
    if data[:2] != rows.GZIP or name.endswith((".jsonl.gz", ".ndjson.gz")):
        return data
    most = 8 * limit
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(data, most + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise BadInput(f"{name} looks gzipped but cannot be unpacked: {error}") from error
    if len(unpacked) > most:
        raise TooLarge(f"{name} unpacks to more than {most:,} bytes")
    return unpacked
