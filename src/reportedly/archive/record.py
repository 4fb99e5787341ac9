"""WARC 1.1 records: from an exchange to bytes and back.

What is archived is what was received: the payload is the body after transfer decoding (chunks put together, as a WARC
reader expects, so that header is kept under another name) but *before* content decoding, so a gzipped page stays
gzipped and its ``Content-Encoding`` stays true. ``sha256`` and ``length`` are those of the payload.
"""

import hashlib
import io
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote

from warcio.bufferedreaders import BufferedReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from reportedly.records import Capture, Exchange, content_id

Headers = tuple[tuple[str, str], ...]

VERSION = "WARC/1.1"
ASKED_FOR = "Reportedly-Asked-For"  # the URL a feed announced, where another one answered
CHUNKED = "Transfer-Encoding"
NO_PAYLOAD = f"sha256:{hashlib.sha256().hexdigest()}"
BREAK = b"\r\n\r\n"
_URI = ":/?#[]@!$&'()*+,;=%~"


class Answer(NamedTuple):
    """A response record taken apart: status line and headers of the answer, and its payload as archived."""

    fields: dict[str, str]
    status: int
    headers: Headers
    payload: bytes

    @property
    def url(self) -> str:
        """The URL that was asked for."""
        return self.fields.get(ASKED_FOR) or self.fields.get("WARC-Target-URI", "")

    @property
    def body(self) -> bytes:
        """The payload without its content coding."""
        coding = (header(self.headers, "content-encoding") or "").strip().lower()
        if coding not in {"gzip", "deflate"}:
            return self.payload
        unpacked: bytes = BufferedReader(io.BytesIO(self.payload), decomp_type=coding).read()
        return unpacked


def header(headers: Headers, name: str) -> str | None:
    """The first header of that name (given in small letters)."""
    return next((value for key, value in headers if key.lower() == name), None)


def capture(exchange: Exchange, warc: str, offset: int) -> Capture:
    """What the ledger keeps of an exchange whose response record stands at ``offset`` of the file ``warc``."""
    data = payload(exchange)
    sha256 = hashlib.sha256(data).hexdigest()
    return Capture(
        id=content_id("c", exchange.url, exchange.fetched_at.isoformat(), sha256),
        url=exchange.url,
        fetched_at=exchange.fetched_at,
        status=exchange.status,
        content_type=header(exchange.response_headers, "content-type") or "",
        sha256=sha256,
        length=len(data),
        warc=warc,
        offset=offset,
    )


def payload(exchange: Exchange) -> bytes:
    """The bytes that are archived."""
    return exchange.body if exchange.received is None else exchange.received


def recovered(answer: Answer, warc: str, offset: int) -> Capture:
    """The capture a response record stands for, exactly as ``capture`` made it when it was written."""
    exchange = Exchange(
        url=answer.url,
        fetched_at=datetime.fromisoformat(answer.fields["WARC-Date"]),
        status=answer.status,
        reason="",
        request_headers=(),
        response_headers=answer.headers,
        body=answer.payload,
    )
    return capture(exchange, warc, offset)


def record_id(capture_id: str, kind: str) -> str:
    """A record's name, made from the capture's id, so that neither can be mistaken for another's."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'reportedly/{capture_id}/{kind}')}>"


# -- writing ----------------------------------------------------------------------------------------------------------


def file_head(name: str, at: datetime, software: str) -> bytes:
    """The warcinfo record that opens a WARC file, gzipped."""
    told = f"software: {software}\r\nformat: WARC File Format 1.1\r\n"
    told += "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    fields = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id(f"{name} {at.isoformat()}", "warcinfo")),
        ("WARC-Date", _date(at)),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
    ]
    return _gzipped([(fields, told.encode())])


def pair(exchange: Exchange, capture_id: str) -> bytes:
    """The response record and the request record of an exchange, a gzip member each."""
    data = payload(exchange)
    target = quote(exchange.landed or exchange.url, safe=_URI)
    shared = [("WARC-Target-URI", target), ("WARC-Date", _date(exchange.fetched_at))]
    response = [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", record_id(capture_id, "response")),
        *shared,
        *([(ASKED_FOR, exchange.url)] if target != exchange.url else []),
        ("WARC-Payload-Digest", f"sha256:{hashlib.sha256(data).hexdigest()}"),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    request = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", record_id(capture_id, "request")),
        *shared,
        ("WARC-Concurrent-To", record_id(capture_id, "response")),
        ("WARC-Payload-Digest", NO_PAYLOAD),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    status = f"HTTP/1.1 {exchange.status} {exchange.reason}"
    answered = _head(status, (_unchunked(*pair) for pair in exchange.response_headers))
    asked = _head(f"GET {_path(target)} HTTP/1.1", exchange.request_headers)
    return _gzipped([(response, answered + data), (request, asked)])


def _unchunked(name: str, value: str) -> tuple[str, str]:
    return (f"X-Archive-Orig-{name}" if name.lower() == CHUNKED.lower() else name, value)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers)]
    return b"\r\n".join(_one_line(line).encode("latin-1", "replace") for line in lines) + BREAK


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def _path(target: str) -> str:
    rest = target.split("://", 1)[-1]
    path = rest[len(rest.split("/", 1)[0].split("?", 1)[0]) :].split("#", 1)[0]
    return path if path.startswith("/") else f"/{path}"


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _gzipped(records: Iterable[tuple[list[tuple[str, str]], bytes]]) -> bytes:
    whole = io.BytesIO()
    writer = WARCWriter(whole, gzip=True, warc_version=VERSION)
    for fields, block in records:
        pairs = [(name, _one_line(value)) for name, value in fields]
        top = StatusAndHeaders("", pairs, protocol=VERSION)
        kind, content = dict(pairs)["WARC-Type"], dict(pairs)["Content-Type"]
        writer.write_record(ArcWarcRecord("warc", kind, top, io.BytesIO(block), None, content, len(block)))
    return whole.getvalue()


# -- reading ----------------------------------------------------------------------------------------------------------


def answer(record: bytes) -> Answer | None:
    """A record's bytes taken apart; None if it is no response. Raises ``ValueError`` where it breaks its own format."""
    top, _, block = record.partition(BREAK)
    first, *lines = top.decode("utf-8").split("\r\n")
    if first != VERSION:
        raise ValueError(f"no WARC 1.1 record: it begins {first[:20]!r}")
    fields = dict(_field(line) for line in lines)
    length = int(fields.get("Content-Length", "-1"))
    if len(block) != length + len(BREAK) or not block.endswith(BREAK):
        raise ValueError(f"a record of {len(block):,} bytes, its header says {length:,}")
    if fields.get("WARC-Type") != "response":
        return None
    head, _, data = block[:length].partition(BREAK)
    status, *rest = head.decode("latin-1").split("\r\n")
    return Answer(fields, int(status.split(" ")[1]), tuple(_field(line) for line in rest), data)


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, value.strip()
