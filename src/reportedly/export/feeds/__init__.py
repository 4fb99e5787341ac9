"""What a search finds, as feeds: RSS 2.0, Atom, JSON Feed 1.1; a file a format."""

from collections.abc import Callable
from typing import Final, NamedTuple

from reportedly.export.feeds import atom, json_feed, rss
from reportedly.export.feeds.entries import Asks, Feed, feed

__all__ = ["FORMATS", "Asks", "Feed", "Format", "feed"]


class Format(NamedTuple):
    """A format: what it is called in HTTP, and what writes it."""

    media_type: str
    write: Callable[[Feed], bytes]


FORMATS: Final[dict[str, Format]] = {
    "rss": Format("application/rss+xml; charset=utf-8", rss.write),
    "atom": Format("application/atom+xml; charset=utf-8", atom.write),
    "json": Format("application/feed+json", json_feed.write),
}
