"""RSS 0.9 to 2.0, RDF and Atom: which articles a feed announces, and when it says they came out.

A feed with a broken entry still gives its others; what is no feed at all gives an outcome that says what came instead.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from reportedly.fetch.announcing import alternates, limits
from reportedly.fetch.announcing.announcement import Announcement, each_once, failed, home_of, notes
from reportedly.fetch.announcing.dating import Dating
from reportedly.fetch.announcing.links import plain_link
from reportedly.fetch.announcing.mending import mended
from reportedly.fetch.announcing.titles import plain_title
from reportedly.parsing import Told, parsing
from reportedly.records import Exchange, FeedItem, Outcome

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|rdf|feed|channel)\b", re.IGNORECASE)
_XML = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
_OTHER = re.compile(
    rf"</?(?:[\w.-]{{1,60}}:)?(?!(?:{'|'.join(limits.READ.split())})[\s/>])[\w.-]{{1,60}}(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_HYPERTEXT = ("text/html", "application/xhtml+xml")
_DUBLIN_CORE = "dublincoredate"
_DUBLIN = re.compile(r"xmlns:([\w.-]{1,40})\s*=\s*[\"']https?://purl\.org/dc/(?:elements/1\.[01]|terms)/[\"']")


def is_page(text: str) -> bool:
    """Whether this is an HTML page."""
    return _PAGE.search(text[:5_000]) is not None


def read(exchange: Exchange, text: str, outlet: str) -> Announcement | Outcome:
    """The articles of a feed, in its order."""
    base = exchange.landed or exchange.url
    if is_page(text) and not _ROOT.search(text[:5_000]):
        return failed(exchange, _no_feed(exchange, text, base))
    taken = limits.within(text)
    if isinstance(taken, str):
        return failed(exchange, taken)
    parsed = _parsed(_apart(mended(_XML.sub("", taken.text.lstrip("\ufeff"), count=1).lstrip())))
    if not parsed.get("version") and not parsed.entries:
        return failed(exchange, _no_feed(exchange, text, base))
    about, dating = parsed.feed, Dating(exchange.fetched_at)
    home = home_of(str(about.get("link") or ""), exchange)
    items = list(_items(parsed, home or base, outlet, dating))
    return Announcement(
        "feed",
        each_once(items),
        title=plain_title(about.get("title")),
        home=home,
        language=str(about.get("language") or "").strip() or None,
        note=notes(taken.note, _unaddressed(len(parsed.entries) - len(items)), dating.note),
    )


def _unaddressed(many: int) -> str | None:
    """What must be said of entries that are of no use, since nobody knows where their pages are."""
    return f"{many:,} {'item' if many == 1 else 'items'} without a web address passed over" if many else None


def _apart(text: str) -> str:
    """The feed with Dublin Core's date under a name of its own: feedparser takes it for that of the last change."""
    prefixes = "|".join(map(re.escape, {"dc", "dcterms", *_DUBLIN.findall(text)}))
    return re.sub(rf"<(/?)(?:(?:{prefixes}):)?date(?:\s[^<>]*)?>", rf"<\1{_DUBLIN_CORE}>", text, flags=re.IGNORECASE)


def _parsed(text: str) -> Any:
    """What feedparser makes of the feed; where it stumbles on what is not read anyway, of the feed without that."""
    try:
        return _by_feedparser(text)
    except Told:
        return _by_feedparser(_OTHER.sub(" ", text))


def _by_feedparser(text: str) -> Any:
    with parsing("the feed"):
        # Without its address, so that relative links stay what they are: they belong to the home page it names.
        return feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )


def _items(parsed: Any, base: str, outlet: str, dating: Dating) -> Iterator[FeedItem]:
    is_atom = str(parsed.get("version")).startswith("atom")
    for entry in parsed.entries:
        url = _url(entry, base)
        if url:
            literal = is_atom and (entry.get("title_detail") or {}).get("type") == "text/plain"
            title = plain_title(entry.get("title"), literal=literal)
            # dict.get passes by feedparser's fallback from one date to another.
            published, updated = (dating.moment(dict.get(entry, key)) for key in ("published", "updated"))
            published = published or dating.moment(dict.get(entry, _DUBLIN_CORE))
            yield FeedItem(url, outlet, title, published, updated, dating.seen)


def _url(entry: Any, base: str) -> str | None:
    """The address of the entry's own page; one that leads only to the home page gives way to any other."""
    urls = [url for link in _links(entry) if (url := plain_link(link, base))]
    return next((url for url in urls if url != plain_link(base)), next(iter(urls), None))


def _links(entry: Any) -> Iterator[str]:
    """The entry's own page, as the outlet wrote it before a feed service counted it; else an id that is an address.

    An address that stands within a link to something else (an enclosure) comes last: feedparser takes it for the link.
    """
    yield from (str(entry[name]).strip() for name in entry if name.endswith("_origlink") and entry[name])
    pages = [link for link in entry.get("links") or () if _is_alternate(str(link.get("rel") or ""))]
    pages.sort(key=lambda link: str(link.get("type") or "text/html") not in _HYPERTEXT)
    yield from filter(None, (str(link.get("href") or "").strip() for link in pages))
    if not pages and entry.get("link"):
        yield str(entry.get("link")).strip()
    name = str(entry.get("id") or "").strip()
    if _is_address(name):
        yield name


def _is_alternate(rel: str) -> bool:
    """Whether a link is to the page itself, by the short name of that or its long one."""
    return rel.rpartition("/")[2].lower() == "alternate"


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


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
