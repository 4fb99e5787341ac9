"""The feeds that an HTML page names in its head."""

from html.parser import HTMLParser
from urllib.parse import urljoin

FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
}
LOOKED_AT = 500_000


def feeds_named(text: str, base: str) -> list[str]:
    """Addresses of ``<link rel=alternate>`` to feeds, in the page's order, each once."""
    links = _Links()
    links.feed(text[:LOOKED_AT])
    return list(dict.fromkeys(urljoin(base, link) for link in links.found if link))


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        kind = values.get("type", "").split(";")[0].strip().lower()
        if (
            tag == "link"
            and kind in FEED_TYPES
            and not (kind.endswith("/json") and "wp-json" in values.get("href", ""))
        ):
            self.found.append(values.get("href", "").strip())
