"""Answers as WARC 1.1 records hold them: taken apart, and which capture one is of.

What is archived is what was received: the payload is the body after transfer decoding (chunks put together, as a WARC
reader expects, so that header is kept under another name) but *before* content decoding, so a gzipped page stays
gzipped and its ``Content-Encoding`` stays true. ``sha256`` and ``length`` are those of the payload. A payload that the
archive already holds is not kept twice: a *revisit* record has the answer's own head and says where the payload is.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import msgspec

from reportedly.archive import coding
from reportedly.records import Exchange, Headers, header

VERSION = "WARC/1.1"
ASKED_FOR = "Reportedly-Asked-For"  # the URL a feed announced, where another one answered
CONCURRENT = "WARC-Concurrent-To"
REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
BREAK = b"\r\n\r\n"


class Original(NamedTuple):
    """The response record whose payload a revisit record shares: its name, address and date, and where it stands."""

    id: str
    url: str
    date: str
    warc: str
    offset: int


class Answer(NamedTuple):
    """A response or revisit record taken apart: status and headers of the answer, and its payload as archived.

    Where ``original`` is given, the payload stands there and not here.
    """

    fields: dict[str, str]
    status: int
    headers: Headers
    payload: bytes
    original: Original | None = None

    @property
    def url(self) -> str:
        """The URL that was asked for."""
        return self.fields.get(ASKED_FOR) or self.fields.get("WARC-Target-URI", "")

    @property
    def id(self) -> str:
        """The record's name."""
        return self.fields.get("WARC-Record-ID", "")

    @property
    def is_part(self) -> bool:
        """Whether this is a redirect on the way to another answer, and so no capture by itself."""
        return CONCURRENT in self.fields

    def header(self, name: str) -> str | None:
        """The first header of that name (given in small letters)."""
        return header(self.headers, name)

    @property
    def body(self) -> bytes:
        """The payload without its content coding."""
        return coding.plain(self.payload, self.header("content-encoding") or "")


def exchange(answer: Answer, hops: tuple[Exchange, ...] = ()) -> Exchange:
    """The exchange that an answer was archived from, as far as the answer's own record tells of it."""
    archived = undecoded(answer)
    return msgspec.structs.replace(archived, body=answer.body, received=answer.payload, hops=hops)


def undecoded(answer: Answer) -> Exchange:
    """The exchange of an answer's own record with the payload as its body, whatever its content coding."""
    target = answer.fields.get("WARC-Target-URI", "")
    return Exchange(
        url=answer.url,
        fetched_at=datetime.fromisoformat(answer.fields["WARC-Date"]),
        status=answer.status,
        reason="",
        request_headers=(),
        response_headers=answer.headers,
        body=answer.payload,
        landed=target if target != answer.url else None,
    )


def record_id(capture_id: str, kind: str) -> str:
    """A record's name, made from the capture's id, so that neither can be mistaken for another's."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'reportedly/{capture_id}/{kind}')}>"


def is_of(answer: Answer, capture_id: str) -> bool:
    """Whether this is the record of that capture."""
    return answer.id == record_id(capture_id, answer.fields.get("WARC-Type", ""))


# -- reading ----------------------------------------------------------------------------------------------------------


def taken_apart(record: bytes) -> tuple[dict[str, str], bytes]:
    """A record's fields and its block. Raises ``ValueError`` where it breaks its own format."""
    top, _, block = record.partition(BREAK)
    first, *lines = top.decode("utf-8").split("\r\n")
    if first != VERSION:
        raise ValueError(f"no WARC 1.1 record: it begins {first[:20]!r}")
    fields = dict(_field(line) for line in lines)
    length = int(fields.get("Content-Length", "-1"))
    if len(block) != length + len(BREAK) or not block.endswith(BREAK):
        raise ValueError(f"a record of {len(block):,} bytes, its header says {length:,}")
    return fields, block[:length]


def of_record(record: bytes) -> Answer | None:
    """The answer in a response or revisit, None for any other record; ``ValueError`` where it is out of order."""
    return of_fields(*taken_apart(record))


def of_fields(fields: dict[str, str], block: bytes) -> Answer | None:
    """The answer in a record's fields and block; None where it holds none."""
    kind = fields.get("WARC-Type")
    if kind not in {"response", "revisit"}:
        return None
    head, _, data = block.partition(BREAK)
    status, *rest = head.decode("latin-1").split("\r\n")
    headers = tuple(_field(line) for line in rest)
    return Answer(fields, int(status.split(" ")[1]), headers, data, _original(fields) if kind == "revisit" else None)


def _original(fields: Mapping[str, str]) -> Original:
    """Where the payload of a revisit stands; ``ValueError`` where its record does not say."""
    try:
        return Original(
            fields["WARC-Refers-To"],
            fields["WARC-Refers-To-Target-URI"],
            fields["WARC-Refers-To-Date"],
            fields["WARC-Refers-To-Filename"],
            int(fields["WARC-Refers-To-File-Offset"]),
        )
    except KeyError as missing:
        raise ValueError(f"a revisit record without {missing.args[0]}") from missing


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name, value.strip()
