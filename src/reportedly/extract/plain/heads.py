"""What stands between the title and the first words of an article: byline, desk credit, dateline, date lines."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reportedly.extract.plain.dates import DAY, day_named
from reportedly.extract.plain.furniture import is_furniture
from reportedly.extract.plain.lines import Line
from reportedly.records import Dateline
from reportedly.text import Span

NAME = r"[A-Z][\w.&'’/-]*"
DESK = r"(?:Desk|News Agency|Press Agency|News Service|Newsroom|Bureau|Reporter|Correspondent|Report|Monitor|Staff)"
AGENCY = r"[A-Z][A-Za-z.&/ -]{1,30}"
CAPITALS = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]*){0,3}"
CAPITALISED = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
DASH = r"(?::|\s*[–—―]|\s*-{1,2})(?=\s|[A-Z“\"‘])"

CREDIT = re.compile(rf"((?:(?:{NAME}|and|of) ){{0,6}}{DESK})\s*(?::|[–—]|-(?=\s)|\|)")
CREDIT_LINE = re.compile(
    rf"(?:By )?(?:(?:{NAME}|Our|the|and|of) ){{0,5}}{DESK}|AFP|AP|APP|Reuters|Agencies|Xinhua|IRNA|ANI|PTI"
)
BYLINE = re.compile(
    rf"(?:[Bb]y|BY|Written by|Reported by|Report by) {NAME}(?: (?:{NAME}|and|in|of|,|&|al-|bin))*(?: ?\|.*)?"
)
SHOUTED_PLACE = rf"{CAPITALS}(?:(?:/|, ?| and ){CAPITALISED}){{0,2}}"
PLACE = rf"{CAPITALISED}(?:(?:/|, ?){CAPITALISED})?"
DATELINES = tuple(  # a place in small letters needs a day or an agency with it, or a dash between blanks
    re.compile(rf"(?P<place>{place})(?:, (?P<day>{DAY}))?(?: ?[(\[](?P<agency>{AGENCY})[)\]])?{DASH}")
    for place in (PLACE, SHOUTED_PLACE)
)
BARE_AGENCY = re.compile(rf"[(\[](?P<agency>{AGENCY})[)\]]\s*{DASH}")
LABELS = """NOTE UPDATE UPDATED BREAKING EXCLUSIVE SUMMARY CORRECTION ANALYSIS OPINION EDITORIAL WATCH VIDEO READ LIVE
QUESTION ANSWER WARNING ADVISORY ALERT FACT BOX FACTBOX EXPLAINER EXPLAINED INTERVIEW REVIEW PHOTOS PICTURES SOURCE
URGENT KEY POINTS HIGHLIGHTS BACKGROUND CONTEXT PS"""
NO_PLACES = frozenset(LABELS.split())
SPACED = re.compile(r"\s[–—]$")
FEW = 2  # words of a place in small letters with a dash behind it
DAY_LINE = re.compile(
    rf"(?:Published|Updated|Posted|Last updated)?:?\s*(?:on )?(?:{DAY}|\d{{4}}-\d\d-\d\d)"
    r"(?:[,|]? .{0,20}\d\d?:\d\d.*)?",
    re.IGNORECASE,
)


class Heads(NamedTuple):
    """Where credit, byline and dateline stand, where there are some. ``furniture``: lines that only show the date."""

    credit: Span | None = None
    byline: Span | None = None
    dateline: Dateline | None = None
    furniture: tuple[Span, ...] = ()


def starts_body(words: str) -> bool:
    """Whether a line begins as the body of an article does: with a credit or a dateline."""
    return bool(CREDIT.match(words) or _dateline(words) or BARE_AGENCY.match(words))


def heads(rows: Sequence[Line], published: date | None) -> Heads:
    """Byline, credit and dateline in the lines of a body up to its first paragraph; ``published`` tells the year."""
    top = Heads()
    for row in rows:
        if is_furniture(row.words):
            continue
        if DAY_LINE.fullmatch(row.words):
            top = top._replace(furniture=(*top.furniture, row.span))
        elif not row.long and BYLINE.fullmatch(row.words) and not CREDIT_LINE.fullmatch(row.words):
            top = top._replace(byline=top.byline or row.span)
        elif not row.long and CREDIT_LINE.fullmatch(row.words):
            top = top._replace(credit=top.credit or row.span)
        else:
            return _opening(row, top, published)
    return top


def _opening(row: Line, above: Heads, published: date | None) -> Heads:
    """Credit and dateline at the start of the first paragraph."""
    start = row.span.start
    match = CREDIT.match(row.words)
    if match:
        return above._replace(credit=above.credit or _at(start, match.span(1)))
    match = _dateline(row.words)
    if match:
        day = day_named(match["day"], published) if match["day"] else None
        credit = _at(start, match.span("agency")) if match["agency"] else above.credit
        return above._replace(dateline=Dateline(_at(start, match.span()), start=day), credit=credit)
    match = BARE_AGENCY.match(row.words)
    return above._replace(credit=_at(start, match.span("agency"))) if match else above


def _at(start: int, part: tuple[int, int]) -> Span:
    return Span(start + part[0], start + part[1])


def _dateline(words: str) -> re.Match[str] | None:
    full, bare = (pattern.match(words) for pattern in DATELINES)
    match = full if full and (full["day"] or full["agency"] or _is_plain(full, words)) else bare
    return match if match and match["place"].split()[0].upper() not in NO_PLACES else None


def _is_plain(match: re.Match[str], words: str) -> bool:
    """Whether a place in small letters stands alone before a dash and a sentence behind it: Lima – The port is shut."""
    few = len(match["place"].split()) <= FEW and SPACED.search(match.group()) is not None
    return few and words[match.end() :].lstrip(' “"‘')[:1].isupper()
