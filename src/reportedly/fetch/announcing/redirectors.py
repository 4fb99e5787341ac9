"""Redirectors: hosts that count a click and lead on to an address which theirs names in full.

Only hosts known for it are here: elsewhere a parameter with an address in it may be what tells an article.
"""

import re
from typing import Final
from urllib.parse import urlsplit

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


def is_redirector(link: str) -> bool:
    """Whether the address is one of a redirector."""
    parts = urlsplit(link)
    return _KNOWN.fullmatch(f"{parts.hostname or ''} {parts.path}") is not None
