"""Whose page it is, by the home pages of the outlets that are known.

A host is not always an outlet: where a home page lies below its host, only pages below it are that outlet's. So of two
outlets at one host neither gets the other's pages, and a page at a host that many share is nobody's.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urlsplit

# "/", "/en", "/en-gb/", "/index.php": what front pages of a whole host are called
_FRONT = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:home|index|default|main)(?:\.\w{2,5})?)?/?", re.IGNORECASE
)


def outlet_at(url: str, homes: Iterable[tuple[str, str]]) -> str | None:
    """The id of the outlet whose home page is on the page's host and above it, the nearest; None where none is.

    ``homes`` are pairs of id and home page.
    """
    hosts, path = spellings(url), _path(url)
    best, depth = None, -1
    for outlet, home in homes:
        above = _path(home)
        if not hosts & spellings(home):
            continue
        below = path == above or path.startswith(f"{above}/")
        if (below or _FRONT.fullmatch(above)) and (len(above) if below else 0) > depth:
            best, depth = outlet, len(above) if below else 0
    return best


def spellings(url: str) -> frozenset[str]:
    """The host of an address without ``www.``, as it is written and, in other alphabets, as it may be written too."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return frozenset()
    known = {host}
    with suppress(UnicodeError):
        known |= {host.encode("idna").decode(), host.encode().decode("idna")}
    return frozenset(known - {""})


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""
