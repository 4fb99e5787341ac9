"""The day that a table's cell names. A day that could be two, such as 03/04/2026, stays unknown."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from reportedly.errors import BadDate

SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?$")
MILLISECONDS = re.compile(r"\d{12,13}$")
_PARTS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T,].*)?$")
_WORDS = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y", "%d-%b-%Y", "%Y %B %d")
_CLOCK = re.compile(r"[ ,]+(?:at +)?\d{1,2}:\d{2}.*$")
_WEEKDAY = re.compile(r"^[A-Za-z]{3,9}day,? +", re.IGNORECASE)


def day(given: str | None) -> date | None:
    """The day in its own time zone; None where nothing is given. Raises ``BadDate`` where it is none, or could be two.

    Read are ISO dates and date-times, those of mail and feeds, words with the month's English name, numbers with the
    year first, numbers with the day plainly first or last, and seconds or milliseconds since 1970 (as UTC).
    """
    words = (given or "").strip()
    if not words:
        return None
    named = _iso(words) or _since_1970(words) or _numbers(words) or _mail(words) or _named(words)
    if named is None:
        raise BadDate(f"{words[:60]!r} is no date that can be told: write it as YYYY-MM-DD")
    return named


def _iso(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return None


def _since_1970(words: str) -> date | None:
    seconds = float(words) if SECONDS.match(words) else float(words) / 1000 if MILLISECONDS.match(words) else None
    return datetime.fromtimestamp(seconds, UTC).date() if seconds is not None else None


def _numbers(words: str) -> date | None:
    """``2026/3/9``, ``9.3.2026`` (with points the day comes first), ``23/03/2026`` and ``03/23/2026``."""
    parts = _PARTS.match(words)
    if not parts:
        return None
    first, mark, middle, last = parts[1], parts[2], int(parts[3]), parts[4]
    if len(first) == 4:  # noqa: PLR2004  a year
        return _date(int(first), middle, int(last))
    if len(last) != 4:  # noqa: PLR2004
        return None
    a, b, year = int(first), middle, int(last)
    if mark == "." or a > 12 or a == b:  # noqa: PLR2004  no month
        return _date(year, b, a)
    return _date(year, a, b) if b > 12 else None  # noqa: PLR2004


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _mail(words: str) -> date | None:
    try:
        return parsedate_to_datetime(words).date()
    except ValueError:
        return None


def _named(words: str) -> date | None:
    bare = _CLOCK.sub("", _WEEKDAY.sub("", words))
    for form in _WORDS:
        try:
            return datetime.strptime(bare, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None
