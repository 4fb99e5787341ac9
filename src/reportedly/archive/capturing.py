"""From an exchange to its capture: what the ledger keeps of a page once it is archived."""

import hashlib

from reportedly.archive import answers
from reportedly.archive.answers import Answer
from reportedly.records import Capture, Exchange, content_id


def payload(exchange: Exchange) -> bytes:
    """The bytes that are archived."""
    return exchange.body if exchange.received is None else exchange.received


def capture_id(exchange: Exchange) -> str:
    """The id of the capture that archiving this exchange makes: the same answer at the same moment is the same."""
    sha256 = hashlib.sha256(payload(exchange)).hexdigest()
    return content_id("c", exchange.url, exchange.fetched_at.isoformat(), sha256)


def capture(exchange: Exchange, warc: str, offset: int) -> Capture:
    """What the ledger keeps of an exchange whose response record stands at ``offset`` of the file ``warc``."""
    archived = payload(exchange)
    return Capture(
        id=capture_id(exchange),
        url=exchange.url,
        fetched_at=exchange.fetched_at,
        status=exchange.status,
        content_type=exchange.header("content-type") or "",
        sha256=hashlib.sha256(archived).hexdigest(),
        length=len(archived),
        warc=warc,
        offset=offset,
    )


def recovered(answer: Answer, warc: str, offset: int) -> Capture:
    """The capture a response record stands for, exactly as ``capture`` made it when it was written.

    A revisit's answer must have been given its payload before.
    """
    return capture(answers.undecoded(answer), warc, offset)
