"""A page that links to articles, for outlets without a feed: which of its links look like articles.

A link counts by its own looks alone: it stays on the site, its address is that of a single page, not of a section, and
its words are a headline's. What is taken wrongly is found out when the page is extracted.
"""

import contextlib
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reportedly.fetch.announcing.announcement import Announcement, each_once, failed
from reportedly.fetch.announcing.links import plain_link, same_site
from reportedly.fetch.announcing.mending import joined
from reportedly.parsing import Told, parsing
from reportedly.records import Exchange, FeedItem, Outcome
from reportedly.text import squeezed

LARGEST = 1_500_000  # characters of a page that are looked at
MOST_LINKS = 200
FEWEST_LETTERS = 20  # of a headline; "Read more" and the names of sections have fewer
_SECTIONS = r"""tag tags topic topics category categories author authors writer writers search login register subscribe
about contact privacy terms rss feed feeds archive archives page advertis\w+ career careers newsletter newsletters
account shop epaper wp-\w+"""
_SECTION = re.compile(rf"/(?:{'|'.join(_SECTIONS.split())})(?:[/.-]|$)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|css|js|ico|apk)$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\d{5,}|/20\d\d/\d{1,2}/|/20\d\d-\d\d-\d\d|[?&](?:id|p|nid|aid|newsid|article)=\d+", re.IGNORECASE
)


def read(exchange: Exchange, text: str, outlet: str) -> Announcement | Outcome:
    """The articles that a page links to, in its order; an outcome where none of its links looks like one."""
    base = exchange.landed or exchange.url
    tree = parsed(text)
    if tree is None:
        return failed(exchange, "the page cannot be parsed as HTML")
    items = [
        FeedItem(url=url, outlet=outlet, title=words, seen_at=exchange.fetched_at)
        for url, words in _links(tree, base)
        if same_site(url, base) and is_article(url, words)
    ]
    if not items:
        return failed(exchange, "none of the page's links looks like an article's")
    return Announcement("page", each_once(items)[:MOST_LINKS], left_out=max(0, len(items) - MOST_LINKS))


def parsed(text: str) -> HtmlElement | None:
    """The page as a tree; None where there is nothing to parse."""
    page = joined(text[:LARGEST]).replace("\0", "").encode("utf-8", "replace")
    with contextlib.suppress(Told), parsing("the page"):
        return document_fromstring(page, parser=HTMLParser(encoding="utf-8", huge_tree=False, no_network=True))
    return None


def _links(tree: HtmlElement, base: str) -> Iterator[tuple[str, str]]:
    """Each address linked to with the longest words that link to it."""
    longest: dict[str, str] = {}
    for anchor in tree.iter("a"):
        url = plain_link(anchor.get("href") or "", base) if anchor.get("href") else None
        if url:
            words = squeezed("".join(anchor.itertext())) or squeezed(anchor.get("title") or "")
            longest[url] = max(longest.get(url, ""), words, key=len)
    yield from longest.items()


def is_article(url: str, words: str) -> bool:
    """Whether a link with these words looks like one to an article."""
    parts = urlsplit(url)
    if _FILE.search(parts.path) or _SECTION.search(parts.path) or len(words) < FEWEST_LETTERS or " " not in words:
        return False
    last = parts.path.rstrip("/").rpartition("/")[2]
    slug = len(re.findall(r"[-_]", last)) >= 3 or last.count("%") >= 10  # noqa: PLR2004  # words in an address
    return slug or bool(_NUMBERED.search(f"{parts.path}?{parts.query}"))
