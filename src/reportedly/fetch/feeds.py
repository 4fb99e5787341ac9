"""RSS and Atom: which articles a feed announces, and when it says they came out.

A feed with a broken entry still gives its others; what is no feed at all gives an outcome that says what came instead.
"""

import calendar
import html
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import feedparser

from reportedly.fetch.hop import first
from reportedly.fetch.links import plain_link
from reportedly.records import Exchange, FeedItem, Outcome

FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def feed_items(exchange: Exchange, outlet_id: str) -> tuple[FeedItem, ...] | Outcome:
    """The articles a fetched feed announces, in its order and each URL once; an outcome where it is no feed.

    Dates are what the feed says, in UTC; a date it does not give stays None. Links are absolute and without tracking
    parameters.
    """
    base = exchange.landed or exchange.url
    content_type = first(exchange.response_headers, "content-type") or ""
    parsed = feedparser.parse(
        io.BytesIO(exchange.body),
        response_headers={"content-type": content_type, "content-location": base},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        return Outcome(exchange.url, exchange.fetched_at, "failed", _no_feed(exchange, base))
    announced: dict[str, FeedItem] = {}
    for item in _items(parsed.entries, base, outlet_id):
        announced.setdefault(item.url, item)
    return tuple(announced.values())


def _items(entries: list[Any], base: str, outlet: str) -> Iterator[FeedItem]:
    for entry in entries:
        link = _link(entry)
        url = plain_link(urljoin(base, link)) if link else None
        if url:
            published, updated = _moment(entry, "published_parsed"), _moment(entry, "updated_parsed")
            yield FeedItem(url=url, outlet=outlet, title=_title(entry), published=published, updated=updated)


def _link(entry: Any) -> str:
    """The entry's own page; where it names none, an id that is a web address."""
    link = str(entry.get("link") or "").strip()
    name = str(entry.get("id") or "").strip()
    return link or (name if name.startswith(("http://", "https://")) else "")


def _title(entry: Any) -> str | None:
    """The title as plain words on one line: feeds put HTML in it, escaped or not."""
    text = str(entry.get("title") or "")
    if (entry.get("title_detail") or {}).get("type") != "text/plain" or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return " ".join(text.split()) or None


def _moment(entry: Any, key: str) -> datetime | None:
    """The date under that key alone: ``dict.get`` passes by feedparser's fallback from one date to another."""
    parts = dict.get(entry, key)
    if not parts:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parts), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _no_feed(exchange: Exchange, base: str) -> str:
    wanted = "wanted RSS or Atom"
    if not exchange.body.strip():
        return f"the feed is empty: {wanted}"
    if _PAGE.search(exchange.body[:2048]):
        named = _feeds_named(exchange.body, base)
        hint = f"the page names {', '.join(named)}" if named else "the page names none"
        return f"an HTML page, not a feed: {wanted}; {hint}; put the feed's address in the outlet's file"
    given = (first(exchange.response_headers, "content-type") or "no content type").split(";")[0].strip()
    opening = exchange.body[:40].decode("ascii", "replace").split("\n")[0]
    return f"not a feed ({given}, beginning {opening!r}): {wanted}; put the feed's address in the outlet's file"


def _feeds_named(body: bytes, base: str) -> list[str]:
    links = _Links()
    links.feed(body[:200_000].decode("utf-8", "replace"))
    return [urljoin(base, link) for link in links.found[:3]]


class _Links(HTMLParser):
    """Collects the feeds that an HTML page names in its head."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a ``<link rel=alternate type=application/rss+xml>``."""
        values = dict(attrs)
        if tag == "link" and (values.get("type") or "").lower() in FEED_TYPES and values.get("href"):
            self.found.append(values["href"] or "")
