"""Moments on days, as a query asks for them."""

from datetime import date, datetime, timedelta

import sqlalchemy as sa


def within(moment: sa.ColumnElement[datetime], start: date, end: date) -> sa.ColumnElement[bool]:
    """Whether ``moment`` lies on a day, in UTC, from ``start`` to ``end``."""
    first, after = (datetime.fromisoformat(f"{day}T00:00+00:00") for day in (start, end + timedelta(days=1)))
    return sa.and_(moment >= first, moment < after)
