"""Links as feeds and pages give them, to the addresses of the articles they lead to."""

import re
from urllib.parse import urljoin, urlsplit

from reportedly import address
from reportedly.fetch.announcing import redirectors

_ALIKE = re.compile(r"^(?:www\d?|m|amp|mobile|edition|news|en|english)\.")
_SUFFIX = re.compile(r"(?:co|com|org|net|gov|gob|ac|edu)\.[a-z]{2}")
DEEPEST = 3  # redirectors that lead to redirectors


def plain_link(url: str, base: str = "") -> str | None:
    """The address of the page that a link leads to, as ``address.plain`` spells it; None if it is no web address.

    ``base`` is what a relative one is relative to. A redirector that names its target is passed by.
    """
    try:
        link = urljoin(base, url.strip()) if base else url
        for _ in range(DEEPEST):
            if not (target := redirectors.target(link)):
                break
            link = target
    except ValueError:
        return None
    return address.plain(link)


def same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one publisher's site: the same host but for ``www.`` and the like, or one below."""
    try:
        first, second = site(url), site(other)
    except ValueError:
        return False
    return bool(first and second) and (first == second or first.endswith(f".{second}") or second.endswith(f".{first}"))


def site(url: str) -> str:
    """The host of an address without ``www.``, ``m.``, ``amp.`` and the like."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    bare = _ALIKE.sub("", host)
    return bare if "." in bare and not _SUFFIX.fullmatch(bare) else host
