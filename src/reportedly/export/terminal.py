"""An article's text with its spans marked for a terminal, and its lines broken to a width.

Every kind of span has a sign of its own, so the marks can be told apart without colour; a terminal adds colour.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportedly.text import Span

_STYLES = {  # (on, off) in SGR numbers; each attribute has its own off, so marks may overlap
    "cue": ("1", "22"),
    "name": ("4", "24"),
    "time": ("3", "23"),
    "source": ("36", "39"),
    "sign": ("2", "22"),
}
_SGR = re.compile("\x1b\\[[0-9;]*m")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Sign(NamedTuple):
    """A span with the signs written before and after it and the style of its words."""

    span: Span
    before: str
    after: str
    style: str | None = None


def marked(text: str, marks: Iterable[Sign], *, colour: bool) -> str:
    """The text with all marks; control characters, which a terminal would obey, are shown as U+FFFD."""
    signs: dict[int, list[tuple[int, int, str]]] = {}
    for mark in marks:
        if mark.span.start >= mark.span.end:
            continue
        on, off = _switch(mark.style, colour=colour)
        length = mark.span.end - mark.span.start
        signs.setdefault(mark.span.start, []).append((1, -length, mark.before + on))
        signs.setdefault(mark.span.end, []).append((0, length, off + mark.after))
    return "".join(_pieces(text, signs))


def _pieces(text: str, signs: dict[int, list[tuple[int, int, str]]]) -> Iterator[str]:
    copied = 0
    for offset in sorted(signs):
        yield _CONTROLS.sub("\ufffd", text[copied:offset])
        for _, _, sign in sorted(signs[offset], key=lambda sign: sign[:2]):
            yield sign
        copied = offset
    yield _CONTROLS.sub("\ufffd", text[copied:])


def _switch(style: str | None, *, colour: bool) -> tuple[str, str]:
    if not colour or style is None:
        return "", ""
    on, off = _STYLES[style]
    return f"\x1b[{on}m", f"\x1b[{off}m"


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Each line broken at blanks to at most ``width`` visible characters where its words allow."""
    return "\n".join(line for paragraph in text.split("\n") for line in _lines(paragraph, width, indent))


def _lines(paragraph: str, width: int, indent: str) -> Iterator[str]:
    words = paragraph.lstrip(" ")
    line = paragraph[: len(paragraph) - len(words)]
    length, begun = len(line), False
    for word in words.split(" "):
        size = len(_SGR.sub("", word))
        if begun and length + 1 + size > width:
            yield line
            line, length = indent + word, len(indent) + size
        else:
            length += size + begun
            line = f"{line} {word}" if begun else line + word
        begun = True
    yield line
