"""Articles handed in as JSON lines: ``url, outlet, published, title, text``, one a line, plain or gzipped.

A line that cannot be used becomes an ``Outcome`` that names the line and what is wrong with it; the others go on.
"""

import gzip
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from reportedly.errors import BadDate, BadInput
from reportedly.extract import plain
from reportedly.records import Article, Outcome

UNKNOWN_OUTLET = "unknown"
WANTED = "url, outlet, published, title, text"
GZIP = b"\x1f\x8b"


class Row(msgspec.Struct):
    """One line. ``text`` or ``title`` must be there; other keys are passed over."""

    text: str = ""
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None


def articles(lines: Iterable[bytes], *, name: str, limit: int, at: datetime) -> Iterator[Article | Outcome]:
    """Each line as an article, or as the outcome of a line that is none.

    ``name`` says where the lines come from, ``limit`` how many characters a text may have, ``at`` when that was.
    """
    decoder = msgspec.json.Decoder(Row)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield article(decoder.decode(line), fallback=f"{name}#{number}", limit=limit)
        except (msgspec.DecodeError, UnicodeDecodeError, BadInput) as error:
            yield Outcome(
                url=f"{name}#{number}",
                at=at.astimezone(UTC),
                state="failed",
                message=f"{name}, line {number}: {error}; wanted a JSON object with {WANTED}",
            )


def article(row: Row, *, fallback: str, limit: int) -> Article:
    """One row as an article; ``fallback`` stands for a missing URL, its title for a missing text.

    Raises ``BadInput``.
    """
    text = row.text if row.text.strip() else row.title or ""
    if not text.strip():
        raise BadInput("neither text nor title has any words")
    if len(text) > limit:
        raise BadInput(f"the text has {len(text):,} characters, the limit is {limit:,} (read.max_characters)")
    url = row.url or fallback
    outlet = row.outlet or UNKNOWN_OUTLET
    return plain.article(text, url=url, outlet=outlet, published=day(row.published), headline=row.title)


def day(given: str | None) -> date | None:
    """``2024-04-30`` or a longer ISO date-time as a day; None where there is none. Raises ``BadDate``."""
    if not given:
        return None
    try:
        return datetime.fromisoformat(given).date()
    except ValueError as error:
        raise BadDate(f"{given!r} is not a date: write it as YYYY-MM-DD") from error


def opened(path: Path) -> BinaryIO:
    """A file of lines, unpacked where it is gzipped."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
    return cast("BinaryIO", gzip.open(path, "rb")) if packed else path.open("rb")


def unpacked(data: bytes) -> BinaryIO:
    """The same for bytes at hand."""
    return cast("BinaryIO", gzip.open(io.BytesIO(data), "rb")) if data[:2] == GZIP else io.BytesIO(data)
