"""Addresses without what was hung onto them to watch the reader."""

import re
from urllib.parse import urlsplit, urlunsplit

# Parameters that name a campaign or a click, never a page (after AdGuard's and Firefox's lists of tracking parameters).
_TRACKING = re.compile(
    r"(?:utm|mtm|pk|itm|hsa|vero|oly|stm)_\w+|_hsenc|_hsmi|__hs(?:tc|sc|fp)"
    r"|fbclid|gclid|gclsrc|dclid|yclid|twclid|ttclid|msclkid|wbraid|gbraid|igshid|li_fat_id|mc_[ce]id|mkt_tok|s_cid"
    r"|at_(?:medium|campaign|custom\d|link_\w+|bbc_\w+|format|ptr_name)|ns_(?:campaign|mchannel|source|linkname|fee)"
    r"|cmpid|ocid|smid|xtor|echobox|guccounter",
    re.IGNORECASE,
)


def plain_link(url: str) -> str | None:
    """``url`` without fragment and tracking parameters, otherwise as it was written; None if it is no web address.

    Order, spelling and encoding of all else are kept: a host may care about them.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    kept = [piece for piece in parts.query.split("&") if not _TRACKING.fullmatch(piece.split("=")[0])]
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, "&".join(kept), ""))
