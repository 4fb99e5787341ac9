"""Redirectors: hosts that count a click and lead on to an address which theirs holds in full.

Only hosts known for it are here: elsewhere a parameter with an address in it may be what tells an article.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

NAMES: Final = ("url", "u", "q", "target", "to", "uddg", "dest", "destination", "redirect", "link", "goto", "z")
"""Parameters that hold the target, the likeliest first."""

_COUNTRY = r"(?:com|[a-z]{2}|com?\.[a-z]{2})"
_REDIRECTORS: Final[tuple[tuple[str, str], ...]] = (
    # the host, and what its redirector's path is
    (rf"(?:www\.|news\.|news\.url\.)?google\.{_COUNTRY}", r"/(?:news/)?(?:url|alerts/.*|interstitial)"),
    (rf"(?:www\.|cn\.)?bing\.{_COUNTRY}", r"/(?:news/)?apiclick\.aspx"),
    (r"(?:l|lm)\.(?:facebook|instagram|messenger|threads)\.(?:com|net)", r"/(?:l\.php)?"),
    (r"(?:www\.)?(?:facebook|instagram)\.com", r"/(?:l\.php|flx/warn/?)"),
    (r"(?:www\.|m\.)?youtube\.com", r"/redirect"),
    (r"(?:www\.)?linkedin\.com", r"/(?:redir/redirect|safety/go|redir/general-malware-page)"),
    (r"(?:www\.)?(?:duckduckgo\.com)", r"/l/?"),
    (r"(?:www\.)?(?:vk\.com|vk\.ru|away\.vk\.com)", r"/away(?:\.php)?"),
    (r"out\.reddit\.com", r"/.*"),
    (r"t\.umblr\.com", r"/redirect"),
    (r"(?:www\.)?disq\.us", r"/url"),
    (r"(?:www\.)?exit\.sc", r"/?"),
    (r"slack-redir\.net", r"/link"),
    (r"(?:www\.)?medium\.com", r"/r/?"),
    (r"(?:www\.)?getpocket\.com", r"/redirect"),
    (r"steamcommunity\.com", r"/linkfilter/?"),
    (r"(?:[a-z0-9]+\.)?safelinks\.protection\.outlook\.com", r"/.*"),
    (r"(?:go\.)?(?:skimresources\.com|redirectingat\.com)", r"/.*"),
    (r"(?:www\.)?(?:awin1\.com)", r"/cread\.php"),
    (r"(?:www\.)?(?:newsbreak|newsnow)\.(?:com|co\.uk)", r"/(?:redirect|out)"),
)
_KNOWN: Final = re.compile("|".join(f"{host} {path}" for host, path in _REDIRECTORS), re.IGNORECASE)
_IN_PATH: Final = re.compile(
    r"(?:[\w-]{1,60}\.)?(?:rd\.yahoo\.com/.*?\*|r\.search\.yahoo\.com/.*?/RU=|(?:href\.li|anonym\.to|nullrefer\.com)/\?)"
    r"(https?(?::|%3a).*?)(?:/RK=.*)?$",
    re.IGNORECASE,
)
_NEWS_ID: Final = re.compile(r"/(?:rss/)?(?:articles|read)/(CBM[\w-]{20,2000})")
_ADDRESS: Final = re.compile(rb"https?://[!-~]{4,}")


def target(link: str) -> str | None:
    """The web address to which a redirector's leads, where that holds it in full; None for all other addresses."""
    parts = urlsplit(link)
    host = (parts.hostname or "").lower()
    if host == "news.google.com" and (named := _NEWS_ID.match(parts.path)):
        return _told_by(named[1])
    if _KNOWN.fullmatch(f"{host} {parts.path}"):
        return next((value for value in _named(parts) if _is_address(value)), None)
    behind = _IN_PATH.match(f"{host}{link.partition(parts.netloc)[2]}")
    return _unquoted(behind[1]) if behind else None


def _named(parts: SplitResult) -> Iterator[str]:
    pieces = [piece.partition("=") for piece in parts.query.split("&")]
    for name in NAMES:
        yield from (_unquoted(value) for given, _, value in pieces if given.lower() == name)


def _told_by(name: str) -> str | None:
    """The address that a name of Google News held until 2024, in base64; of newer ones only Google can tell it."""
    try:
        held = _ADDRESS.search(base64.urlsafe_b64decode(name + "=" * (-len(name) % 4)))
    except (binascii.Error, ValueError):
        return None
    return held[0].decode() if held else None


def _unquoted(value: str) -> str:
    once = unquote(value).strip()
    return unquote(once) if once.lower().startswith(("http%3a", "https%3a")) else once


def _is_address(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))
