"""JSON Feed 1.1."""

from typing import Any, Final

import msgspec

from reportedly.export.feeds.entries import Entry, Feed, told

VERSION: Final = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> bytes:
    """The feed."""
    about = {"version": VERSION, "title": feed.title, "home_page_url": feed.link, "feed_url": feed.own}
    return msgspec.json.encode({**about, "items": [_item(entry) for entry in feed.entries]})


def _item(entry: Entry) -> dict[str, Any]:
    known = {
        "id": entry.id,
        "url": entry.link,
        "external_url": entry.outside,
        "title": entry.title,
        "content_text": told(entry),
        "summary": entry.words,
        "date_published": entry.published.isoformat() if entry.published else None,
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": entry.outlet}],
        "language": entry.language,
        "tags": list(entry.labels),
    }
    return {name: value for name, value in known.items() if value}
