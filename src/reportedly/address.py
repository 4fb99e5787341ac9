"""Addresses of pages: one page has one address, however it is spelled and whatever was hung onto it.

``plain`` gives the address under which a page is filed; it names the very page it was made of. ``same_page`` is more
generous, for finding what a person asks for: a browser's address may differ in what hardly ever tells two pages apart.
"""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

# Parameters that name a campaign or a click, never a page (after AdGuard's and Firefox's lists of tracking parameters).
# A family is given by its prefix only where no site is known to keep articles under a name of it.
_TRACKING = r"""utm_\w+ hsa_\w+ _hsenc _hsmi __hstc __hssc __hsfp
(?:mtm|pk)_(?:campaign|keyword|kwd|source|medium|content|cid|group|placement) vero_(?:id|conv) oly_(?:enc|anon)_id
(?:itm|stm)_(?:campaign|source|medium|content|term|channel|audience)
fbclid gclid gclsrc dclid gad_source yclid ysclid twclid ttclid msclkid wbraid gbraid igshid igsh srsltid li_fat_id
mc_cid mc_eid mkt_tok s_cid wt_mc _openstat _branch_match_id _ga _gl
at_medium at_campaign at_custom\d at_link_\w+ at_bbc_\w+ at_format at_ptr_name
ns_campaign ns_mchannel ns_source ns_linkname ns_fee
cmpid ocid smid xtor echobox guccounter amp amp_js_v amp_gsa usqp __twitter_impression"""
_MARK = re.compile("|".join(_TRACKING.split()), re.IGNORECASE)
_AMP_END = re.compile(r"/amp/?$|\.amp(?=\.html?$|$)", re.IGNORECASE)
_CACHED = re.compile(r"^/(?:amp/|[cvi]/)(s/)?([^/]+\.[^/]+)(/.*)?$")
_CACHES = re.compile(r"(?:^|\.)(?:cdn\.ampproject\.org|google\.[a-z.]{2,6})$")
_HALVES = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DOTS = re.compile(r"/\.{1,2}(?:/|$)")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_AS_IT_IS = "!$&'()*+,/:;=@[]?%~"  # signs that mean something in an address, or nothing in any spelling of it
_NO_SCHEME = re.compile(r"(?:[\w-]{1,63}\.){1,9}[^\W\d][\w-]{1,62}(?::\d{1,5})?/")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def plain(url: str) -> str | None:
    """``url`` in its one spelling, without fragment, tracking parameters and AMP's marks; None if no web address.

    Letters beyond ASCII and spaces are percent-encoded in UTF-8, escapes are in capitals and only where they are
    needed, the host is in small letters (IDNA), the usual port is left out (RFC 3986, section 6.2). The order of
    parameters and all else is kept: a host may care.
    """
    try:
        parts = urlsplit(_HALVES.sub("\ufffd", url.strip()))
        if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
            return None
        parts = _uncached(parts)
        kept = [piece for piece in parts.query.split("&") if not _is_mark(piece)]
        scheme, path = parts.scheme.lower(), _straight(_spelled(_AMP_END.sub("", parts.path) or "/"))
        return urlunsplit((scheme, _netloc(parts, scheme), path, _spelled("&".join(kept)), ""))
    except ValueError:
        return None


def same_page(url: str, other: str) -> bool:
    """Whether both are addresses of one page as far as anybody can tell who does not ask for it.

    The scheme, ``www.``, a slash at the end, and all that ``plain`` leaves out may differ.
    """
    first = key(url)
    return first is not None and first == key(other)


def asked(words: str) -> str:
    """What a person copied as an address, as one: without marks around it, and with the scheme that browsers hide."""
    bare = words.strip().strip("<>\"'").removeprefix("view-source:")
    return f"https://{bare}" if _NO_SCHEME.match(bare) else bare


def key(url: str) -> str | None:
    """What all addresses of one page have in common, and no other's; None where ``url`` is no web address."""
    written = plain(url)
    if not written:
        return None
    parts = urlsplit(written)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _spelled(part: str) -> str:
    """A path or query in its one spelling."""
    escaped = quote(_BARE_PERCENT.sub("%25", part), safe=_AS_IT_IS)
    return _ESCAPE.sub(_escape, escaped)


def _straight(path: str) -> str:
    """A path without ``.`` and ``..``."""
    return urljoin("http://h", path).removeprefix("http://h") if _DOTS.search(path) and path[:2] != "//" else path


def _escape(escape: re.Match[str]) -> str:
    sign = chr(int(escape[1], 16))
    return sign if _UNRESERVED.match(sign) else escape[0].upper()


def _is_mark(piece: str) -> bool:
    return piece.lower() == "outputtype=amp" or _MARK.fullmatch(piece.split("=", maxsplit=1)[0]) is not None


def _uncached(parts: SplitResult) -> SplitResult:
    """The publisher's address behind that of an AMP cache."""
    cached = _CACHED.match(parts.path) if _CACHES.search(parts.hostname or "") else None
    if not cached:
        return parts
    return SplitResult("https" if cached.group(1) else "http", cached.group(2), cached.group(3) or "/", parts.query, "")


def _netloc(parts: SplitResult, scheme: str) -> str:
    """Host and port as they are one and the same for all spellings: small letters, IDNA, no usual port."""
    who, separator, _ = parts.netloc.rpartition("@")
    host = ascii_host((parts.hostname or "").rstrip("."))
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != _DEFAULT_PORTS[scheme] else ""
    return f"{who}{separator}{host}{port}"


def ascii_host(host: str) -> str:
    """A host as it goes over the wire (``xn--``); one that is no name in any language stays as written."""
    if host.isascii():
        return host.lower()
    import idna  # noqa: PLC0415  # 20 ms, and hardly any host needs it

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host
