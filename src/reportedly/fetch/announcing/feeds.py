"""RSS 0.9 to 2.0, RDF and Atom: which articles a feed announces, and when it says they came out.

A feed with a broken entry still gives its others; what is no feed at all gives an outcome that says what came instead.
"""

import calendar
import html
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import feedparser

from reportedly.fetch.announcing import alternates
from reportedly.fetch.announcing.announcement import Announcement, each_once, failed
from reportedly.fetch.announcing.links import plain_link
from reportedly.records import Exchange, FeedItem, Outcome
from reportedly.text import squeezed

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|rdf|feed|channel)\b", re.IGNORECASE)
_ITEM_ENDS = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_OPENS = re.compile(r"<[A-Za-z]")
_TAG = re.compile(r"<[^<>]*>")
_XML = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)


MOST_CHARACTERS = 3_000_000  # of a feed that are read; a parser in Python takes about a second for each
MOST_READ = 2_000  # items of one feed
MOST_MARKUP = 150_000
MOST_UNCLOSED = 10_000  # the time of the parser grows with the square of the depth


def is_page(text: str) -> bool:
    """Whether this is an HTML page."""
    return _PAGE.search(text[:5_000]) is not None


def read(exchange: Exchange, text: str, outlet: str) -> Announcement | Outcome:
    """The articles of a feed, in its order."""
    base = exchange.landed or exchange.url
    if is_page(text) and not _ROOT.search(text[:5_000]):
        return failed(exchange, _no_feed(exchange, text, base))
    text = _cut(text)
    if text.count("<") + text.count("&") > MOST_MARKUP:
        return failed(exchange, f"the feed has more than {MOST_MARKUP:,} tags and entities: not read")
    if _unclosed(text) > MOST_UNCLOSED:
        return failed(exchange, f"the feed leaves more than {MOST_UNCLOSED:,} tags open: not read")
    parsed = feedparser.parse(
        io.BytesIO(_XML.sub("", text.lstrip("\ufeff"), count=1).lstrip().encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": base},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") and not parsed.entries:
        return failed(exchange, _no_feed(exchange, text, base))
    about = parsed.feed
    return Announcement(
        "feed",
        each_once(list(_items(parsed.entries, base, outlet, exchange.fetched_at))),
        title=squeezed(str(about.get("title") or "")) or None,
        home=plain_link(str(about.get("link") or ""), base) if about.get("link") else None,
        language=str(about.get("language") or "").strip() or None,
    )


def _cut(text: str) -> str:
    """The text without what lies beyond the limits, cut off behind a whole item where there is one."""
    ends = [item.end() for item in islice(_ITEM_ENDS.finditer(text[:MOST_CHARACTERS]), MOST_READ)]
    if ends and (len(text) > MOST_CHARACTERS or len(ends) == MOST_READ):
        return text[: ends[-1]]
    return text[:MOST_CHARACTERS]


def _unclosed(text: str) -> int:
    return sum(1 for _ in _OPENS.finditer(text)) - text.count("</") - text.count("/>")


def _items(entries: list[Any], base: str, outlet: str, seen_at: datetime) -> Iterator[FeedItem]:
    for entry in entries:
        link = _link(entry)
        url = plain_link(link, base) if link else None
        if url:
            published, updated = _moment(entry, "published_parsed"), _moment(entry, "updated_parsed")
            yield FeedItem(url, outlet, _title(entry), published, updated, seen_at)


def _link(entry: Any) -> str:
    """The entry's own page, as the outlet wrote it before a feed service counted it; else an id that is an address."""
    link = str(entry.get("feedburner_origlink") or entry.get("link") or "").strip()
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


def _no_feed(exchange: Exchange, text: str, base: str) -> str:
    wanted = "wanted RSS, Atom or JSON Feed"
    if not text.strip():
        return f"the feed is empty: {wanted}"
    if is_page(text):
        named = alternates.feeds_named(text, base)[:3]
        hint = f"the page names {', '.join(named)}" if named else "the page names none"
        return f"an HTML page, not a feed: {wanted}; {hint}; put the feed's address in the outlet's file"
    given = (exchange.header("content-type") or "no content type").split(";")[0].strip()
    opening = exchange.body[:40].decode("ascii", "replace").split("\n")[0]
    return f"not a feed ({given}, beginning {opening!r}): {wanted}; put the feed's address in the outlet's file"
