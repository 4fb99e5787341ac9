"""Comparing the archive with the ledger, byte by byte."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.archive import answers
from reportedly.archive.files import Files
from reportedly.archive.member import Member, Seekable, Torn, member, next_member, torn_tail
from reportedly.errors import DamagedArchive
from reportedly.records import Capture, Record

KNOWN = 50_000  # originals remembered as sound, so that a revisit soon after costs no second look


class Finding(Record, frozen=True):
    """Something in the archive that is not as it should be: which page (empty: the file itself), where, and what."""

    url: str
    warc: str
    offset: int
    message: str


def read(files: Files, capture: Capture) -> answers.Answer | Finding:
    """The archived answer with its payload, after checking that it is this capture and whole; else what is wrong."""
    try:
        answer = answer_at(files, capture.warc, capture.offset)
        whole = filled(files, answer)
    except ValueError as error:
        return _finding(capture, str(error))
    problem = _difference(capture, whole, hashlib.sha256(whole.payload).hexdigest(), len(whole.payload))
    return _finding(capture, problem) if problem else whole


def answer_at(files: Files, warc: str, offset: int) -> answers.Answer:
    """The response or revisit record that begins there; ``ValueError`` says why there is none."""
    try:
        with files.open(warc) as file:
            whole = member(file, offset)
    except OSError as error:
        raise ValueError(f"the WARC file cannot be read: {error.strerror}") from error
    if isinstance(whole, Torn):
        raise ValueError(whole.reason)  # noqa: TRY004 - it is the bytes that are wrong
    return _answer(whole)


def _answer(whole: Member) -> answers.Answer:
    try:
        answer = answers.of_record(whole.record)
    except (ValueError, IndexError) as error:
        raise ValueError(f"the record is not in order: {error}") from error
    if answer is None:
        raise ValueError("another kind of record stands there")
    return answer


def filled(files: Files, answer: answers.Answer) -> answers.Answer:
    """The answer with the payload that it shares with an earlier one; ``ValueError`` where that is not what it says."""
    if answer.original is None:
        return answer
    if Path(answer.original.warc).name != answer.original.warc:
        raise ValueError(f"the page is said to stand in {answer.original.warc!r}, which is no file of the archive")
    try:
        first = answer_at(files, answer.original.warc, answer.original.offset)
    except ValueError as error:
        raise ValueError(f"{_where(answer.original)}: {error}") from error
    digest = f"sha256:{hashlib.sha256(first.payload).hexdigest()}"
    if first.id != answer.original.id or first.original or digest != answer.fields.get("WARC-Payload-Digest"):
        raise ValueError(f"{_where(answer.original)}: another page stands there")
    return answer._replace(payload=first.payload)


def _where(original: answers.Original) -> str:
    return f"its bytes are those of an earlier capture, in {original.warc} at {original.offset:,}"


def _difference(capture: Capture, answer: answers.Answer, sha256: str, length: int) -> str | None:
    if not answers.is_of(answer, capture.id):
        return "the record of another capture stands there"
    if length != capture.length:
        return f"{length:,} bytes, the ledger says {capture.length:,}"
    if sha256 != capture.sha256:
        return "the bytes differ from those the ledger knows (sha256)"
    same = answer.url == capture.url and answer.status == capture.status
    return None if same else "address or status differ from what the ledger says"


def _finding(capture: Capture, message: str) -> Finding:
    return Finding(capture.url, capture.warc, capture.offset, message)


# -- a whole file -----------------------------------------------------------------------------------------------------


def file(files: Files, warc: str, captures: Iterable[Capture]) -> Iterator[Finding]:
    """What is wrong in one WARC file, read once from its beginning to its end; ``captures`` are those it should hold.

    Records that the ledger knows nothing of (requests, redirects) must be whole as well. What a stopped writer left at
    the end is no finding: the next writer cuts it off.
    """
    wanted = {capture.offset: capture for capture in captures}
    try:
        with files.open(warc) as opened:
            yield from _Sweep(files, warc, wanted).through(opened)
    except OSError as error:
        for capture in wanted.values():
            yield _finding(capture, f"the WARC file cannot be read: {error.strerror}")


class _Sweep:
    """One reading of one file."""

    def __init__(self, files: Files, warc: str, wanted: dict[int, Capture]) -> None:
        self._files = files
        self._warc = warc
        self._wanted = wanted
        self._sound: dict[str, tuple[str, int]] = {}

    def through(self, opened: Seekable) -> Iterator[Finding]:
        size, offset = self._files.size(self._warc), 0
        while offset < size:
            next_record = member(opened, offset)
            capture = self._wanted.pop(offset, None)
            message = self._problem(next_record, capture, opened, size)
            if message:
                yield Finding(capture.url if capture else "", self._warc, offset, message)
            offset = next_record.end if isinstance(next_record, Member) else next_member(opened, offset, size)
        for capture in self._wanted.values():
            over = capture.offset >= size
            yield _finding(capture, "the file ends before it" if over else "no record begins there")

    def _problem(self, whole: Member | Torn, capture: Capture | None, opened: Seekable, size: int) -> str | None:
        """What is wrong with a record, which is that of ``capture`` where one is given; None where nothing is."""
        if isinstance(whole, Torn):
            return whole.reason if capture or not self._only_torn(whole, opened, size) else None
        try:
            if capture:
                return self._compared(_answer(whole), capture)
            answers.taken_apart(whole.record)
        except (ValueError, IndexError) as error:
            return str(error)
        return None

    def _only_torn(self, torn: Torn, opened: Seekable, size: int) -> bool:
        try:
            return bool(torn_tail(opened, size, self._warc, torn))
        except DamagedArchive:
            return False

    def _compared(self, answer: answers.Answer, capture: Capture) -> str | None:
        if answer.original is None:
            sha256, length = hashlib.sha256(answer.payload).hexdigest(), len(answer.payload)
        else:
            sha256, length = self._shared(answer)
        problem = _difference(capture, answer, sha256, length)
        if problem is None:
            self._remember(answer.original.id if answer.original else answer.id, sha256, length)
        return problem

    def _shared(self, answer: answers.Answer) -> tuple[str, int]:
        """Digest and length of the payload of a revisit."""
        known = self._sound.get(answer.original.id) if answer.original else None
        if known and answer.fields.get("WARC-Payload-Digest") == f"sha256:{known[0]}":
            return known
        payload = filled(self._files, answer).payload
        return hashlib.sha256(payload).hexdigest(), len(payload)

    def _remember(self, record_id: str, sha256: str, length: int) -> None:
        if len(self._sound) >= KNOWN:
            self._sound.clear()
        self._sound[record_id] = (sha256, length)
