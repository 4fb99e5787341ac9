"""“According to” phrases: before their source or behind it; at the beginning of a sentence, within it, at its end."""

from typing import Final

from reportedly.read.multilingual.statements import sides
from reportedly.read.multilingual.statements.at import At, Found
from reportedly.read.multilingual.statements.row import COLON, PAUSES, Row
from reportedly.read.multilingual.statements.said import trimmed

NEAR: Final = 10  # words behind a source within which the comma comes that ends the phrase: “..., from Gorgan,”
LED: Final = 2  # words that may lead in a phrase at the beginning of its sentence


def before_source(at: At) -> Found | None:
    """According to the ministry, the dam has cracked; the dam has cracked, according to the ministry."""
    row, met = at.row, at.met
    end = _named_until(row, met.last)
    if end <= met.last or row.tables.has("no_speaker", row.words[met.last].keys):
        return None
    behind = sides.led_in(row, end, len(row.words)) if _is_told(row, met.last, end) else _goes_on(row, end)
    ends = behind >= len(row.words)
    if met.first > at.begin + LED and (ends or (row.has(met.first, PAUSES) and not row.has(behind, PAUSES | COLON))):
        content = trimmed(row.sheet.text, row.words[at.begin].span.start, row.words[met.first - 1].span.end)
        said = at.said((met.last, end), content, met.cue.sure)
        return Found(said, at.begin, at.subject) if said else None
    if ends:
        return None
    said = at.said((met.last, end), trimmed(row.sheet.text, row.words[behind].span.start, row.span.end), met.cue.sure)
    return Found(said, behind) if said else None


def behind_source(at: At) -> Found | None:
    """The ministry (according to) the dam has cracked: the phrase stands behind its source."""
    row, met = at.row, at.met
    if met.first <= at.begin or met.last >= len(row.words):
        return None
    content = trimmed(row.sheet.text, row.words[met.last].span.start, row.span.end)
    said = at.said(sides.late(row, at.begin, met.first), content, met.cue.sure)
    return Found(said, met.last) if said else None


def _named_until(row: Row, first: int) -> int:
    """The word behind the source of a phrase."""
    end, cues = first, {met.first for met in row.met}
    while end < len(row.words) and end - first < sides.MOST:
        if end > first and (row.has(end, PAUSES | COLON) or row.on("ends_named", end) or end in cues):
            break
        if _is_told(row, first, end):
            break
        end += 1
    return end


def _is_told(row: Row, first: int, i: int) -> bool:
    """Whether word ``i`` can be no part of the source that begins before it: behind a pronoun, or a quantity."""
    alone = i == first + 1 and row.on("pronouns", first) and not row.on("pronouns", i)
    return i > first and (alone or row.on("opens_told", i))


def _goes_on(row: Row, end: int) -> int:
    """Where the sentence goes on behind the source of a phrase: behind the comma, or at the next phrase."""
    cues = {met.first for met in row.met}
    until = min(len(row.words), end + NEAR)
    ends = (i for i in range(end, until) if row.has(i, PAUSES | COLON) or i in cues)
    return sides.led_in(row, next(ends, end), len(row.words))
