"""Comparing the archive with the ledger, byte by byte."""

import hashlib
from pathlib import Path

from reportedly.archive import record
from reportedly.archive.member import Torn, member
from reportedly.records import Capture, Record


class Finding(Record, frozen=True):
    """A capture whose bytes are not what the ledger says, and in what way."""

    capture: Capture
    message: str


def read(folder: Path, capture: Capture) -> record.Answer | Finding:
    """The archived answer, after checking that it is this capture and whole; else what is wrong."""
    try:
        with (folder / capture.warc).open("rb") as file:
            found = member(file, capture.offset)
    except OSError as error:
        return Finding(capture, f"the WARC file cannot be read: {error.strerror}")
    if isinstance(found, Torn):
        return Finding(capture, found.reason)
    try:
        answer = record.answer(found.record)
    except (ValueError, IndexError) as error:
        return Finding(capture, f"the record is not in order: {error}")
    if answer is None:
        return Finding(capture, "another kind of record stands there")
    problem = _difference(capture, answer)
    return Finding(capture, problem) if problem else answer


def _difference(capture: Capture, answer: record.Answer) -> str | None:
    if answer.fields.get("WARC-Record-ID") != record.record_id(capture.id, "response"):
        return "the record of another capture stands there"
    if len(answer.payload) != capture.length:
        return f"{len(answer.payload):,} bytes, the ledger says {capture.length:,}"
    if hashlib.sha256(answer.payload).hexdigest() != capture.sha256:
        return "the bytes differ from those the ledger knows (sha256)"
    same = answer.url == capture.url and answer.status == capture.status
    return None if same else "address or status differ from what the ledger says"
