"""Links as feeds and pages give them, to the addresses of the articles they lead to."""

import re
from urllib.parse import urljoin, urlsplit

from reportedly import address
from reportedly.fetch.announcing import redirectors

_ALIKE = re.compile(r"^(?:www\d?|m|amp|mobile|edition|news|en|english)\.")
_SUFFIX = re.compile(r"(?:co|com|org|net|gov|gob|ac|edu)\.[a-z]{2}")
_TWICE = re.compile(r"^https?:/{0,2}(?=https?:/)", re.IGNORECASE)
_SCHEME = re.compile(r"^(https?)(?::?//?|:)(?=[^/:])", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,9}[a-z0-9-]{2,63}(?=[/?#]|$)", re.IGNORECASE)
DEEPEST = 3  # redirectors that lead to redirectors


def plain_link(url: str, base: str = "") -> str | None:
    """The address of the page that a link leads to, as ``address.plain`` spells it; None if it is no web address.

    ``base`` is what a relative one is relative to. A redirector that names its target is passed by.
    """
    try:
        link = _straight(url.strip(), base)
        link = urljoin(base, link) if base else link
        for _ in range(DEEPEST):
            if not (target := redirectors.target(link)):
                break
            link = target
    except ValueError:
        return None
    return address.plain(link)


def _straight(url: str, base: str) -> str:
    """The link as its writer meant it: with one scheme, strokes that lean forward, and a host that is told as one.

    A host without a scheme is one where it is that of ``base``, or begins with ``www.``; else it may be a file's name.
    """
    url = _TWICE.sub("", url)
    if url[:4].lower() == "http" and "\\" in url:
        url = url.replace("\\", "/")
    url = _SCHEME.sub(r"\1://", url)
    bare, parts = _BARE.match(url), urlsplit(base)
    host = bare[0].lower() if bare else ""
    is_told = host.startswith("www.") and host.count(".") > 1
    return f"{parts.scheme}://{url}" if parts.scheme and host and (is_told or host == parts.hostname) else url


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
