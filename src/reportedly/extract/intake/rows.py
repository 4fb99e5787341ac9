"""Articles handed in as rows: ``url, outlet, published, updated, title, text``, by whatever names, one a line as JSON.

A row that cannot be used becomes an ``Outcome`` that names file and row and says what is wrong with it; the others go
on. A row that could not be kept to the last character, or whose date cannot be told, is filed, and an outcome says so.
"""

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from math import isnan
from typing import Any, BinaryIO, NamedTuple, cast

import msgspec
from msgspec.structs import replace

from reportedly.dates import ON_PAPER, Dated, WhenTold, told
from reportedly.errors import BadInput
from reportedly.extract import plain
from reportedly.extract.intake.columns import FIELDS, Columns, Field
from reportedly.extract.intake.mending import Mended, decoded, mended
from reportedly.extract.intake.packed import GZIP
from reportedly.outlets import naming
from reportedly.records import Article, Outcome, Published, Updated
from reportedly.text import squeezed

__all__ = ["GZIP", "Intake", "Row", "article", "articles", "taken", "unpacked"]

UNKNOWN_OUTLET = "unknown"
WANTED = ", ".join(FIELDS)
NOTHING = frozenset({"", "nan", "none", "null", "nat", "n/a"})  # what programs write where a cell is empty
BYTES_EACH = 12  # of a character in JSON, at most: an escaped surrogate pair
MORE = 1_000_000  # bytes of a line besides its text


class Intake(NamedTuple):
    """What all rows of a file share.

    ``name`` says where they come from, ``limit`` how many characters a text may have, ``now`` when they came.
    """

    name: str
    limit: int
    now: datetime
    columns: Columns = Columns()

    @property
    def longest(self) -> int:
        """The most bytes of one row."""
        return BYTES_EACH * self.limit + MORE

    def outcome(self, place: str, message: str, *, used: bool = False) -> Outcome:
        """What is to be said of the row at ``place`` ("line 7")."""
        number = place.rpartition(" ")[2]
        where = f"{self.name}#{number}" if place else self.name
        words = f"{self.name}, {place}: {message}" if place else f"{self.name}: {message}"
        return Outcome(where, self.now.astimezone(UTC), "fetched" if used else "failed", words)


class Row(msgspec.Struct):
    """One row. ``text`` or ``title`` must be there; ``lost`` characters of it could not be kept."""

    text: str = ""
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    title: str | None = None
    lost: int = 0


def articles(
    lines: Iterable[bytes], *, name: str, limit: int, now: datetime, columns: Columns | None = None
) -> Iterator[Article | Outcome]:
    """Each line of JSON as an article, or as the outcome of a line that is none."""
    intake = Intake(name, limit, now, columns or Columns())
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from _line(line, f"line {number}", intake)


def _line(line: bytes, place: str, intake: Intake) -> Iterator[Article | Outcome]:
    if len(line) > intake.longest:
        yield intake.outcome(place, f"the line has more than {intake.longest:,} bytes")
        return
    try:
        held, lost = _object(line)
        yield from taken(held, _named(held, intake.columns), place, intake, lost)
    except BadInput as error:
        yield intake.outcome(place, f"{error}; wanted a JSON object with {WANTED}")


def _object(line: bytes) -> tuple[dict[str, Any], int]:
    """The line's object, and how many characters of it were lost. Raises ``BadInput``."""
    try:
        return _checked(msgspec.json.decode(line)), 0
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        text, lost = decoded(line.removeprefix(b"\xef\xbb\xbf"))
        try:
            return _checked(json.loads(text, strict=False)), lost
        except (ValueError, RecursionError):
            raise BadInput(str(error)) from error


def _checked(row: Any) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise BadInput(f"this is a {type(row).__name__}")
    return row


def _named(held: Mapping[str, Any], columns: Columns) -> Mapping[Field, str]:
    """The keys of the fields. A key named by hand may be missing in a line: its field is empty then."""
    return columns.of((*held, *columns.given.values()))


def taken(
    cells: Mapping[str, Any], names: Mapping[Field, str], place: str, intake: Intake, lost: int = 0
) -> Iterator[Article | Outcome]:
    """The article of a row of ``cells``, with what must be said of it; or the outcome of a row that gives none."""
    try:
        row = _row(cells, names)
        notes = [f"{row.lost + lost:,} broken characters stand as U+FFFD"] if row.lost + lost else []
        out, changed = (told(words, intake.now, ON_PAPER) for words in (row.published, row.updated))
        notes += [*_of_day("the day it came out", out), *_of_day("the day it was changed", changed)]
        where = f"{intake.name}#{place.rpartition(' ')[2]}"
        made = article(row, out.dated, changed.dated, fallback=where, limit=intake.limit)
        notes += [f"only a part of the article: {made.partial}"] if made.partial else []
        yield made
    except BadInput as error:
        yield intake.outcome(place, f"{error}; wanted {WANTED}")
        return
    if notes:
        yield intake.outcome(place, f"filed, but {'; '.join(notes)}", used=True)


def _of_day(which: str, found: WhenTold) -> Iterator[str]:
    """What is to be said of a date that cannot be told, or was told by another calendar."""
    if found.note:
        yield (
            f"{which}: {found.note}" if found.dated else f"{which} stays unknown: {found.note}: write it as YYYY-MM-DD"
        )


def _row(cells: Mapping[str, Any], names: Mapping[Field, str]) -> Row:
    cleaned = {field: _words(cells.get(name), field) for field, name in names.items()}
    given: dict[str, Any] = {field: words.text for field, words in cleaned.items() if words.text}
    return Row(**given, lost=sum(words.lost for words in cleaned.values()))


def _words(value: Any, field: Field) -> Mended:
    """A cell's words; empty where the cell says that there is nothing. Raises ``BadInput``."""
    if isinstance(value, Mapping):  # {"id": ..., "name": "The Gazette"}
        value = value.get("name")
    if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if value is None or (isinstance(value, float) and isnan(value)):
        return Mended("")
    if isinstance(value, (date, datetime)):
        value = value.isoformat()
    if isinstance(value, (int, float)) and field != "text":
        value = f"{value:.0f}" if isinstance(value, float) else str(value)
    words = decoded(value) if isinstance(value, bytes) else mended(value) if isinstance(value, str) else None
    if words is None:
        raise BadInput(f"{field} is a {type(value).__name__}")
    return Mended("") if field != "text" and words.text.strip().casefold() in NOTHING else words


def article(row: Row, out: Dated | None, changed: Dated | None, *, fallback: str, limit: int) -> Article:
    """One row as an article; ``fallback`` stands for a missing URL, its title for a missing text.

    ``out`` is when it came out, ``changed`` when it was changed. Raises ``BadInput`` where it cannot be filed.
    """
    text = row.text if row.text.strip() else row.title or ""
    if not text.strip():
        raise BadInput("neither text nor title has any words")
    if len(text) > limit:
        raise BadInput(f"the text has {len(text):,} characters, the limit is {limit:,} (read.max_characters)")
    url = (row.url or "").strip() or fallback
    if any(c.isspace() or not c.isprintable() for c in url) and row.url:
        raise BadInput(f"{url[:80]!r} holds a space or another character that no URL has")
    outlet = squeezed(row.outlet or "") or naming.site(row.url or "") or UNKNOWN_OUTLET
    made = plain.article(text, url=url, outlet=outlet, published=out.day if out else None, headline=row.title)
    if out:
        made = replace(made, published=Published(out.day, out.day, "given", out.at))
    if changed and (out is None or changed.after(out)):
        made = replace(made, updated=Updated(changed.day, changed.day, "given", changed.at))
    return made


def unpacked(data: bytes) -> BinaryIO:
    """Bytes at hand as a stream of lines, unpacked where they are gzipped."""
    return cast("BinaryIO", gzip.open(io.BytesIO(data), "rb")) if data[:2] == GZIP else io.BytesIO(data)
