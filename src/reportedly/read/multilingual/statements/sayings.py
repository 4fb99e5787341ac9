"""Verbs of saying: who says it stands before or behind, what is said behind a joiner, a colon or an opening mark.

In languages that put the verb last, what is announced may also stand before it.
"""

from dataclasses import replace
from typing import Final

from reportedly.read.multilingual.statements import denying, sides
from reportedly.read.multilingual.statements.at import At, Found, Range
from reportedly.read.multilingual.statements.row import CLOSING, COLON, OPENING, PAUSES, Row
from reportedly.read.multilingual.statements.said import trimmed
from reportedly.text import Span

CLOSE: Final = 2  # words between a cue and the colon or joiner behind it
OBJECT: Final = 2  # words of what is announced before its verb
TOLD, ANNOUNCED, UNNAMED = 0.8, 0.5, 0.6  # how often such a find is a statement, on the labelled texts, about


def saying(at: At) -> Found | None:
    """The minister said that the dam had cracked."""
    row, met = at.row, at.met
    if "trailing" in row.tables.stands and _trails(at):
        return _told_before(at)
    if "behind" in row.tables.stands and (met.led or met.first == at.begin or not _has_subject(at)):
        found = sides.behind(row, met.last)
        if found is not None:
            return _telling(at, *found)
    told = told_behind(at)
    joined = told is not None and (row.on("joiners", told - 1) or row.has(told, COLON | OPENING))
    if met.cue.polarity == "denied" and not joined and (denied := denying.find(at)) is not None:
        return denied
    if met.cue.object and (met.last == len(row.words) or _goes_on(at) or (told is None and met.cue.joined)):
        return _announced(at)
    return _telling(at, None if met.led else _source_before(at), told) if told is not None else None


def _trails(at: At) -> bool:
    """Whether the verb stands behind what is said: “..., the minister said”."""
    row, met = at.row, at.met
    joined = any(row.on("joiners", i) or row.has(i, COLON) for i in range(met.last, met.last + CLOSE))
    return met.first >= at.begin + OBJECT and row.is_parted(met.first) and not joined


def _told_before(at: At) -> Found | None:
    """What is said before its verb; where a comma follows the speaker, it goes on behind."""
    row, met = at.row, at.met
    end = next((i for i in range(met.last + 1, len(row.words)) if row.is_parted(i)), len(row.words))
    source = sides.closed(row, met.last, end)
    direct = row.has(at.begin, OPENING) and row.has(met.first, CLOSING)
    first = trimmed(row.sheet.text, row.words[at.begin].span.start, row.words[met.first - 1].span.end)
    said = at.said(source, first, TOLD, direct=direct)
    if said is None:
        return None
    rest = trimmed(row.sheet.text, row.words[end].span.start, row.span.end) if end < len(row.words) else None
    whole = replace(said, content=(*said.content, rest)) if rest and not direct else said
    return Found(whole, len(row.words) if rest else end, source)


def _goes_on(at: At) -> bool:
    """Whether another clause follows the verb: what is said stands before it."""
    row, last = at.row, at.met.last
    return row.on("leads", last) and not row.on("joiners", last) and not row.has(last, COLON)


def aside(at: At) -> Found | None:
    """A second verb beside the first, with the same speaker: “..., adding that”, “with the words that”."""
    row = at.row
    told = told_behind(at)
    if told is None and "behind" in row.tables.stands:
        found = sides.behind(row, at.met.last)
        told = found[1] if found else None
    source = at.subject or (_subject(row) if "behind" in row.tables.stands else sides.before(row, 0, at.met.first))
    if told is None:
        denied = denying.find(at) if at.met.cue.polarity == "denied" else None
        return replace(denied, said=replace(denied.said, source=_under(row, source))) if denied else None
    telling = _telling(at, source, told)
    return Found(telling.said, at.begin, source) if telling else None


def _under(row: Row, source: Range | None) -> tuple[Span, ...]:
    return (row.under(*source),) if source else ()


def hearsay(at: At) -> Found | None:
    """It is said that ...: nobody is named."""
    told = told_behind(at)
    if told is None or told >= len(at.row.words):
        return None
    said = at.said(None, trimmed(at.row.sheet.text, at.row.words[told].span.start, _cut(at, told)), UNNAMED)
    return Found(said, told) if said else None


def told_behind(at: At) -> int | None:
    """The word with which what is said begins, where it begins right behind the cue; None where nothing shows it."""
    row, last = at.row, at.met.last
    if last >= len(row.words):
        return None
    for i in range(last, min(len(row.words), last + CLOSE + 1)):
        if row.has(i, COLON) or (i == last and row.has(i, OPENING)):
            return i
        if row.on("joiners", i):
            return i + 1
    return None if at.met.cue.joined or "before" not in row.tables.stands else last


def _source_before(at: At) -> Range | None:
    row, met = at.row, at.met
    if met.cue.within:
        opener = next((i for i in range(at.begin, met.first - 1) if row.on("ends_source", i)), None)
        if opener is not None and not any(row.has(i, PAUSES) for i in range(opener + 1, met.first)):
            return opener + 1, met.first
    source = sides.before(row, at.begin, met.first)
    named = source is not None and not (source[1] - source[0] == 1 and row.on("no_speaker", source[0]))
    return source if named else at.subject


def _has_subject(at: At) -> bool:
    """Whether words that may be a subject stand in the clause before a verb."""
    row = at.row
    first = max((i for i in range(at.begin, at.met.first) if row.has(i, PAUSES)), default=at.begin)
    return any(not row.on("leads", i) and not row.on("ends_source", i) for i in range(first, at.met.first))


def _subject(row: Row) -> Range | None:
    """The first words behind the verb that opens a sentence."""
    first = sides.led_in(row, 0, len(row.words)) + 1
    last = min(first + 2, len(row.words))
    ends = (i for i in range(first, last) if row.has(i, PAUSES) or (i > first and row.on("ends_source", i)))
    pause = next(ends, last)
    return (first, pause) if pause > first and not row.on("joiners", first) else None


def _telling(at: At, source: Range | None, start: int) -> Found | None:
    row = at.row
    if start >= len(row.words):
        return None
    content, direct = _told(at, start)
    said = at.said(source, content, TOLD, direct=direct)
    return Found(said, start, source) if said else None


def _told(at: At, start: int) -> tuple[Span | None, bool]:
    """What is said from a word on, and whether in the speaker's own words."""
    row, body = at.row, at.body
    place, colon = row.words[start].span.start, row.has(start, COLON)
    quoted = body.contents.quoted(place, row.span.end) if colon or row.has(start, OPENING) else None
    if quoted is not None:
        return quoted, True
    return trimmed(row.sheet.text, place, _run_on(at, start) if colon else _cut(at, start)), colon


def _cut(at: At, start: int) -> int:
    """The end of the sentence, or of what stands before the next verb of the same speaker."""
    row = at.row
    for met in row.met:
        if met.first <= start:
            continue
        if met.cue.shape == "aside" and row.has(met.first, PAUSES):
            return row.words[met.first - 1].span.end
        if at.met.cue.shape == "aside":
            pause = max((i for i in range(start + 1, met.first + 1) if row.has(i, PAUSES)), default=None)
            if pause is not None:
                return row.words[pause - 1].span.end
    return row.span.end


def _run_on(at: At, start: int) -> int:
    """The end of what is said behind a colon: it goes on until the paragraph ends or another speaks."""
    end, limit = _cut(at, start), at.body.contents.paragraph_end(at.row.span.start)
    if end < at.row.span.end:
        return end
    number = at.number + 1
    while number < len(at.body.rows) and (row := at.body.rows[number]).span.end <= limit:
        if any(met.cue.shape != "hearsay" for met in row.met):
            break
        end, number = row.span.end, number + 1
    return end


def _announced(at: At) -> Found | None:
    """What is announced before the verb that ends the sentence: the minister | of cracks in the dam | informed."""
    row, met = at.row, at.met
    source = sides.before(row, at.begin, met.first, near=False)
    if source is None:
        return None
    first, last = source[1], met.first
    while first < last and row.on("opens_object", first):
        first += 1
    while last > first and row.on("closes_object", last - 1):
        last -= 1
    if last - first < OBJECT:
        return None
    said = at.said(source, trimmed(row.sheet.text, *row.under(first, last)), ANNOUNCED)
    return Found(said, met.last, source) if said else None
