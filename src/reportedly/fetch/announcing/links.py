"""Addresses without what was hung onto them: marks that watch the reader, and the copies that AMP makes."""

import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

# Parameters that name a campaign or a click, never a page (after AdGuard's and Firefox's lists of tracking parameters).
_TRACKING = r"""utm_\w+ mtm_\w+ pk_\w+ itm_\w+ hsa_\w+ vero_\w+ oly_\w+ stm_\w+ _hsenc _hsmi __hstc __hssc __hsfp
fbclid gclid gclsrc dclid yclid twclid ttclid msclkid wbraid gbraid igshid li_fat_id mc_cid mc_eid mkt_tok s_cid
at_medium at_campaign at_custom\d at_link_\w+ at_bbc_\w+ at_format at_ptr_name
ns_campaign ns_mchannel ns_source ns_linkname ns_fee
cmpid ocid smid xtor echobox guccounter amp amp_js_v amp_gsa usqp __twitter_impression"""
_MARK = re.compile("|".join(_TRACKING.split()), re.IGNORECASE)
_AMP_END = re.compile(r"/amp/?$|\.amp(?=\.html?$|$)", re.IGNORECASE)
_CACHED = re.compile(r"^/(?:amp/|[cvi]/)(s/)?([^/]+\.[^/]+)(/.*)?$")
_CACHES = re.compile(r"(?:^|\.)(?:cdn\.ampproject\.org|google\.[a-z.]{2,6})$")
_ALIKE = re.compile(r"^(?:www\d?|m|amp|mobile|edition|news|en|english)\.")
_SUFFIX = re.compile(r"(?:co|com|org|net|gov|gob|ac|edu)\.[a-z]{2}")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def plain_link(url: str, base: str = "") -> str | None:
    """``url`` without fragment, tracking parameters and AMP's marks, otherwise as written; None if no web address.

    ``base`` is what a relative one is relative to. Order, spelling and encoding of all else are kept: a host may care.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
            return None
        parts = _uncached(parts)
        kept = [piece for piece in parts.query.split("&") if not _is_mark(piece)]
        scheme = parts.scheme.lower()
        return urlunsplit((scheme, _netloc(parts, scheme), _AMP_END.sub("", parts.path) or "/", "&".join(kept), ""))
    except ValueError:
        return None


def _is_mark(piece: str) -> bool:
    return piece.lower() == "outputtype=amp" or _MARK.fullmatch(piece.split("=", maxsplit=1)[0]) is not None


def _uncached(parts: SplitResult) -> SplitResult:
    """The publisher's address behind that of an AMP cache."""
    cached = _CACHED.match(parts.path) if _CACHES.search(parts.hostname or "") else None
    if not cached:
        return parts
    return SplitResult("https" if cached.group(1) else "http", cached.group(2), cached.group(3) or "/", parts.query, "")


def _netloc(parts: SplitResult, scheme: str) -> str:
    """Host and port as they are one and the same for all spellings: small letters, no usual port."""
    who, separator, _ = parts.netloc.rpartition("@")
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS[scheme] else ""
    return f"{who}{separator}{host}{port}"


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
