"""The text of a feed or sitemap, whatever charset it says it is in: declared, undeclared or wrongly declared.

What is believed, in this order: a byte order mark, UTF-8 where the bytes are UTF-8 (other charsets hardly ever are by
accident), what the file says, what the server says, and what the bytes look like.
"""

import re
from collections.abc import Iterator

from reportedly.letters import guess
from reportedly.letters.decode import MARKS

_FAMILY = 6  # letters of "utf-16-le" and its like that name a codec which reads the mark, and takes it away
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']|<meta[^>]{0,200}?charset=["']?([\w:-]{1,40})"""
)
_SERVED = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# Which of four bytes are zero in text that begins with markup (after XML's appendix F), for text without a mark.
_WIDE = (
    ((1, 1, 1, 0), "utf-32-be"),
    ((0, 1, 1, 1), "utf-32-le"),
    ((1, 0, 1, 0), "utf-16-be"),
    ((0, 1, 0, 1), "utf-16-le"),
)
_MAINFRAME = "cp037"
_EBCDIC = "<?xm".encode(_MAINFRAME)
_BEGINNING = 16  # bytes of that markup: four characters at least
LOOKED_AT = 20_000  # bytes in which the charset shows, if anywhere
_STRETCHED = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
}


def text_of(body: bytes, content_type: str) -> str:
    """The whole text; a byte that fits no charset tried becomes a replacement character."""
    for name in _candidates(body, content_type):
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("utf-8", "replace")


def _zeros(body: bytes) -> tuple[int, ...]:
    """Which of every four bytes are zero, 1 for zero; none where that changes within the beginning."""
    fours = {tuple(int(byte == 0) for byte in body[at : at + 4]) for at in range(0, min(_BEGINNING, len(body) - 3), 4)}
    return fours.pop() if len(fours) == 1 else ()


def _mainframes(body: bytes) -> Iterator[str]:
    """EBCDIC, by the first four characters of XML in it; which of its pages is said there."""
    if body.startswith(_EBCDIC):
        said = _DECLARED.search(body[:200].decode(_MAINFRAME).encode("ascii", "replace"))
        yield from (said[1].decode("ascii"), _MAINFRAME) if said and said[1] else (_MAINFRAME,)


def _candidates(body: bytes, content_type: str) -> Iterator[str]:
    yield from (name[:_FAMILY] for mark, name in MARKS if body.startswith(mark))
    yield from (name for zeros, name in _WIDE if _zeros(body) == zeros)
    yield from _mainframes(body)
    if b"\0" not in body[:200]:
        yield "utf-8"
    for match in (_DECLARED.search(body[:1000]), _SERVED.search(content_type)):
        if match:
            name = match.group(match.lastindex or 1)
            charset = (name.decode("ascii", "replace") if isinstance(name, bytes) else name).lower()
            # Latin letters are what a server says that knows nothing; the bytes know better.
            yield from () if charset in _STRETCHED or charset.startswith("utf-8") else (charset,)
    yield guess.likeliest(body[:LOOKED_AT]).charset
    yield "windows-1252"
