"""Lines that say when the article came out or was changed: "Published: 3 June 2024 | Updated: June 4, 2024, 9:10 PM".

Only a whole line of such words counts, near the top or at the very end, with the year; a sentence never does.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from reportedly.dates import ON_PAPER, told
from reportedly.extract.plain.dates import MONTH
from reportedly.extract.plain.lines import Line

FIRST = 12  # lines from the top
LAST = 3  # lines at the end
LONGEST = 160
_CLOCK = r"(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)?"
_DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_STAMP = (
    r"(?:first |originally |last )?(?P<kind{n}>published|posted|updated|modified)(?: on)?:? ?"
    rf"(?:{_CLOCK}(?:,| on)? )?(?:[A-Z][a-z]+day,? )?(?P<day{{n}}>{_DAY})(?:,? {_CLOCK}|T[\d:+Z.]+)?"
)
_LINE = re.compile(rf"{_STAMP.replace('{n}', '1')}(?: ?[|•·–—,;/-]? ?{_STAMP.replace('{n}', '2')})?\.?", re.IGNORECASE)
_CHANGES = ("updated", "modified")


class Stamps(NamedTuple):
    """The days on which a text says that it came out and was changed; None where no line says so."""

    published: date | None = None
    updated: date | None = None


def stamps(lines: Sequence[Line], seen: datetime) -> Stamps:
    """What a text ``seen`` then says in its lines, the first of each kind; a change before the publication is none."""
    rows = (*lines[:FIRST], *lines[max(FIRST, len(lines) - LAST) :])
    stamped = [pair for row in rows if len(row.words) <= LONGEST for pair in _named(row.words, seen)]
    out = next((day for kind, day in stamped if kind not in _CHANGES), None)
    changed = next((day for kind, day in stamped if kind in _CHANGES), None)
    return Stamps(out, None if out and changed and changed < out else changed)


def _named(words: str, seen: datetime) -> list[tuple[str, date]]:
    match = _LINE.fullmatch(words)
    pairs = [(match["kind1"], match["day1"]), (match["kind2"], match["day2"])] if match else []
    days = ((kind.lower(), told(day, seen, ON_PAPER).dated) for kind, day in pairs if kind)
    return [(kind, dated.day) for kind, dated in days if dated]
