"""How the desk puts days, windows, certainty and states into plain words, one way everywhere.

Invariant: no wording is surer than the record. A vague window stays vague, silence is silence, and how certain a
statement is belongs to whoever made it, so it is always *put as* something.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from reportedly.english import BELOW_TWENTY, MONTHS
from reportedly.letters import tongues
from reportedly.records import Certainty, Edit, PageEventKind, SourceKind, State, Status, Window
from reportedly.text import squeezed

PUT_AS: Final[dict[Certainty, str]] = {
    "certain": "put as certain",
    "probable": "put as probable",
    "possible": "put as possible",
    "unknown": "how certain is not said",
}

SOURCES: Final[dict[SourceKind, str]] = {
    "named": "named source",
    "role": "source named by role",
    "media": "other media",
    "anonymous": "anonymous source",
    "document": "document",
    "outlet": "the outlet itself",
    "unknown": "no source given",
}

STATES: Final[dict[State, str]] = {
    "open": "still ahead",
    "due": "due now",
    "happened": "reported as happened",
    "moved": "moved",
    "cancelled": "called off",
    "denied": "denied",
    "silent": "window over, nothing heard",
}

STATUSES: Final[dict[Status, str]] = {
    "occurred": "reported as happened",
    "ongoing": "under way",
    "planned": "planned",
    "expected": "expected",
    "called_for": "called for",
    "hypothetical": "hypothetical",
    "denied": "denied",
}

BECAME: Final[dict[PageEventKind, str]] = {
    "seen": "first seen",
    "edited": "edited",
    "laid_out_anew": "laid out anew, the words are the same",
    "part": "more or less of its text shown",
    "put_back": "put back to an earlier text",
    "gone": "page gone",
    "closed": "closed to the desk",
    "no_article": "no article on the page",
    "back": "there again",
}

_INNER_QUOTES: Final = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})
_EDGES: Final = " \n\t,;:•·▪،؛۔"
UNITS: Final = ("KB", "MB", "GB", "TB")
THOUSAND: Final = 1000
_OPENING: Final = '“„«"'
_CLOSING: Final = '”»"'


def day(given: date | None) -> str:
    """``3 June 2024``, or ``date unknown``."""
    return f"{given.day} {MONTHS[given.month - 1]} {given.year}" if given else "date unknown"


def days(start: date, end: date) -> str:
    """``3 to 9 June 2024``; what two days share is said once."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def moment(when: datetime | None) -> str:
    """``2024-06-03 14:05 UTC``; ``never`` where there is none."""
    return f"{when:%Y-%m-%d %H:%M} UTC" if when else "never"


def window(given: Window | None) -> str:
    """When something is expected: ``by 9 June 2024``, ``roughly 3 to 9 June 2024``, ``at a time not given``."""
    if given is None or not (given.start or given.end):
        return "at a time not given"
    roughly = "roughly " if given.vague else ""
    if given.start and given.end:
        on = "on " if given.start == given.end and not roughly else ""
        return f"{roughly}{on}{days(given.start, given.end)}"
    return f"{roughly}by {day(given.end)}" if given.end else f"{roughly}from {day(given.start)} on"


def window_in_figures(given: Window | None) -> str:
    """When something is expected, in ISO days: ``by 2024-06-09``, ``roughly 2024-06-03 to 2024-06-09``."""
    if given is None or not (given.start or given.end):
        return "no time given"
    roughly = "roughly " if given.vague else ""
    if given.start and given.end:
        return f"{roughly}{given.start}" if given.start == given.end else f"{roughly}{given.start} to {given.end}"
    return f"{roughly}by {given.end}" if given.end else f"{roughly}from {given.start}"


def listed(names: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 source``, ``2 sources``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def edited(edit: Edit) -> str:
    """``4 words struck, 2 added, 1 statement changed``."""
    changed = f", {counted(len(edit.statements), 'statement')} changed" if edit.statements else ""
    return f"{counted(edit.struck, 'word')} struck, {edit.added:,} added{changed}"


def size(of: int) -> str:
    """``7 bytes``, ``7.41 KB``, ``103 MB``: in thousands, three figures at most."""
    if of < THOUSAND:
        return counted(of, "byte")
    power = next(power for power in range(1, len(UNITS) + 1) if of < 999.5 * THOUSAND**power or power == len(UNITS))
    return f"{of / THOUSAND**power:.3g} {UNITS[power - 1]}"


def according_to(sources: int, names: Sequence[str]) -> str:
    """``According to two independent sources (A, B)``; ``names`` may be those of the first few."""
    number = BELOW_TWENTY[sources] if sources < len(BELOW_TWENTY) else f"{sources:,}"
    told = "one source" if sources == 1 else f"{number} independent sources"
    more = [f"{sources - len(names)} more"] if 0 < len(names) < sources else []
    who = f" ({' and '.join([', '.join(names), *more])})" if names else ""
    return f"According to {told}{who}"


def spoken_in(*languages: str) -> str:
    """`` in Persian`` after "reported" or "announced", or `` in Persian and Urdu``; nothing for English and unknown."""
    named = [tongues.name(code) for code in dict.fromkeys(languages) if code not in {"en", tongues.UNKNOWN}]
    return f" in {listed(named)}" if named else ""


def quoted(words: str, most: int = 340, language: str = "en") -> str:
    """The words as a quotation: one line, inner quotation marks single, cut at a word with ``…`` beyond ``most``.

    ``language`` is that of the marks around them. Words from right to left keep the marks within them: single ones are
    not mirrored.
    """
    line = _bare(squeezed(words).strip(_EDGES))
    if len(line) > most:
        line = line[:most].rsplit(" ", 1)[0].rstrip(_EDGES + ".") + " …"
    marks, told = tongues.marks(language), line if tongues.way(line) == "rtl" else _single(line)
    return f"{marks[0]}{told}{marks[1]}"


def quoted_by_letters(words: str, most: int = 340) -> str:
    """The same in the marks of the language that the words look like by their letters."""
    return quoted(words, most, tongues.looks(words))


def _bare(line: str) -> str:
    """The line without quotation marks that wrap it whole, and without one whose partner lies outside it."""
    opening = sum(line.count(mark) for mark in _OPENING[:-1])
    closing = sum(line.count(mark) for mark in _CLOSING[:-1])
    plain = line.count('"')
    wrapped = line[:1] in _OPENING and line[-1:] in _CLOSING and max(opening, closing) <= 1 and plain in {0, 2}
    if line[:1] in _OPENING and line[:1] and (wrapped or opening > closing or plain == 1):
        line = line[1:]
    if line[-1:] in _CLOSING and line[-1:] and (wrapped or closing > opening or plain == 1):
        line = line[:-1]
    return line.strip(_EDGES).removesuffix(".")


def _single(line: str) -> str:
    """Inner quotation marks made single; where a line holds only one end of a quotation, the other end is added."""
    opening, closing = (sum(map(line.count, marks)) for marks in (_OPENING[:-1], _CLOSING[:-1]))
    marks = line.translate(_INNER_QUOTES)
    while '"' in marks:
        marks = marks.replace('"', "‘", 1).replace('"', "’", 1)
    return "‘" * max(0, closing - opening) + marks + "’" * max(0, opening - closing)
