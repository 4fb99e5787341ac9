"""WARC 1.1 records as they are written: from an exchange to bytes, a gzip member each.

An exchange's records stand together: its response (or revisit) first, then its request, then an answer and a request
for each redirect on the way, then where it was imported from. All name the first one as concurrent.
"""

import base64
import gzip
import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import quote

from reportedly.archive.answers import ASKED_FOR, BREAK, CONCURRENT, REVISIT, VERSION, Original, record_id
from reportedly.archive.capturing import payload
from reportedly.records import Exchange

CHUNKED = "Transfer-Encoding"
NO_PAYLOAD = f"sha256:{hashlib.sha256().hexdigest()}"
_URI = ":/?#[]@!$&'()*+,;=%~"

Fields = list[tuple[str, str]]
WarcRecord = tuple[Fields, bytes]
"""A record's fields and its block."""


def file_head(name: str, created: datetime, software: str) -> bytes:
    """The warcinfo record that opens a WARC file, gzipped."""
    about = f"software: {software}\r\nformat: WARC File Format 1.1\r\n"
    about += "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    fields = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id(f"{name} {created.isoformat()}", "warcinfo")),
        ("WARC-Date", _date(created)),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
    ]
    return _gzipped([(fields, about.encode())])


def group(exchange: Exchange, capture_id: str, original: Original | None = None) -> bytes:
    """All records of an exchange; with ``original`` the payload is left out, because it stands there."""
    return _gzipped(_records(exchange, capture_id, original))


def _records(exchange: Exchange, capture_id: str, original: Original | None) -> Iterator[WarcRecord]:
    yield _response(exchange, capture_id, original)
    first = record_id(capture_id, "revisit" if original else "response")
    if exchange.origin is None or exchange.request_headers:
        yield _request(exchange, record_id(capture_id, "request"), first)
    for number, hop in enumerate(exchange.hops, 1):
        names = [record_id(capture_id, f"hop {number} {kind}") for kind in ("response", "request")]
        yield _answered(hop, [("WARC-Type", "response"), ("WARC-Record-ID", names[0])], [(CONCURRENT, first)])
        yield _request(hop, names[1], first)
    if exchange.origin is not None:
        yield _origin(exchange, record_id(capture_id, "metadata"), first)


def _response(exchange: Exchange, capture_id: str, original: Original | None) -> WarcRecord:
    kind = "revisit" if original else "response"
    top = [("WARC-Type", kind), ("WARC-Record-ID", record_id(capture_id, kind))]
    if original is None:
        return _answered(exchange, top, [])
    shared = [
        ("WARC-Profile", REVISIT),
        ("WARC-Refers-To", original.id),
        ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", original.date),
        ("WARC-Refers-To-Filename", original.warc),
        ("WARC-Refers-To-File-Offset", str(original.offset)),
    ]
    return _answered(exchange, top, shared, without_payload=True)


def _answered(exchange: Exchange, top: Fields, more: Fields, *, without_payload: bool = False) -> WarcRecord:
    archived = payload(exchange)
    fields = [
        *top,
        *_shared(exchange),
        *([(ASKED_FOR, exchange.url)] if target(exchange) != exchange.url else []),
        *more,
        ("WARC-Payload-Digest", f"sha256:{hashlib.sha256(archived).hexdigest()}"),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    status = f"HTTP/1.1 {exchange.status} {exchange.reason}"
    head = _head(status, (_unchunked(*pair) for pair in exchange.response_headers))
    return fields, head if without_payload else head + archived


def _request(exchange: Exchange, name: str, concurrent: str) -> WarcRecord:
    fields = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", name),
        *_shared(exchange),
        (CONCURRENT, concurrent),
        ("WARC-Payload-Digest", NO_PAYLOAD),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    return fields, _head(f"GET {_path(target(exchange))} HTTP/1.1", exchange.request_headers)


def _origin(exchange: Exchange, name: str, concurrent: str) -> WarcRecord:
    fields = [
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", name),
        *_shared(exchange),
        (CONCURRENT, concurrent),
        ("Content-Type", "application/warc-fields"),
    ]
    return fields, f"importedFrom: {_one_line(exchange.origin or '')}\r\n".encode()


def _shared(exchange: Exchange) -> Fields:
    return [("WARC-Target-URI", target(exchange)), ("WARC-Date", _date(exchange.fetched_at))]


def target(exchange: Exchange) -> str:
    """The address that answered, in ASCII."""
    return quote(exchange.landed or exchange.url, safe=_URI)


def _unchunked(name: str, value: str) -> tuple[str, str]:
    return (f"X-Archive-Orig-{name}" if name.lower() == CHUNKED.lower() else name, value)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers)]
    return b"\r\n".join(_one_line(line).encode("latin-1", "replace") for line in lines) + BREAK


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def _path(address: str) -> str:
    rest = address.split("://", 1)[-1]
    path = rest[len(rest.split("/", 1)[0].split("?", 1)[0]) :].split("#", 1)[0]
    return path if path.startswith("/") else f"/{path}"


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _gzipped(records: Iterable[WarcRecord]) -> bytes:
    return b"".join(packed(fields, block) for fields, block in records)


def packed(fields: Fields, block: bytes) -> bytes:
    """A record, gzipped."""
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode("ascii")
    lines = [
        VERSION,
        *(f"{name}: {_one_line(value)}" for name, value in fields),
        f"WARC-Block-Digest: sha1:{digest}",
        f"Content-Length: {len(block)}",
    ]
    return gzip.compress("\r\n".join(lines).encode() + BREAK + block + BREAK, mtime=0)
