"""Where the source of a cue stands in its row: before it, behind it, up to which words.

Each gives a half-open range of words, or None. Marks and the language's lists decide: what begins an adverbial ends a
source, what joins clauses ends the clause in which it may stand.
"""

from typing import Final

from reportedly.read.multilingual.statements.row import COLON, OPENING, PAUSES, Row

MOST: Final = 22  # words of a source with office and name; longer runs are clauses
FAR: Final = 30  # words behind a verb within which what is said must begin
NEAR: Final = 3  # words before a cue among which the mark stands that makes a noun of saying somebody's
SPOKEN: Final = 5  # words in quotation marks that are what is said; fewer are a name
SEMICOLONS: Final = frozenset("؛;")
WITHIN: Final = 400  # characters within which such a quotation is closed
_CLOSING: Final = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"'}

Range = tuple[int, int]


def before(row: Row, begin: int, cue: int, *, near: bool = True) -> Range | None:
    """The source in the words from ``begin`` to a cue: the subject at the head of its clause.

    ``near``: whether the mark right before the cue is one of the source, not of what is announced.
    """
    first = _behind_adverbials(row, led_in(row, _last_clause(row, begin, cue), cue), cue)
    if first >= cue:
        return None
    if row.tables.marks and row.on("marked_pronouns", cue - 1):
        return cue - 1, cue
    if row.tables.marks:
        marked = _marked(row, first, cue, near=near)
        return late(row, first, marked) if marked is not None else None
    if row.on("pronouns", first):
        return first, first + 1
    end = first + 1
    while end < cue and not row.on("ends_source", end) and not _is_new_part(row, end):
        end += 1
    return (first, end) if end - first <= MOST else None


def late(row: Row, first: int, end: int) -> Range:
    """From the last end of a clause to a mark behind the source."""
    begin = max((i + 1 for i in range(first, end - 1) if row.on("ends_clause", i)), default=first)
    if end - begin > MOST:
        begin = max((i for i in range(begin + 1, end) if row.has(i, PAUSES)), default=begin)
    return max(led_in(row, begin, end - 1), end - MOST), end


def behind(row: Row, cue_end: int) -> tuple[Range, int] | None:
    """The source behind a verb and the word at which what is said begins: behind a joiner, a colon or a mark."""
    beside = {met.first for met in row.met if met.cue.shape == "aside" and met.cue.polarity == "denied"}
    for i in range(cue_end, min(len(row.words), cue_end + FAR)):
        if i in beside:
            return None
        if row.has(i, COLON) or (row.has(i, OPENING) and _speaks(row, i)):
            return closed(row, cue_end, i), i
        if row.on("joiners", i):
            return closed(row, cue_end, i), i + 1
        if i > cue_end and row.on("opens_content", i):
            return closed(row, cue_end, i), i
        if i > cue_end and row.on("ends_clause", i):
            return None
    return None


def led_in(row: Row, begin: int, end: int) -> int:
    """The first word from ``begin`` on that is no conjunction or the like; ``end`` where all are."""
    while begin < end and row.on("leads", begin):
        begin += 1
    return begin


def _last_clause(row: Row, begin: int, cue: int) -> int:
    """Where the last clause before a cue begins: behind a semicolon, or at a “but” behind a comma and a verb."""
    return next((i for i in range(cue - 1, begin, -1) if row.has(i, SEMICOLONS) or _is_next_clause(row, i)), begin)


def _is_next_clause(row: Row, i: int) -> bool:
    return row.has(i, PAUSES) and row.on("leads", i) and row.on("ends_clause", i - 1) and not row.on("joiners", i - 1)


def _marked(row: Row, first: int, cue: int, *, near: bool) -> int | None:
    """The word behind a source that tells it is one: right before the cue, else the last of the likeliest kind."""
    places = range(cue - 1, max(first, cue - NEAR), -1) if near else ()
    close = next((i for i in places if row.on("marks_near", i)), None)
    if close is not None:
        return close
    for mark in row.tables.marks:
        last = next((i for i in range(cue - 1, first, -1) if row.words[i].key == mark), None)
        if last is not None:
            return last
    return None


def _behind_adverbials(row: Row, begin: int, end: int) -> int:
    """Where the clause goes on behind adverbials at its head, each of which ends at a comma."""
    while begin < end and row.on("ends_source", begin):
        pause = next((i for i in range(begin + 1, end) if row.has(i, PAUSES)), None)
        if pause is None:
            return end
        begin = led_in(row, pause, end)
    return begin


def _is_new_part(row: Row, i: int) -> bool:
    """Whether a comma before word ``i`` ends the source: what follows is no office or name of the same person."""
    return row.has(i, PAUSES) and (row.on("ends_source", i) or row.on("leads", i))


def _speaks(row: Row, i: int) -> bool:
    """Whether a quotation that begins at word ``i`` is longer than a name in marks."""
    mark = next(mark for mark in row.gap(i) if mark in OPENING)
    start = row.words[i].span.start
    end = row.sheet.text.find(_CLOSING[mark], start, start + WITHIN)
    return end < 0 or row.sheet.text.count(" ", start, end) + 1 >= SPOKEN


def closed(row: Row, first: int, end: int) -> Range:
    """The source in the words behind a verb: up to an adverbial, without the preposition of the joiner."""
    last = first
    phrases = {met.first for met in row.met if met.cue.shape == "before_source"}
    while last < end and not (row.on("ends_source_behind", last) or last in phrases):
        if last > first and _is_new_part(row, last):
            break
        last += 1
    while last > first and row.on("leads_joiner", last - 1):
        last -= 1
    return first, last
