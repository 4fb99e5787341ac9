"""Moments printed as one number: counted since 1970, or all digits of day and time without a mark between."""

import re
from datetime import UTC, datetime
from typing import Final

_COUNT: Final = re.compile(r"@?(\d{9,19})(?:\.\d{1,9})?|/date\((\d{9,19})(?:[+-]\d{4})?\)/")  # the last: .NET's JSON
_POWER: Final = re.compile(r"(\d)\.(\d{4,18})e\+?(9|12|15|18)")  # as spreadsheets write large numbers
_TICKS: Final = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 15: 10**6, 16: 10**6, 18: 10**9, 19: 10**9}  # a second, by digits
_RUN: Final = re.compile(
    r"((?:1[34]|19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
    r"(?:(?:[t ]?|[_-](?=\d{6}\b))([01]\d|2[0-4])([0-5]\d)(?:([0-5]\d)(?:[.,]\d{1,9}|\d{3}(?:\d{3})?)?)?)?"
    r"(?= ?(?:$|z|[a-z]{3}\b|[+-]))"
)


def counted(words: str) -> datetime | None:
    """The moment of a number of seconds since 1970, or of their thousandths and so on down; aware UTC.

    How many digits it has tells which. One that ``spaced`` takes apart counts nothing; one of ten digits always does.
    """
    words = _POWER.sub(_written_out, words)
    match = None if spaced(words) != words else _COUNT.fullmatch(words)
    number = (match[1] or match[2]) if match else ""
    ticks = _TICKS.get(len(number))
    return datetime.fromtimestamp(int(number) / ticks, UTC) if ticks else None


def _written_out(found: re.Match[str]) -> str:
    """All digits before the point of a number given with a power of ten."""
    return f"{found[1]}{found[2]:0<{int(found[3])}}"[: int(found[3]) + 1]


def spaced(words: str) -> str:
    """The words with ``20260309101500`` or ``20260309t1015`` at their head written as ``2026-03-09 10:15:00``."""
    match = _RUN.match(words)
    if match is None:
        return words
    year, month, day, hour, minute, second = match.groups()
    clock = f" {hour}:{minute}:{second or '00'}" if hour else ""
    return f"{year}-{month}-{day}{clock}{words[match.end() :]}"
