"""The pages in somebody's records, one record after another; each says where it comes from."""

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Final

from reportedly.archive import coding
from reportedly.archive.foreign import addresses, digests
from reportedly.archive.foreign.answers import (
    GOOD,
    REDIRECTS,
    Answer,
    answer,
    content_type,
    is_page,
    may_be_page,
    passed_over,
)
from reportedly.archive.foreign.records import Again, Kind, PassedOver, Unusable
from reportedly.archive.foreign.stream import LARGEST, Damage, Read, records
from reportedly.records import Exchange, Headers, Outcome, header

Found = Exchange | Again | PassedOver | Outcome

_WANTED: Final = frozenset({"response", "resource", "conversion", "revisit"})
_WHOLE: Final = re.compile(rb"</html>\s*$", re.IGNORECASE)  # some files count the line breaks of their pages wrongly
_TAIL: Final = 200
_NO_WEB: Final = re.compile(
    r"<?(?:urn|dns|whois|metadata|screenshot|about|data|mailto|filedesc|chrome)\b", re.IGNORECASE
)


def found(file: IO[bytes], name: str, now: datetime) -> Iterator[Found]:
    """What the records of a WARC or ARC file hold; ``now`` dates the outcomes of what cannot be read."""
    known = _Known(name, now)
    for record in records(file, _WANTED):
        if isinstance(record, Damage):
            yield Outcome(name, now, "failed", f"byte {record.offset:,}: {record.reason}")
            continue
        try:
            yield known.found(record)
        except Unusable as reason:
            url = record.fields.get("warc-target-uri", name)
            yield Outcome(url, now, "failed", f"{name}, byte {record.offset:,}: {reason}")


class _Known:
    """One reading of one file: which pages it has brought so far, by what later records call them."""

    def __init__(self, name: str, now: datetime) -> None:
        self._name, self._now = name, now
        self._bytes: dict[str, tuple[str, Headers]] = {}
        self._texts: set[str] = set()

    def found(self, record: Read) -> Found:
        """What a record holds; raises ``Unusable`` where it should be a page and cannot be used as one."""
        written = record.fields.get("warc-target-uri", "")
        if _NO_WEB.match(written):
            return PassedOver(Kind.no_web, written)
        given = answer(record)
        kind = record.fields["warc-type"].lower()
        if kind == "revisit":
            return self._again(record, given)
        if kind == "conversion":
            return self._text(record, given)
        body = self._body(record, given)
        return body if isinstance(body, PassedOver) else self._page(record, given, body)

    def _body(self, record: Read, given: Answer) -> bytes | PassedOver:
        """The page without its content coding; or as what it is passed over."""
        url = record.fields.get("warc-target-uri", "")
        if given.status not in GOOD:
            wrong = Kind.redirect if given.status in REDIRECTS else Kind.error
            return PassedOver(wrong if given.status else Kind.no_answer, url)
        if not may_be_page(given.headers):
            return PassedOver(passed_over(given.headers), url)
        body = _readable(given)
        if not body.strip():
            return PassedOver(Kind.empty, url)
        return body if is_page(given.headers, body) else PassedOver(passed_over(given.headers), url)

    def _page(self, record: Read, given: Answer, body: bytes) -> Exchange:
        _check(record)
        url, at = _place(record, self._now)
        self._remember(record, given)
        self._texts.add(url)
        return Exchange(
            url=url,
            fetched_at=at,
            status=given.status,
            reason=given.reason,
            request_headers=(),
            response_headers=given.headers,
            body=body,
            received=given.payload if header(given.headers, "content-encoding") else None,
            origin=self._origin(record),
        )

    def _text(self, record: Read, given: Answer) -> Found:
        """The text that another program took out of a page, unless the file holds the page too."""
        url, at = _place(record, self._now)
        if content_type(given.headers) != "text/plain":
            return PassedOver(passed_over(given.headers), url)
        if url in self._texts or not given.payload.strip():
            return PassedOver(Kind.known_text if url in self._texts else Kind.empty, url)
        _check(record)
        headers = (("Content-Type", "text/plain; charset=utf-8"),)  # WARC has it so for text taken out of pages
        return Exchange(url, at, 200, "OK", (), headers, given.payload, origin=self._origin(record))

    def _again(self, record: Read, given: Answer) -> Found:
        """A page with the bytes of one before it: by the digest of its payload, or as the record refers to it."""
        fields = record.fields
        refers = fields.get("warc-refers-to", ""), _seen_at(fields, "warc-refers-to-target-uri", "warc-refers-to-date")
        digest = fields.get("warc-payload-digest", "")
        names = (digest, *refers) if digest else (*refers, fields.get("warc-target-uri", ""))
        known = next((self._bytes[name] for name in names if name in self._bytes), None)
        sha256, headers = known or (digests.sha256(digest), ())
        if not sha256:
            return PassedOver(Kind.again, fields.get("warc-target-uri", ""))
        url, at = _place(record, self._now)
        status = given.status if given.status in GOOD else 200
        return Again(url, at, status, given.reason or "OK", given.headers or headers, sha256, self._origin(record))

    def _remember(self, record: Read, given: Answer) -> None:
        fields, held = record.fields, (hashlib.sha256(given.payload).hexdigest(), given.headers)
        at = _seen_at(fields, "warc-target-uri", "warc-date")
        names = (fields.get("warc-payload-digest", ""), fields.get("warc-record-id", ""), at, fields["warc-target-uri"])
        self._bytes.update((name, held) for name in names if name)

    def _origin(self, record: Read) -> str:
        return f"{self._name}, record {record.fields.get('warc-record-id', f'at byte {record.offset:,}')}"


def _check(record: Read) -> None:
    """Whether the block is whole, and what its digest says."""
    if record.missing:
        if not _WHOLE.search(record.block, max(0, len(record.block) - _TAIL)):
            raise Unusable("the file ends within a record")
    elif digests.differs(record.fields.get("warc-block-digest", ""), record.block):
        raise Unusable("the bytes are not those its digest was made from")


def _place(record: Read, now: datetime) -> tuple[str, datetime]:
    """The address of a page and when it was taken; those behind it where the record is of a replay."""
    written, moment = record.fields.get("warc-target-uri", ""), record.fields.get("warc-date", "")
    url, at = addresses.web_address(written), addresses.taken(moment, now)
    if url is None:
        raise Unusable(f"{written[:80]!r} is no web address")
    if at is None:
        raise Unusable(f"{moment[:40]!r} is no moment that can be meant: nobody knows when the page was taken")
    return addresses.replayed(url) or (url, at)


def _seen_at(fields: dict[str, str], url: str, date: str) -> str:
    known = fields.get(url, "").strip("<>"), fields.get(date, "")
    return " ".join(known) if all(known) else ""


def _readable(given: Answer) -> bytes:
    try:
        return coding.plain(given.payload, header(given.headers, "content-encoding") or "", LARGEST)
    except coding.TooMuch as error:
        raise Unusable(str(error)) from error
