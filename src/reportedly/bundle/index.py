"""The index of a bundle's WARC file, as replay tools read it: CDXJ in one gzip block, and where that block stands."""

import gzip
import hashlib
import re
from typing import Final
from urllib.parse import urlsplit

import msgspec

from reportedly.archive import answers

_FILE: Final = "data.warc.gz"
_LATIN_PORTS: Final = {"http": 80, "https": 443}


class IndexLine(msgspec.Struct, frozen=True):
    """One answer in the index."""

    url: str
    digest: str
    mime: str
    offset: int
    length: int
    status: int
    filename: str = _FILE


def entry(answer: answers.Answer, offset: int, length: int) -> tuple[str, str, IndexLine]:
    """Sort key, 14-digit time and line of the answer whose record stands at ``[offset, offset + length)``."""
    url = answer.fields.get("WARC-Target-URI", "")
    kind = (answer.header("content-type") or "").split(";")[0].strip().lower()
    indexed = IndexLine(
        url=url,
        digest=answer.fields.get("WARC-Payload-Digest", ""),
        mime="warc/revisit" if answer.original else kind or "unk",
        offset=offset,
        length=length,
        status=answer.status,
    )
    return sort_key(url), re.sub(r"\D", "", answer.fields.get("WARC-Date", ""))[:14], indexed


def sort_key(url: str) -> str:
    """An address with its host's parts turned round, so that pages of a site stand together: ``example,www)/a``."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    port = f":{parts.port}" if _port(url) else ""
    query = f"?{parts.query}" if parts.query else ""
    turned = ",".join(reversed(host.split("."))) if not re.fullmatch(r"[\d.]+|.*:.*", host) else host
    return f"{turned}{port}){parts.path or '/'}{query}".lower()


def _port(url: str) -> bool:
    parts = urlsplit(url)
    return parts.port is not None and parts.port != _LATIN_PORTS.get(parts.scheme)


def files(lines: list[tuple[str, str, IndexLine]]) -> tuple[bytes, bytes]:
    """The contents of ``index.cdx.gz`` and ``index.idx``."""
    ordered = sorted(lines, key=lambda entry: (entry[0], entry[1], entry[2].offset))
    text = "".join(f"{key} {time} {msgspec.json.encode(indexed).decode()}\n" for key, time, indexed in ordered)
    block = gzip.compress(text.encode(), mtime=0)
    head = '!meta 0 {"format":"cdxj-gzip-1.0","filename":"index.cdx.gz"}\n'
    if not ordered:
        return block, head.encode()
    where = {"offset": 0, "length": len(block), "digest": f"sha256:{hashlib.sha256(block).hexdigest()}"}
    first = f"{ordered[0][0]} {ordered[0][1]} {msgspec.json.encode(where).decode()}\n"
    return block, (head + first).encode()
