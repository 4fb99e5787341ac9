"""Bytes into text, without ever crashing on a broken character and without touching a newline.

The rule, in order: a byte order mark decides; then strict UTF-8, which other charsets hardly ever satisfy by chance;
then the declared charset, unless its reading is odd and another's is not; then UTF-8 with U+FFFD for what is broken,
where most of it is sound; then the charset whose letters look most like a language (``guess``). Bytes that are no text
at all raise ``NotText``.
"""

import codecs
import re
from typing import NamedTuple

from reportedly.errors import NotText
from reportedly.letters import guess

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\x1f\x8b": "gzipped data",
    b"BZh": "bzip2 data",
    b"\xfd7zXZ": "xz data",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"OggS": "an Ogg recording",
    b"ID3": "an MP3 recording",
    b"\xd0\xcf\x11\xe0": "an old office document",
}
OFFICE = {
    b"application/epub+zip": "an EPUB book",
    b"application/vnd.oasis.opendocument": "an OpenDocument file",
    b"word/": "a Word document",
    b"xl/": "an Excel workbook",
    b"ppt/": "a PowerPoint presentation",
}
SAMPLE = 65_536  # bytes looked at
STATEFUL = frozenset({"iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_kr", "hz"})  # by bytes of ASCII alone
WIDE = ("utf-16", "utf-32")
ZEROS = 0.02  # share of zeros that any text in those has at least, for its spaces and tags alone
ESCAPE = b"\x1b"
STRETCHED = {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis_620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
SOUND = 0.5  # share of multi-byte sequences that must be sound for "UTF-8, a little broken"
MOST_CONTROL = 0.01
BROKEN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|([\x80-\xff])")


class Decoded(NamedTuple):
    """A text, and the charset it was read as where that is a guess."""

    text: str
    guessed: str | None = None


def text(data: bytes, declared: str | None = None) -> str:
    """``data`` as text; ``declared`` is the charset its sender named. Raises ``NotText`` for binary data."""
    return decoded(data, declared).text


def decoded(data: bytes, declared: str | None = None) -> Decoded:
    """``data`` as text, with whether its charset was guessed. Raises ``NotText`` for binary data."""
    for mark, charset in MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(charset, "replace"))
    named = _known(declared)
    if named and named.startswith(WIDE):
        if _has_zeros(data):
            return Decoded(data.decode(named, "replace"))
        named = None  # a page that names it in plain letters is not written in it
    refuse_binary(data)
    if wide := _unmarked_utf16(data):
        return Decoded(data.decode(wide, "replace"))
    if named in STATEFUL and ESCAPE in data:
        return Decoded(data.decode(named, "replace"))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _legacy(data, named)


def note(charset: str) -> str:
    """What is to be said of a text whose charset was guessed."""
    return f"read as {charset}, as its letters suggest: its charset is not told, or told wrongly"


def _legacy(data: bytes, named: str | None) -> Decoded:
    """Bytes that are no UTF-8."""
    if named and named != "utf-8" and guess.oddness(data, named) < guess.UNSOUND:
        return Decoded(data.decode(named, "replace"))
    if _mostly_utf8(data):
        return Decoded(data.decode("utf-8", "replace"))
    best = guess.likeliest(data)
    if named and named != "utf-8" and best.odd > guess.SOUND:
        return Decoded(data.decode(named, "replace"))
    return Decoded(data.decode(best.charset, "replace"), best.charset)


class Pieces:
    """The pieces of one file as text, each decoded alone: UTF-8 where it is, else by the charset all of them suggest.

    So a broken row spoils no other, and a row with one foreign name is read as its whole file is. ``guessed`` is that
    charset, where one was needed.
    """

    def __init__(self, head: bytes = b"") -> None:
        """``head`` is the file's beginning, which may end within a character."""
        self._seen, self._next = b"", 0
        self.guessed: str | None = None
        self._charset = ""
        pieces = guess.told(head.rstrip(bytes(range(128, 256)))).split(b"\n")
        self._look(b"\n".join(line for line in pieces if not _is_utf8(line)))

    def text(self, piece: bytes) -> str:
        """The piece as text. Raises ``NotText`` for binary data."""
        refuse_binary(piece)
        if _is_utf8(piece):
            return piece.decode()
        if _mostly_utf8(piece):
            return piece.decode("utf-8", "replace")
        self._look(piece)
        charset = self._charset
        if guess.oddness(piece, charset) > guess.UNSOUND:  # this one row is of another charset
            charset = guess.likeliest(piece).charset
        self.guessed = self.guessed or charset
        return piece.decode(charset, "replace")

    def _look(self, piece: bytes) -> None:
        """Guess anew whenever twice as much is known as at the last time."""
        if len(self._seen) < SAMPLE and piece:
            self._seen += b"\n" + piece
            if len(self._seen) >= self._next:
                self._next = 2 * len(self._seen)
                self._charset = guess.likeliest(self._seen).charset


def _is_utf8(piece: bytes) -> bool:
    try:
        piece.decode()
    except UnicodeDecodeError:
        return False
    return True


def refuse_binary(data: bytes) -> None:
    """Raise ``NotText`` for what is no text, with what it is."""
    for magic, what in BINARY.items():
        if data.startswith(magic):
            raise NotText(f"this is {office(data) or what}, not text: save it as plain text or as a page of HTML")
    head = data[:SAMPLE]
    control = len(head) - len(head.translate(None, CONTROL))
    if control > MOST_CONTROL * len(head) and not _unmarked_utf16(data):
        raise NotText(f"{control} of the first {len(head)} bytes are control characters: this is not text")


def office(data: bytes) -> str | None:
    """What document a ZIP archive is, by the names of its first files."""
    if not data.startswith(b"PK"):
        return None
    return next((what for name, what in OFFICE.items() if name in data[:SAMPLE]), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of mostly Latin letters without a mark shows as zeros in every second byte."""
    head = data[: SAMPLE // 16]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if half and head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _has_zeros(data: bytes) -> bool:
    head = data[:SAMPLE]
    return head.count(0) > ZEROS * len(head) and not head.startswith(tuple(BINARY))


def _known(charset: str | None) -> str | None:
    """The declared charset by its usual name; browsers read some as one that holds more, and so do we."""
    try:
        name = codecs.lookup((charset or "").strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return STRETCHED.get(name, name)


def _mostly_utf8(data: bytes) -> bool:
    sound = [m.group(1) is None for m in BROKEN.finditer(data[:SAMPLE])]
    return bool(sound) and sum(sound) >= SOUND * len(sound)
