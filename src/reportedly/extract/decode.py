"""Bytes into text, without ever crashing on a broken character and without touching a newline.

The rule, in order: a byte order mark decides; then strict UTF-8, which other charsets hardly ever satisfy by chance;
then the declared charset; then UTF-8 with U+FFFD for what is broken, where most of it is sound; then the legacy charset
(Western, Cyrillic, Arabic) whose text looks most like a language. Bytes that are no text at all raise ``NotText``.
"""

import codecs
import re

from reportedly.errors import NotText
from reportedly.extract import language

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = {
    b"%PDF-": "a PDF",
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
LEGACY = ("windows-1252", "windows-1251", "windows-1256")
SAMPLE = 65_536  # bytes looked at where a guess is needed
CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
SOUND = 0.5  # share of multi-byte sequences that must be sound for "UTF-8, a little broken"
MOST_CONTROL = 0.01
BROKEN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|([\x80-\xff])")


def text(data: bytes, declared: str | None = None) -> str:
    """``data`` as text; ``declared`` is the charset its sender named. Raises ``NotText`` for binary data."""
    for mark, charset in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    _refuse_binary(data)
    if wide := _unmarked_utf16(data):
        return data.decode(wide, "replace")
    for encoding in ("utf-8", _known(declared)):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8" if _mostly_utf8(data) else _likeliest(data), "replace")


def _refuse_binary(data: bytes) -> None:
    for magic, what in BINARY.items():
        if data.startswith(magic):
            raise NotText(f"this is {what}, not text: hand in plain text, an HTML page or JSON lines")
    head = data[:SAMPLE]
    control = len(head) - len(head.translate(None, CONTROL))
    if control > MOST_CONTROL * len(head) and not _unmarked_utf16(data):
        raise NotText(f"{control} of the first {len(head)} bytes are control characters: this is not text")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of mostly Latin letters without a mark shows as zeros in every second byte."""
    head = data[: SAMPLE // 16]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if half and head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _known(charset: str | None) -> str | None:
    """The declared charset by its usual name; browsers read Latin-1 and ASCII as Windows-1252, and so do we."""
    try:
        name = codecs.lookup(charset.strip("\"' ")).name if charset else None
    except (LookupError, ValueError):
        return None
    return "windows-1252" if name in {"iso8859-1", "ascii"} else name


def _mostly_utf8(data: bytes) -> bool:
    sound = [m.group(1) is None for m in BROKEN.finditer(data[:SAMPLE])]
    return bool(sound) and sum(sound) >= SOUND * len(sound)


def _likeliest(data: bytes) -> str:
    head = data[:SAMPLE]
    return max(LEGACY, key=lambda charset: language.guess(head.decode(charset, "replace"))[1])
