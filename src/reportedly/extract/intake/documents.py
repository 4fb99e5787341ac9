"""One document handed in, whatever it is: plain text, an HTML page, or rows of articles, plain or packed."""

import gzip
import io
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from msgspec.structs import replace

from reportedly.dates import ON_PAPER, told
from reportedly.errors import BadInput, NotText, TooLarge
from reportedly.extract import page, plain
from reportedly.extract.intake import delimited, enclosed, files, jsonrows, kinds, packed
from reportedly.extract.intake.own_address import own_address
from reportedly.extract.intake.rows import UNKNOWN_OUTLET, Intake, Taken
from reportedly.letters import decode
from reportedly.records import Article, Outcome, Outlet

MOST_BYTES_EACH = 4  # of a character in UTF-8
ROWS = ("json", "table", "parquet")


class Origin(NamedTuple):
    """What is known of a document besides its bytes: ``name`` as the user gave it, ``url`` where it is filed."""

    name: str
    url: str
    outlet: str
    published: date | None


def articles_of_file(path: Path, origin: Origin, *, now: datetime, limit: int) -> Iterator[Taken]:
    """The articles of a file, as ``articles`` gives them; one of rows may be of any length."""
    if not path.is_file():
        raise BadInput(f"{origin.name} is neither a file nor a web address")
    if _holds_rows(path):
        _refuse_address(origin)
        yield from files.articles(path, Intake(path.name, limit, now))
        return
    size, most = path.stat().st_size, MOST_BYTES_EACH * limit
    if size > most:
        raise TooLarge(f"{origin.name} has {size:,} bytes; documents of up to {most:,} are read")
    yield from articles(path.read_bytes(), origin, now=now, limit=limit)


def articles(data: bytes, origin: Origin, *, now: datetime, limit: int) -> Iterator[Taken]:
    """The articles in ``data``; the name and the first bytes say what it is.

    ``limit`` is in characters. Raises ``BadInput`` where the whole document is unusable; a row or a
    page without an article gives an ``Outcome`` instead.
    """
    name = origin.name
    data = _unzipped(data, name, limit)
    if not data.strip():
        raise BadInput(f"{name} is empty: there is nothing to read")
    kind = kinds.named(name) or kinds.begun(data[: kinds.HEAD], whole=len(data) <= kinds.HEAD)
    if kind in {"json", "table"}:
        _refuse_address(origin)
        rows = jsonrows if kind == "json" else delimited
        yield from rows.articles(io.BytesIO(data), Intake(name, limit, now))
    elif enclosed.is_enclosed(data[: enclosed.HEAD], name):
        yield from _enclosed(data, origin, now)
    elif kind == "page":
        yield from _page(data, origin, now)
    else:
        try:
            text, guessed = decode.decoded(data)
        except NotText as error:
            raise NotText(f"{name}: {error}") from error
        if len(text) > limit:
            raise TooLarge(f"{name} has {len(text):,} characters, the limit is {limit:,} (read.max_characters)")
        yield plain.article(text, url=origin.url, outlet=origin.outlet, published=origin.published)
        if guessed:
            yield _note(origin, now, decode.note(guessed))


def _refuse_address(origin: Origin) -> None:
    """Raise ``BadInput`` where one address is given for many rows."""
    if origin.url != origin.name:
        raise BadInput(f"--url is the address of one document; {origin.name} has rows with addresses of their own")


def _holds_rows(path: Path) -> bool:
    """Whether a file holds rows, by its name or first bytes."""
    try:
        with packed.opened(path) as stream:
            head = stream.read(kinds.HEAD)
    except (BadInput, OSError):
        return kinds.named(path.name) in ROWS
    return (kinds.named(path.name) or kinds.begun(head, whole=len(head) < kinds.HEAD)) in ROWS


def _enclosed(data: bytes, origin: Origin, now: datetime) -> Iterator[Article | Outcome]:
    """A page saved as MHTML, or a mail."""
    inner = enclosed.taken_out(data, origin.name)
    sent = told(inner.sent, now, ON_PAPER)
    day = origin.published or (sent.dated.day if sent.dated else None)
    known = _placed(origin, inner.url)._replace(published=day)
    if sent.note and not origin.published:
        yield _note(origin, now, f"the day it was sent: {sent.note}")
    if inner.is_page:
        yield from _page(inner.data, known, now, inner.charset)
    else:
        text = decode.text(inner.data, inner.charset)
        yield plain.article(text, url=known.url, outlet=known.outlet, published=known.published, headline=inner.title)


def _placed(origin: Origin, url: str | None) -> Origin:
    """The origin with the address that the document itself carries, and its outlet's host, where none was given."""
    if not url or origin.url != origin.name or origin.url.startswith(("http://", "https://")):
        return origin
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return origin._replace(url=url, outlet=host if host and origin.outlet == UNKNOWN_OUTLET else origin.outlet)


def _page(data: bytes, origin: Origin, now: datetime, charset: str | None = None) -> Iterator[Article | Outcome]:
    known = _placed(origin, own_address(data))
    outlet = Outlet(id=known.outlet, name=known.outlet, home=known.url)
    day, kind = known.published, f"text/html; charset={charset}" if charset else "text/html"
    made, said = page.extracted(
        data, url=known.url, outlet=outlet, content_type=kind, item=None, capture=None, given_date=day
    )
    yield made if isinstance(made, Article) else replace(made, url=origin.url)
    for note in said:
        yield _note(origin, now, note)
    if isinstance(made, Article) and (guessed := page.guessed(data, kind)):
        yield _note(origin, now, decode.note(guessed))


def _note(origin: Origin, now: datetime, note: str) -> Outcome:
    return Outcome(origin.url, now, "fetched", f"{origin.name}: {note}")


def _unzipped(data: bytes, name: str, limit: int) -> bytes:
    if data[:2] != packed.GZIP:
        return data
    most = 8 * limit
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(data, most + 1)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise BadInput(f"{name} looks gzipped but cannot be unpacked: {error}") from error
    if len(unpacked) > most:
        raise TooLarge(f"{name} unpacks to more than {most:,} bytes")
    return unpacked
