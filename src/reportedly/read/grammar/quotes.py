"""Quotations, found over the whole text before anything is split into sentences.

One pass over the marks, so ten thousand of them cost ten thousand steps. A quotation that runs over several paragraphs
(each opening with the mark again, only the last closing it) is one ``chain`` of quotes. A mark that is never closed
ends with its paragraph: one slip of an editor must not swallow the article.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKS = re.compile(r"[“”„‟\"«»‹›‘’‚']|\s*\n\s*")
TURN = re.compile(r"(?P<name>[A-Z][A-Z.’' -]{1,40}):\s+")  # a transcript: “MORENO: We are open.”
_CLOSERS = {"“": "”", "”": "”", "‟": "”", '"': '"', "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_SINGLES = "‘’‚'"
_BEFORE_OPENING = frozenset("([{—–-/:;,“„\"'‘")
_SINGLE = re.compile(r"(?<![^\s([{—–/:;,“„\"'‘-])(?:[‘‚](?=\S)|'(?=[^\W\d_]))[^\n]{1,600}?(?<!\s)[‘’‚'](?![^\W_])")


class Quote(NamedTuple):
    """``[start, end)`` inside the marks and ``[outer, after)`` with them, in characters of the text searched.

    ``chain`` numbers the quotation: its paragraphs share it. ``single`` tells ‘…’ from “…”; ``closed`` is False where
    the closing mark is missing.
    """

    start: int
    end: int
    outer: int
    after: int
    chain: int = -1
    single: bool = False
    closed: bool = True


def find(text: str) -> tuple[Quote, ...]:
    """All quotations of ``text`` in order of their start; those in single marks may lie inside others."""
    return tuple(sorted([*_doubles(text), *_singles(text)]))


def _doubles(text: str) -> Iterator[Quote]:
    opened: int | None = None
    style, chain = "", 0
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark in _SINGLES:
            continue
        if opened is not None:
            ends = _ends(text, match, style)
            if not ends:
                continue
            yield _quote(text, opened, at, closed=ends == "closed")._replace(chain=chain)
            opened = None
            carried_on = ends == "paragraph" and _goes_on(text, match.end(), style)
            chain += not carried_on
            if ends != "reopened":
                continue
        if mark in _CLOSERS and _opens(text, at, mark):
            opened, style = at, mark
    if opened is not None:
        yield _quote(text, opened, len(text), closed=False)._replace(chain=chain)


def _goes_on(text: str, at: int, style: str) -> bool:
    """Whether the next paragraph opens with the mark again and is not the turn of another in a transcript."""
    return text.startswith(style, at) and not TURN.match(text, at + 1)


def _ends(text: str, match: re.Match[str], style: str) -> str:
    """How the mark ends an open quotation: closed, paragraph (a line break), reopened (a stray opening mark) or ''."""
    mark, at = match[0], match.start()
    if "\n" in mark:
        return "paragraph"
    if mark in _CLOSERS[style] and not (mark == '"' and _opens(text, at, mark) and not _follows_word(text, at)):
        return "closed"
    if mark == "“" and style == "“":
        return "closed" if _follows_word(text, at) and not _precedes_word(text, at) else "reopened"
    return "reopened" if mark == style else ""


def _opens(text: str, at: int, mark: str) -> bool:
    if mark == "”":
        return _precedes_word(text, at) and not _follows_word(text, at)
    if mark in '"»›':
        return _precedes_word(text, at) and not _follows_word(text, at)
    return not text[at + 1 : at + 2].isspace() or mark in "„«"


def _follows_word(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    return not before.isspace() and before not in _BEFORE_OPENING


def _precedes_word(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return bool(after) and not after.isspace() and after not in ".,;:!?)]"


def _quote(text: str, outer: int, end: int, *, closed: bool) -> Quote:
    start = outer + 1
    while start < end and text[start].isspace():
        start += 1
    inner = end
    while inner > start and text[inner - 1].isspace():
        inner -= 1
    return Quote(start, inner, outer, end + closed, closed=closed)


def _singles(text: str) -> Iterator[Quote]:
    for match in _SINGLE.finditer(text):
        yield _quote(text, match.start(), match.end() - 1, closed=True)._replace(single=True)
