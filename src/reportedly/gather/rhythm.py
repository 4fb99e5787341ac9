"""How often a feed is polled: by how often its outlet publishes."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from reportedly.records import FeedItem

LATELY = timedelta(days=7)  # a whole week, so that a weekend does not make a daily paper look asleep


def pause(items: Iterable[FeedItem], now: datetime, shortest: float, longest: float) -> timedelta:
    """The time until a feed is polled again: half of that in which, lately, one article came.

    So an article is seen after a quarter of that time on average. Between ``shortest`` and ``longest`` (seconds); a
    feed without dates, whose rhythm nobody knows, is polled after ``shortest``.
    """
    dated = [out for item in items if (out := item.published or item.updated)]
    late = [out for out in dated if now - LATELY <= out <= now]
    if not dated:
        return timedelta(seconds=shortest)
    if not late:
        return timedelta(seconds=longest)
    half = (now - min(late)).total_seconds() / len(late) / 2
    return timedelta(seconds=max(shortest, min(longest, half)))
