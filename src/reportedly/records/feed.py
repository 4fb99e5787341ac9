"""What a feed announced."""

from datetime import datetime

from reportedly.records.kinds import Record


class FeedItem(Record, frozen=True):
    """An article announced by a feed. ``published`` and ``updated`` are aware UTC, None where the feed has none.

    ``seen_at`` is when the feed that first announced it was fetched.
    """

    url: str
    outlet: str
    title: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    seen_at: datetime | None = None
