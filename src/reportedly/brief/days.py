"""Which days a brief is of, where nobody said."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

WEEK = timedelta(days=6)


def days(ledger: "Ledger", start: date | None, end: date | None, *, today: date) -> tuple[date, date]:
    """First and last day: the last with news that is not after ``today``, and the six before it."""
    if end is None:
        newest = ledger.stories(limit=1, until=today)
        end = (newest[0].last if newest else None) or today
        end = min(end, today)
    return start or end - WEEK, end
