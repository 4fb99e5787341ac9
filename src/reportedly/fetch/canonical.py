"""Which address a page is filed under: one article is one URL, however it was found.

A page's word on its own address is believed only where it cannot do harm: on the same site, and either for the same
path or from an AMP copy. A site that names its front page, or drops the number that tells
articles apart, is not followed.
"""

import re
from urllib.parse import urlsplit

from reportedly.fetch.announcing.links import plain_link, same_site
from reportedly.records import Exchange

LOOKED_AT = 200_000
_LINK = re.compile(r"<link\b[^>]{0,1000}>", re.IGNORECASE)
_REL = re.compile(r"""\brel\s*=\s*["']?\s*canonical\b""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_AMP = re.compile(r"<html\b[^>]{0,500}\s(?:amp|⚡|amp4email)(?=[\s>=])", re.IGNORECASE)
_TELLING = re.compile(r"\d{4,}|(?:[^-_/]+[-_]){2}")


def canonical(exchange: Exchange) -> str:
    """The address to file a fetched page under: its own where it can be trusted, else the one that was asked for."""
    landed = exchange.landed or exchange.url
    text = exchange.body[:LOOKED_AT].decode("utf-8", "replace")  # addresses are ASCII in nearly every charset
    stated = _own_address(text, landed)
    if stated is None or not same_site(stated, landed):
        return exchange.url
    is_amp = _AMP.search(text[:5_000]) is not None and _path(stated) != "/"
    for known in (exchange.url, landed):
        if is_amp or _is_same_page(stated, known):
            return stated
    return exchange.url


def _own_address(text: str, base: str) -> str | None:
    for link in _LINK.finditer(text):
        if _REL.search(link[0]):
            href = _HREF.search(link[0])
            words = next((value for value in href.groups() if value), "") if href else ""
            return plain_link(words.replace("&amp;", "&"), base) if words else None
    return None


def _is_same_page(stated: str, known: str) -> bool:
    """Whether both name one path; an address may lose its parameters only where the path alone tells the article."""
    if _path(stated) != _path(known):
        return False
    ours, theirs = urlsplit(known).query, urlsplit(stated).query
    return ours == theirs or (not theirs and _TELLING.search(_path(stated)) is not None)


def _path(url: str) -> str:
    return urlsplit(plain_link(url) or url).path.rstrip("/") or "/"
