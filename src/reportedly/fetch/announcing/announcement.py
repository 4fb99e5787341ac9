"""What an address announced, and how that is said when it announced nothing usable."""

import re
from datetime import datetime
from typing import Literal

from reportedly.fetch.announcing.links import plain_link
from reportedly.records import Exchange, FeedItem, Outcome, Record

MOST_ITEMS = 5_000
_NO_HOST = re.compile(r"https?:/*", re.IGNORECASE)


class Announcement(Record, frozen=True):
    """Articles in the order given, each URL once, and what a feed says of itself.

    ``more`` are sitemaps that an index names and that are worth asking for; ``left_out`` counts pages too old or too
    many to fetch. ``note`` says in words what was not read of it, None where all was.
    """

    kind: Literal["feed", "sitemap", "index", "page"]
    items: tuple[FeedItem, ...]
    more: tuple[str, ...] = ()
    left_out: int = 0
    title: str | None = None
    home: str | None = None
    language: str | None = None
    note: str | None = None

    @property
    def newest(self) -> datetime | None:
        """When the newest dated article came out."""
        return max((day for item in self.items if (day := item.published or item.updated)), default=None)


def failed(exchange: Exchange, why: str) -> Outcome:
    """The outcome of an exchange whose body is of no use."""
    return Outcome(exchange.url, exchange.fetched_at, "failed", why)


def home_of(link: str, exchange: Exchange) -> str | None:
    """The home page that a feed names; None where it names none."""
    base = exchange.landed or exchange.url
    home = plain_link(link, base) if link.strip(" /:") and not _NO_HOST.fullmatch(link.strip()) else None
    return home if home != plain_link(base) else None


def notes(*said: str | None) -> str | None:
    """What is to be said of an announcement, in one line; None where it is nothing."""
    return "; ".join(filter(None, said)) or None


def each_once(items: list[FeedItem]) -> tuple[FeedItem, ...]:
    """The items, each URL once, as it came first; not more than ``MOST_ITEMS``."""
    first: dict[str, FeedItem] = {}
    for item in items:
        first.setdefault(item.url, item)
    return tuple(first.values())[:MOST_ITEMS]
