"""The day named in a dateline: "June 3", "3 June 2024", "Mar. 31"."""

from datetime import date

from reportedly.dates import ONE_DAY
from reportedly.dates.printed import printed
from reportedly.english import MONTHS

NAMES = tuple(name[:3] for name in MONTHS)
MONTH = rf"(?:{'|'.join(NAMES)})[a-z]*\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?:,? \d{{4}})?)"


def day_named(words: str, published: date | None) -> date | None:
    """The day that ``words`` name; without a year, the last such day not after ``published``, or None."""
    says = printed(words)
    if says is None or says.calendar != "gregorian":
        return None
    year, month, number = says.days[0]
    if year:
        return _day(year, month, number)
    if published is None:
        return None
    latest = published + ONE_DAY  # an evening abroad may already be the next day
    days = (_day(year, month, number) for year in (latest.year, latest.year - 1))
    return next((day for day in days if day and day <= latest), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
