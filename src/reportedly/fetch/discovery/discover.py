"""From the address of an outlet to all that is needed to watch it.

Feeds are looked for where the page names them, among its links, and at the usual places; sitemaps in robots.txt and at
theirs. Each is asked for and read before it is believed. Where there is none, the links of the page itself remain.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from reportedly.fetch.announcing.alternates import feeds_named
from reportedly.fetch.announcing.announced import announced
from reportedly.fetch.announcing.announcement import Announcement
from reportedly.fetch.announcing.charset import text_of
from reportedly.fetch.announcing.linkpage import parsed
from reportedly.fetch.announcing.links import plain_link, same_site
from reportedly.fetch.discovery import masthead
from reportedly.fetch.http.fetcher import Fetcher
from reportedly.fetch.http.request import Request
from reportedly.records import Exchange, Outcome, Record
from reportedly.text import squeezed

MOST_FEEDS = 5
MOST_TRIED = 10  # of a kind: a page may link to a hundred feeds
FEED_PLACES = ("/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feeds", "/index.xml", "/feed.json")
SITEMAP_PLACES = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml", "/sitemap.xml")
_FEED_LIKE = re.compile(r"(?:^|[/.?=&_-])(?:rss\d?|feeds?|atom|rdf)(?:[/.?=&_-]|$)|\.(?:rss|rdf|atom)$", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?(?:/|$|-rss|\.)|^comments on\b", re.IGNORECASE)


class Discovery(Record, frozen=True):
    """What was found out about an outlet; None and empty is what was not. ``notes`` say in words what was done.

    ``titles`` are headlines that it announces, from which its language can be told.
    """

    home: str
    name: str | None
    language: str | None
    country: str | None
    feeds: tuple[str, ...]
    sitemaps: tuple[str, ...]
    pages: tuple[str, ...]
    titles: tuple[str, ...]
    notes: tuple[str, ...]


def discover(fetcher: Fetcher, url: str) -> Discovery | Outcome:
    """What there is to watch at ``url``, which may be an outlet's home page, a section, or a feed.

    An outcome where the address cannot be had, or announces nothing in any way.
    """
    answer = fetcher.get(Request(url))
    if isinstance(answer, Outcome):
        return answer
    search = _Search(fetcher, answer)
    return search.discovery()


class _Search:
    """One search: what was asked for, and what was found so far."""

    def __init__(self, fetcher: Fetcher, answer: Exchange) -> None:
        self._fetcher = fetcher
        self._feeds: dict[str, Announcement] = {}
        self._tried: dict[str, Exchange | Outcome] = {answer.url: answer}
        self._notes: list[str] = []
        given = announced(answer, "")
        if isinstance(given, Announcement) and given.kind == "feed":
            self._feeds[answer.url] = given
            answer = self._home_of(given, answer)
        self._page = answer
        self._base = answer.landed or answer.url
        self._text = text_of(answer.body, answer.header("content-type") or "")
        self._tree = parsed(self._text)

    def _home_of(self, feed: Announcement, answer: Exchange) -> Exchange:
        """The page that a feed belongs to; the feed itself where that cannot be had."""
        home = feed.home or urljoin(answer.landed or answer.url, "/")
        page = self._get(home)
        if isinstance(page, Exchange):
            return page
        self._notes.append(f"its home page {home} could not be had: {page.message}")
        return answer

    def discovery(self) -> Discovery | Outcome:
        """What there is, looked for in the order in which outlets mean it to be found."""
        self._look_for_feeds()
        sitemaps = self._sitemaps()
        pages = () if self._feeds or sitemaps else self._link_page()
        if not (self._feeds or sitemaps or pages):
            message = "no feed, no news sitemap and no links to articles were found there; name a feed with --feed"
            return Outcome(self._page.url, self._page.fetched_at, "failed", message)
        feeds = tuple(self._feeds)
        titles = (item.title for feed in self._feeds.values() for item in feed.items if item.title)
        first = next(iter(self._feeds.values()), None)
        tree = self._tree
        return Discovery(
            home=self._base if tree is not None else urljoin(self._base, "/"),
            name=self._name(first),
            language=(masthead.language(tree) if tree is not None else None)
            or masthead.plain_language(first.language if first else None),
            country=masthead.country(tree, self._base),
            feeds=feeds,
            sitemaps=sitemaps,
            pages=pages,
            titles=tuple(titles)[:50],
            notes=tuple(self._notes),
        )

    def _name(self, first: Announcement | None) -> str | None:
        own = masthead.name(self._tree, self._base) if self._tree is not None else None
        return own or (masthead.title_name(first.title, self._base) if first and first.title else None)

    def _get(self, url: str) -> Exchange | Outcome:
        if url not in self._tried:
            self._tried[url] = self._fetcher.get(Request(url))
        return self._tried[url]

    # -- feeds --------------------------------------------------------------------------------------------------------

    def _look_for_feeds(self) -> None:
        named = [url for url in feeds_named(self._text, self._base) if not _COMMENTS.search(url)]
        self._try_feeds(named, tell=True)
        if not self._feeds and self._tree is not None:
            self._try_feeds(_feed_links(self._tree, self._base))
        if not self._feeds:
            self._try_feeds((urljoin(self._base, place) for place in FEED_PLACES), enough=1)
            if self._feeds:
                self._notes.append("the page names no feed; this one was found at a usual place")

    def _try_feeds(
        self, urls: Iterable[str], *, tell: bool = False, deeper: bool = True, enough: int = MOST_FEEDS
    ) -> None:
        for url in list(dict.fromkeys(urls))[:MOST_TRIED]:
            if len(self._feeds) >= enough:
                return
            answer = self._get(url)
            got = announced(answer, "") if isinstance(answer, Exchange) else answer
            if isinstance(got, Announcement) and got.kind == "feed":
                self._take(url, got)
            elif deeper and isinstance(answer, Exchange) and url != self._page.url:
                self._try_feeds(_feeds_on(answer), deeper=False)
            elif tell and isinstance(got, Outcome):
                self._notes.append(f"{url}, which the page names as a feed, is of no use: {got.message}")

    def _take(self, url: str, feed: Announcement) -> None:
        """Keep a feed that has anything new over those kept; not one of comments."""
        known = {item.url for kept in self._feeds.values() for item in kept.items}
        if _COMMENTS.search(feed.title or "") or (feed.items and all(item.url in known for item in feed.items)):
            return
        if feed.items or not self._feeds:
            self._feeds[url] = feed

    # -- sitemaps and links -------------------------------------------------------------------------------------------

    def _sitemaps(self) -> tuple[str, ...]:
        """News sitemaps; a plain one only where there is no feed."""
        named = [url for url in self._fetcher.sitemaps(self._base) if same_site(url, self._base)]
        named.sort(key=lambda url: "news" not in url.lower())
        places = [
            urljoin(self._base, place) for place in SITEMAP_PLACES[: len(SITEMAP_PLACES) if not self._feeds else 2]
        ]
        plain: list[str] = []
        for url in list(dict.fromkeys([*named, *places]))[:MOST_TRIED]:
            answer = self._get(url)
            got = announced(answer, "") if isinstance(answer, Exchange) else answer
            if not isinstance(got, Announcement) or got.kind not in {"sitemap", "index"}:
                continue
            if any(item.published for item in got.items) or (got.more and "news" in got.more[0].lower()):
                return (url,)
            if got.items or got.more:
                plain.append(url)
        if self._feeds or not plain:
            return ()
        self._notes.append("no feed and no news sitemap was found; the fresh pages of its sitemap are watched")
        return (plain[0],)

    def _link_page(self) -> tuple[str, ...]:
        if not isinstance(announced(self._page, "", page=True), Announcement):
            return ()
        self._notes.append("no feed and no sitemap was found; the links of the page itself are watched")
        return (self._base,)


def _feeds_on(answer: Exchange) -> Iterator[str]:
    """Feeds that a page about feeds links to."""
    text = text_of(answer.body, answer.header("content-type") or "")
    tree = parsed(text)
    base = answer.landed or answer.url
    yield from feeds_named(text, base)
    if tree is not None:
        yield from _feed_links(tree, base)


def _feed_links(tree: HtmlElement, base: str) -> Iterator[str]:
    """Links whose address or words are those of a feed."""
    for anchor in tree.iter("a"):
        href = anchor.get("href") or ""
        url = plain_link(href, base) if href else None
        if not url or _COMMENTS.search(url):
            continue
        parts = urlsplit(url)
        words = squeezed("".join(anchor.itertext())).lower()
        if _FEED_LIKE.search(f"{parts.path}?{parts.query}") or words in {
            "rss",
            "rss feed",
            "rss feeds",
            "feed",
            "feeds",
        }:
            yield url
