"""Which days a brief is of, where nobody said."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

WEEK = timedelta(days=6)


def days(ledger: "Ledger", start: date | None, end: date | None, *, today: date) -> tuple[date, date]:
    """First and last day, both inclusive.

    The last is by default the newest up to ``today`` on which an article came out, so that a desk filled with last
    year's news shows some, and ``today`` where there is none. The first is by default six days before it.
    """
    last = end or ledger.articles.newest_day(today) or today
    return start or last - WEEK, last
