"""The answer of a server as other people's records hold it: status, headers and payload, however they were kept."""

import io
import re
from typing import Final, NamedTuple

from reportedly.archive.foreign.records import Kind
from reportedly.archive.foreign.stream import Read
from reportedly.records import Headers, header

REDIRECTS: Final = range(300, 400)
GOOD: Final = frozenset({200, 203})  # 203: a proxy changed something on the way
_STATUS: Final = re.compile(r"(?:HTTP|ICY)(?:/\S*)?\s+(\d{3})(?!\d)\s*(.*)", re.IGNORECASE)
_INTERIM: Final = re.compile(rb"HTTP/\S*\s+1\d\d\b", re.IGNORECASE)
_MARKUP: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*){0,5}<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)
_UNTOLD: Final = frozenset({"", "text/plain", "application/octet-stream", "unknown", "no-type", "text", "warc/revisit"})
_KINDS: Final = (
    (("image/",), Kind.picture),
    (("audio/", "video/", "application/vnd.apple.mpegurl", "application/x-mpegurl"), Kind.media),
    (("text/css", "font/", "application/font", "application/x-font"), Kind.code),
    (("application/pdf", "application/msword", "application/vnd."), Kind.document),
    (("text/plain",), Kind.text),
)


class Answer(NamedTuple):
    """``payload`` is without chunks and still in its content coding. A status of 0 is none."""

    status: int
    reason: str
    headers: Headers
    payload: bytes


def answer(record: Read) -> Answer:
    """What a record holds: an answer of HTTP, or a resource that was saved by itself."""
    kind = record.fields.get("content-type", "")
    if record.fields["warc-type"].lower() in {"resource", "conversion"} and "application/http" not in kind.lower():
        return Answer(200, "OK", (("Content-Type", kind),) if kind else (), record.block)
    head, payload = _halves(record.block)
    while _INTERIM.match(head) and payload:  # "100 Continue" and the like: the answer stands behind it
        head, payload = _halves(payload)
    first, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    status = _STATUS.match(first.strip())
    if not status:
        return Answer(200 if is_markup(record.block) else 0, "OK", (), record.block)
    pairs = (line.partition(":") for line in lines if ":" in line)
    headers = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    chunked = "chunked" in (header(headers, "transfer-encoding") or "").lower()
    return Answer(int(status[1]), status[2].strip(), headers, _joined(payload) if chunked else payload)


def _halves(block: bytes) -> tuple[bytes, bytes]:
    blank = re.search(rb"\r?\n\r?\n", block)
    return (block[: blank.start()], block[blank.end() :]) if blank else (block, b"")


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


def is_markup(data: bytes) -> bool:
    """Whether data begins as an HTML page does."""
    return bool(_MARKUP.match(data[:4_000]))


def may_be_page(headers: Headers) -> bool:
    """Whether the kind that was sent is that of pages, or tells nothing."""
    kind = content_type(headers)
    return "html" in kind or kind in _UNTOLD


def is_page(headers: Headers, body: bytes) -> bool:
    """Whether it is a page: by the kind that was sent, or where that tells nothing, by how it begins."""
    return "html" in content_type(headers) or is_markup(body)


def passed_over(headers: Headers) -> Kind:
    """What else an answer is, by the kind that was sent."""
    kind = content_type(headers)
    if "script" in kind:
        return Kind.code
    if "json" in kind or "xml" in kind:
        return Kind.data
    return next((word for beginnings, word in _KINDS if kind.startswith(beginnings)), Kind.other)


def content_type(headers: Headers) -> str:
    """The kind that was sent, without its parameters, in small letters."""
    return (header(headers, "content-type") or "").partition(";")[0].strip().lower()
