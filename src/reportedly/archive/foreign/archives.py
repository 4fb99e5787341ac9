"""Pages out of archives that others made: WARC files, packed or not, and WACZ files.

Each HTML page with status 200 becomes an exchange that says where it comes from, to be archived like one of our own.
Other answers (pictures, redirects, errors, revisits) are passed over; what is damaged is an outcome, and the rest of
the file is read.
"""

import base64
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from reportedly.archive import coding
from reportedly.archive.foreign.stream import LARGEST, Damage, Read, records
from reportedly.errors import BadInput
from reportedly.records import Exchange, Headers, Outcome, header

WARCS: Final = (".warc", ".warc.gz", ".warc.zst")
ENDINGS: Final = (*WARCS, ".wacz")
_WANTED: Final = frozenset({"response", "resource"})
_STATUS: Final = re.compile(r"HTTP/\S+\s+(\d{3})(?:\s+(.*))?$")
_MARKUP: Final = re.compile(rb"\s*<(?:!doctype\s+html|html)", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x20\x7f]")


class _Unusable(Exception):
    """A record that should be a page and cannot be used as one."""


def is_archive(path: Path) -> bool:
    """Whether a file is, by its name, a WARC or WACZ file."""
    return path.name.lower().endswith(ENDINGS)


def captures(path: Path, now: datetime) -> Iterator[Exchange | Outcome]:
    """The pages of an archive in their order, one in memory at a time; ``now`` dates the outcomes.

    Raises ``BadInput`` where the file cannot be opened as what its name says.
    """
    try:
        with path.open("rb") as file:
            if path.name.lower().endswith(".wacz"):
                yield from _of_wacz(file, path.name, now)
            else:
                yield from _of_warc(file, path.name, now)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}") from error


def _of_wacz(file: BinaryIO, name: str, now: datetime) -> Iterator[Exchange | Outcome]:
    try:
        opened = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise BadInput(f"{name} is no WACZ file: {error}") from error
    with opened:
        inside = [entry for entry in opened.infolist() if entry.filename.startswith("archive/")]
        for entry in inside:
            if entry.filename.lower().endswith(WARCS):
                yield from _of_member(opened, entry, f"{name}!{entry.filename}", now)


def _of_member(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, now: datetime
) -> Iterator[Exchange | Outcome]:
    try:
        with opened.open(entry) as member:
            yield from _of_warc(member, name, now)  # type: ignore[arg-type]  # a member reads as a file does
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, BadInput) as error:
        yield Outcome(name, now, "failed", f"the rest of it cannot be read: {error}")


def _of_warc(file: BinaryIO, name: str, now: datetime) -> Iterator[Exchange | Outcome]:
    for record in records(file, _WANTED):
        if isinstance(record, Damage):
            yield Outcome(name, now, "failed", f"byte {record.offset:,}: {record.reason}")
            continue
        try:
            page = _page(record, name)
        except _Unusable as reason:
            url = record.fields.get("warc-target-uri", name)
            yield Outcome(url, now, "failed", f"{name}, byte {record.offset:,}: {reason}")
            continue
        if page:
            yield page


def _page(record: Read, name: str) -> Exchange | None:
    """The page in a record; None where it holds none."""
    status, reason, headers, payload = _answer(record)
    if status != 200 or not _is_html(headers, payload):  # noqa: PLR2004
        return None
    _check(record)
    return Exchange(
        url=_url(record.fields),
        fetched_at=_date(record.fields),
        status=status,
        reason=reason,
        request_headers=(),
        response_headers=headers,
        body=_readable(payload, headers),
        received=payload if header(headers, "content-encoding") else None,
        origin=f"{name}, record {record.fields.get('warc-record-id', 'without a name')}",
    )


def _answer(record: Read) -> tuple[int, str, Headers, bytes]:
    """Status, reason, headers and payload: of an HTTP answer, or of a resource that was saved by itself."""
    if record.fields["warc-type"] == "resource":
        kind = record.fields.get("content-type", "")
        return (200 if "html" in kind.lower() else 0), "OK", (("Content-Type", kind),), record.block
    head, _, payload = _halves(record.block)
    first, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    status = _STATUS.match(first.strip())
    if not status:
        return 0, "", (), b""
    pairs = (line.partition(":") for line in lines if ":" in line)
    headers = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    chunked = "chunked" in (header(headers, "transfer-encoding") or "").lower()
    return int(status[1]), (status[2] or "").strip(), headers, _joined(payload) if chunked else payload


def _halves(block: bytes) -> tuple[bytes, bytes, bytes]:
    blank = re.search(rb"\r?\n\r?\n", block)
    return (block[: blank.start()], b"", block[blank.end() :]) if blank else (block, b"", b"")


def _joined(payload: bytes) -> bytes:
    """Chunks put together; some programs did that before and kept the header, so what is no chunk stays."""
    stream, parts = io.BytesIO(payload), list[bytes]()
    while True:
        line = stream.readline(40)
        size = line.split(b";")[0].strip()
        if not line.endswith(b"\n") or not re.fullmatch(rb"[0-9A-Fa-f]{1,8}", size):
            return b"".join(parts) if parts else payload
        part = stream.read(int(size, 16))
        if not part:
            return b"".join(parts)
        parts.append(part)
        stream.readline(4)


def _is_html(headers: Headers, payload: bytes) -> bool:
    kind = (header(headers, "content-type") or "").lower()
    return "html" in kind or (not kind and bool(_MARKUP.match(payload[:400])))


def _readable(payload: bytes, headers: Headers) -> bytes:
    try:
        return coding.plain(payload, header(headers, "content-encoding") or "", LARGEST)
    except coding.TooMuch as error:
        raise _Unusable(str(error)) from error


def _url(fields: dict[str, str]) -> str:
    url = fields.get("warc-target-uri", "").strip("<>")
    if not url.startswith(("http://", "https://")) or _CONTROL.search(url):
        raise _Unusable(f"{url[:80]!r} is no web address")
    return url


def _date(fields: dict[str, str]) -> datetime:
    given = fields.get("warc-date", "")
    try:
        date = datetime.fromisoformat(given)
    except ValueError as error:
        raise _Unusable(f"{given[:40]!r} is no moment: nobody knows when the page was taken") from error
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)


def _check(record: Read) -> None:
    """Whether the block is what its digest says, where that is in a form we know."""
    name, _, stated = record.fields.get("warc-block-digest", "").partition(":")
    if name.lower() not in {"sha1", "sha256", "md5"}:
        return
    digest = hashlib.new(name.lower(), record.block, usedforsecurity=False).digest()
    if stated.strip() not in {digest.hex(), digest.hex().upper(), base64.b32encode(digest).decode()}:
        raise _Unusable("the bytes are not those its digest was made from")
