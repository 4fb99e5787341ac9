"""Whether the pages of a bundle are the captures it says, and whether the statements stand in them."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

import msgspec

from reportedly.archive import answers, coding
from reportedly.archive.member import Member, Torn, member
from reportedly.bundle import contents, statements
from reportedly.bundle.contents import CaptureLine, StatementLine
from reportedly.bundle.packing import Content
from reportedly.bundle.report import Checked, Wrong
from reportedly.bundle.words import PageWords
from reportedly.records import Reading, article_id, content_id

S = TypeVar("S", bound=msgspec.Struct)
LARGEST: Final = 100_000_000  # bytes of a record, a page or a line; none that a desk takes comes near
PIECE: Final = 1 << 18


class Held(NamedTuple):
    """An answer in the bundle's WARC file without its payload, and what that payload is."""

    answer: answers.Answer
    offset: int
    sha256: str
    length: int


def check(members: Mapping[str, Content], wrong: Wrong) -> Checked:
    """How much was checked of the members that are as they were signed; ``wrong`` is told what does not fit."""
    if not members.keys() >= {contents.WARC, contents.CAPTURES, contents.READINGS, contents.STATEMENTS}:
        return Checked()
    held = _held(members[contents.WARC], wrong)
    captures = list(_lines(members, contents.CAPTURES, CaptureLine, wrong))
    for line in captures:
        problem = _difference(line, held)
        if problem:
            wrong(f"page {line.url} ({line.capture})", problem)
    return _Reader(members, captures, held, wrong).checked()


# -- pages ------------------------------------------------------------------------------------------------------------


def _held(warc: Content, wrong: Wrong) -> dict[str, Held]:
    """All answers of the WARC file by their record's name, up to the first record that cannot be unpacked."""
    held: dict[str, Held] = {}
    offset = 0
    while offset < warc.size:
        packed = member(warc, offset, LARGEST)
        if isinstance(packed, Torn):
            wrong(contents.WARC, f"byte {offset:,}: {packed.reason}")
            break
        answer = _answer(packed, wrong)
        if answer:
            digest = hashlib.sha256(answer.payload).hexdigest()
            held[answer.id] = Held(answer._replace(payload=b""), offset, digest, len(answer.payload))
        offset = packed.end
    return held


def _answer(packed: Member, wrong: Wrong) -> answers.Answer | None:
    try:
        return answers.of_record(packed.record)
    except (ValueError, IndexError) as error:
        wrong(contents.WARC, f"byte {packed.offset:,}: the record is not in order: {error}")
        return None


def _page(line: CaptureLine, held: Mapping[str, Held]) -> Held | None:
    """The record that holds the payload of a page: its own, or the earlier one it refers to."""
    names = [answers.record_id(line.capture, kind) for kind in ("response", "revisit")]
    own = next((held[name] for name in names if name in held), None)
    if own is None or own.answer.original is None:
        return own
    first = held.get(own.answer.original.id)
    return first if first and first.answer.original is None else None


def _difference(line: CaptureLine, held: Mapping[str, Held]) -> str | None:
    own = next((answer for answer in held.values() if answer.offset == line.offset), None)
    if own is None or not answers.is_of(own.answer, line.capture):
        return "its record does not stand where the bundle says"
    page = _page(line, held)
    if page is None:
        return "the page whose bytes it shares is not in the bundle"
    digest = own.answer.fields.get("WARC-Payload-Digest")
    if (page.sha256, page.length, digest) != (line.sha256, line.length, f"sha256:{line.sha256}"):
        return "its bytes are not those the desk captured (sha256)"
    if line.capture != content_id("c", line.url, line.fetched_at.isoformat(), line.sha256):
        return "address, moment or bytes are not those that its id was made from"
    if (own.answer.url, own.answer.status) != (line.url, line.status) or _date(own) != line.fetched_at:
        return "its record has another address, moment or status"
    return None


def _date(own: Held) -> datetime | None:
    try:
        return datetime.fromisoformat(own.answer.fields.get("WARC-Date", ""))
    except ValueError:
        return None


# -- statements -------------------------------------------------------------------------------------------------------


class _Reader:
    """Goes through readings and statements side by side, a page in memory at a time."""

    def __init__(
        self, members: Mapping[str, Content], captures: list[CaptureLine], held: Mapping[str, Held], wrong: Wrong
    ) -> None:
        self._members = members
        self._held = held
        self._wrong = wrong
        self._captures = captures
        self._sources = {source.article: (line, source.extractor) for line in captures for source in line.articles}

    def checked(self) -> Checked:
        """How much was gone through; what does not fit is told on the way."""
        lines = _lines(self._members, contents.STATEMENTS, StatementLine, self._wrong)
        articles = spoken = elsewhere = without = 0
        for reading in _lines(self._members, contents.READINGS, Reading, self._wrong):
            line = self._source(reading)
            articles += 1
            without += line is None
            for wanted in self._statements(reading, line):
                spoken += 1
                elsewhere += line is not None and not wanted.in_page
                self._same(wanted, next(lines, None))
        for left in lines:
            self._wrong(f"statement {left.statement}", "no reading in the bundle holds it")
        return Checked(len(self._captures), articles, spoken, elsewhere, without)

    def _source(self, reading: Reading) -> CaptureLine | None:
        """The page of an article, whose text must be the one that its id was made from."""
        line, extractor = self._sources.get(reading.article.id, (None, ""))
        head = reading.article
        if line and article_id(head.url, head.text, extractor) != head.id:
            self._wrong(f"article {head.url} ({head.id})", "its text is not the one that its id was made from")
        return line

    def _statements(self, reading: Reading, line: CaptureLine | None) -> tuple[StatementLine, ...]:
        if not reading.statements:
            return ()
        page = self._words(line) if line else None
        try:
            return statements.lines(reading, line.capture if line else None, page)
        except ValueError as error:
            self._wrong(f"article {reading.article.url} ({reading.article.id})", str(error))
            return ()

    def _words(self, line: CaptureLine) -> PageWords | None:
        page = _page(line, self._held)
        packed = member(self._members[contents.WARC], page.offset, LARGEST) if page else None
        answer = answers.of_record(packed.record) if isinstance(packed, Member) else None
        if answer is None:
            return None
        try:
            body = coding.plain(answer.payload, answer.header("content-encoding") or "", LARGEST)
        except coding.TooMuch as error:
            self._wrong(f"page {line.url} ({line.capture})", str(error))
            return None
        return PageWords(body, line.content_type)

    def _same(self, wanted: StatementLine, line: StatementLine | None) -> None:
        """Whether a statement's line says what its reading and its page say."""
        if line == wanted:
            return
        where = f"statement {wanted.statement} of {wanted.url}"
        if line is None or line.statement != wanted.statement:
            self._wrong(where, "its line is missing or stands elsewhere")
        elif line.in_page and not wanted.in_page:
            self._wrong(where, "its words do not stand in the archived page")
        else:
            self._wrong(where, "its words do not stand where it says in the article's text")


def _lines(members: Mapping[str, Content], name: str, kind: type[S], wrong: Wrong) -> Iterator[S]:
    """The JSON lines of a member, one in memory at a time."""
    content = members[name]
    content.seek(0)
    left, number, read = b"", 0, 0
    while piece := content.read(PIECE):
        read += len(piece)
        *whole, left = (left + piece).split(b"\n")
        for line in whole:
            number += 1
            try:
                yield msgspec.json.decode(line, type=kind)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                wrong(name, f"line {number:,} cannot be read: {error}")
                return
        if len(left) > LARGEST:
            break
        content.seek(read)
    if left:
        wrong(name, f"line {number + 1:,} does not end, or is too long")
