"""Pages that hold nothing and lead on: an order to the browser, in a meta tag or a script, to load another page."""

import re
from urllib.parse import urldefrag, urljoin

from lxml.etree import _Element

MOST_SECONDS = 30  # a page that is shown for longer means to be read
LOOKED_AT = 20_000  # characters of a script

_REFRESH = re.compile(r"\s*([\d.]{1,6})\s*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_SCRIPT = re.compile(
    r"(?:^|[^\w.])(?:(?:window|document|self|top|parent)\s*\.\s*)?location\s*"
    r"(?:\.\s*(?:replace|assign)\s*\(|(?:\.\s*href)?\s*=(?!=))\s*[\"']([^\"'\s]{1,2000})[\"']"
)


def leads_to(tree: _Element, url: str) -> str | None:
    """The address a page without text leads on to; None where it leads nowhere but to itself."""
    for found in (*_refreshes(tree), *_scripts(tree)):
        try:
            target = urljoin(url, found.strip())
        except ValueError:
            continue
        if target.startswith(("http://", "https://")) and urldefrag(target)[0] != urldefrag(url)[0]:
            return target
    return None


def _refreshes(tree: _Element) -> list[str]:
    orders = [
        _REFRESH.match(tag.get("content") or "")
        for tag in tree.iter("meta")
        if (tag.get("http-equiv") or "").strip().lower() == "refresh"
    ]
    return [order[2] for order in orders if order and order[2].strip() and _soon(order[1])]


def _soon(seconds: str) -> bool:
    return seconds.strip(".").replace(".", "", 1).isdigit() and float(seconds.strip(".")) <= MOST_SECONDS


def _scripts(tree: _Element) -> list[str]:
    return [
        found.replace("\\/", "/")
        for script in tree.iter("script")
        for found in _SCRIPT.findall((script.text or "")[:LOOKED_AT])
    ]
