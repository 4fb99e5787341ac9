"""Sitemaps: news sitemaps, plain ones as far as they are fresh, and the indexes that name others.

Read as a stream of elements, with no entity expanded and nothing loaded, so that even a broken or huge one gives what
stands before its fault.
"""

import contextlib
import io
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urljoin

from lxml import etree

from reportedly.fetch.announcing.announcement import MOST_ITEMS, Announcement, each_once, failed
from reportedly.fetch.announcing.dating import Dating
from reportedly.fetch.announcing.links import plain_link, same_site
from reportedly.fetch.announcing.mending import mended
from reportedly.fetch.announcing.titles import plain_title
from reportedly.parsing import Told, parsing
from reportedly.records import Exchange, FeedItem, Outcome
from reportedly.text import squeezed

FRESH = timedelta(days=3)
"""Older pages of a plain sitemap are left out: it lists all an outlet ever wrote."""
FEW = 100  # undated pages that are still taken: more is an archive, not the news
MOST_MORE = 5  # sitemaps taken from one index
_ROOT = re.compile(r"<(?:\w+:)?(urlset|sitemapindex)\b")
_NEWS = re.compile(r"news", re.IGNORECASE)

_TELLING = {"publication_date", "lastmod", "publication", "title"}
"""What makes an undated page worth a look: a date that nobody can read, or that a news sitemap names it."""

SitemapEntry = dict[str, str]


def is_sitemap(text: str) -> bool:
    """Whether this is a sitemap or an index of such."""
    return _ROOT.search(text[:5_000]) is not None


def read(exchange: Exchange, text: str, outlet: str) -> Announcement | Outcome:
    """The fresh pages of a sitemap, or the sitemaps of an index that are worth asking for."""
    base = exchange.landed or exchange.url
    entries = list(_entries(text))
    if not entries:
        return failed(exchange, "the sitemap is empty or broken: it names no page")
    if _root(text) == "sitemapindex":
        more = _worth_asking(entries, base, exchange.fetched_at)
        return Announcement("index", (), more=more, left_out=len(entries) - len(more))
    dating = Dating(exchange.fetched_at)
    named = [(entry, item) for entry in entries if (item := _item(entry, base, outlet, dating))]
    items = [item for _, item in named]
    odd = [item for entry, item in named if _is_undated(item) and _TELLING & entry.keys()]
    kept = [item for item in items if _is_fresh(item, exchange.fetched_at) or (len(odd) <= FEW and item in odd)]
    if not kept and len(items) > FEW and not any(item.updated for item in items):
        return failed(exchange, f"the sitemap dates none of its {len(items):,} pages: too many to fetch them all")
    if not kept and len(items) <= FEW:
        kept = [item for item in items if _is_undated(item)]
    language = next((entry["language"] for entry in entries if "language" in entry), None)
    title = next((entry["name"] for entry in entries if "name" in entry), None)
    left_out = len(entries) - len(kept)
    return Announcement("sitemap", each_once(kept), left_out=left_out, language=language, title=title, note=dating.note)


def _root(text: str) -> str:
    root = _ROOT.search(text[:5_000])
    return root.group(1) if root else ""


def _entries(text: str) -> Iterator[SitemapEntry]:
    """The texts inside each ``<url>`` or ``<sitemap>`` by their names without namespace, up to where it breaks off."""
    root = _ROOT.search(text[:5_000])
    data = mended(text[root.start() if root else 0 :]).encode()
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "recover": True}
    steps = etree.iterparse(io.BytesIO(data), events=("end",), tag=("{*}url", "{*}sitemap"), **safe)
    with contextlib.suppress(Told), parsing("the sitemap"):
        for many, (_, element) in enumerate(steps):
            if many >= 10 * MOST_ITEMS:
                return
            yield _texts(element)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _texts(element: etree._Element) -> SitemapEntry:
    entry: SitemapEntry = {}
    for part in element.iter("{*}*"):
        text = squeezed(part.text or "")
        if text and "image" not in part.tag and "video" not in part.tag:
            entry.setdefault(_local(str(part.tag)), text)
    return entry


def _local(tag: str) -> str:
    """The name of an element without its namespace, or the prefix of one that nobody declared."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def _item(entry: SitemapEntry, base: str, outlet: str, dating: Dating) -> FeedItem | None:
    url = plain_link(_link(entry), base) if entry.get("loc") else None
    if not url or not same_site(url, base):
        return None
    return FeedItem(
        url=url,
        outlet=outlet,
        title=plain_title(entry.get("title")),
        published=dating.moment(entry.get("publication_date")),
        updated=dating.moment(entry.get("lastmod")),
        seen_at=dating.seen,
    )


def _link(entry: SitemapEntry) -> str:
    """The address as it stands there, or as it was before it was escaped once too often."""
    return entry["loc"].replace("&amp;", "&")


def _is_undated(item: FeedItem) -> bool:
    return not item.published and not item.updated


def _is_fresh(item: FeedItem, now: datetime) -> bool:
    dated = item.published or item.updated
    return dated is not None and dated >= now - FRESH


def _worth_asking(entries: list[SitemapEntry], base: str, now: datetime) -> tuple[str, ...]:
    """News sitemaps first, then those changed last, then those named after this month."""
    dating = Dating(now)
    named = [(_link(entry), dating.moment(entry.get("lastmod"))) for entry in entries if "loc" in entry]
    usable = [
        (loc, changed)
        for loc, changed in ((urljoin(base, loc), changed) for loc, changed in named)
        if same_site(loc, base) and loc != base and (not changed or changed >= now - FRESH)
    ]
    month = re.compile(rf"{now.year}\D?{now.month:02}(?!\d)")
    usable.sort(key=lambda pair: (_NEWS.search(pair[0]) is not None, str(pair[1] or ""), bool(month.search(pair[0]))))
    return tuple(dict.fromkeys(loc for loc, _ in reversed(usable)))[:MOST_MORE]
