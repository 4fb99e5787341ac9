"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

import json

from reportedly.fetch.announcing.announcement import Announcement, each_once, failed, home_of
from reportedly.fetch.announcing.dating import Dating
from reportedly.fetch.announcing.links import plain_link
from reportedly.fetch.announcing.titles import plain_title
from reportedly.parsing import Told, parsing
from reportedly.records import Exchange, FeedItem, Outcome
from reportedly.text import squeezed


def is_json(text: str) -> bool:
    """Whether this is a JSON object rather than XML."""
    return text[:100].lstrip("\ufeff \t\r\n").startswith("{")


def read(exchange: Exchange, text: str, outlet: str) -> Announcement | Outcome:
    """The articles of a JSON Feed; an item that is broken is passed over."""
    try:
        with parsing("the JSON"):
            feed = json.loads(text.lstrip("\ufeff"), strict=False)
    except Told as why:
        return failed(exchange, f"not a feed: it begins like JSON but is none ({why})")
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        return failed(
            exchange, "not a feed: JSON without a JSON Feed's version and items; wanted RSS, Atom or JSON Feed"
        )
    home = home_of(str(feed.get("home_page_url") or ""), exchange)
    base = home or exchange.landed or exchange.url
    dating = Dating(exchange.fetched_at)
    items_read = [_item(item, base, outlet, dating) for item in items if isinstance(item, dict)]
    return Announcement(
        "feed",
        each_once([item for item in items_read if item]),
        title=_words(feed.get("title")),
        home=home,
        language=_words(feed.get("language")),
        note=dating.note,
    )


def _item(item: dict[str, object], base: str, outlet: str, dating: Dating) -> FeedItem | None:
    named = str(item.get("id") or "")
    link = str(item.get("url") or item.get("external_url") or (named if named.startswith("http") else ""))
    url = plain_link(link, base) if link else None
    if not url:
        return None
    return FeedItem(
        url=url,
        outlet=outlet,
        title=plain_title(item.get("title")),
        published=dating.moment(item.get("date_published")),
        updated=dating.moment(item.get("date_modified")),
        seen_at=dating.seen,
    )


def _words(value: object) -> str | None:
    return squeezed(value) or None if isinstance(value, str) else None
