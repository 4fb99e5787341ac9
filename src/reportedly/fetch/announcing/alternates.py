"""The feeds that an HTML page names in its head."""

import html
import re
from urllib.parse import urljoin

FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
}
LOOKED_AT = 300_000
MOST = 100
_LINK = re.compile(r"<link\s([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z-]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def feeds_named(text: str, base: str) -> list[str]:
    """Addresses of ``<link rel=alternate>`` to feeds, in the page's order, each once."""
    urls: dict[str, None] = {}
    for link in _LINK.finditer(text[:LOOKED_AT]):
        values = {name.lower(): html.unescape(a or b or c).strip() for name, a, b, c in _ATTRIBUTE.findall(link[1])}
        kind, href = values.get("type", "").split(";")[0].strip().lower(), values.get("href", "")
        if kind in FEED_TYPES and href and not (kind.endswith("/json") and "wp-json" in href):
            urls[_joined(base, href)] = None
        if len(urls) >= MOST:
            break
    return [url for url in urls if url]


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""
