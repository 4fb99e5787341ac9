"""The day named in a dateline: "June 3", "3 June 2024", "Mar. 31"."""

import re
from datetime import date, timedelta

from reportedly.english import MONTHS

NAMES = tuple(name[:3] for name in MONTHS)
MONTH = rf"(?:{'|'.join(NAMES)})[a-z]*\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?:,? \d{{4}})?)"


def day_named(words: str, published: date | None) -> date | None:
    """The day that ``words`` name; without a year, the last such day not after ``published``, or None."""
    parts = re.findall(r"\d+|[A-Za-z]+", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", words))
    month = next(NAMES.index(part[:3].title()) + 1 for part in parts if part[:3].title() in NAMES)
    numbers = [int(part) for part in parts if part.isdigit()]
    if len(numbers) > 1:
        return _day(numbers[1], month, numbers[0])
    if published is None:
        return None
    latest = published + timedelta(days=1)  # an evening abroad may already be the next day
    days = (_day(year, month, numbers[0]) for year in (latest.year, latest.year - 1))
    return next((day for day in days if day and day <= latest), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
