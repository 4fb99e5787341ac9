"""Pages that say of themselves that only subscribers see all of them."""

import re

from reportedly.records import Exchange

_NOT_FREE = re.compile(
    rb"""["']?isAccessibleForFree["']?\s*:\s*["']?false|itemprop=["']isAccessibleForFree["'][^>]{0,80}false""",
    re.IGNORECASE,
)
_TIER = re.compile(
    rb"""(?:property|name)=["']article:content_tier["'][^>]{0,40}content=["'](?:locked|metered)["']""", re.IGNORECASE
)
PARTIAL = 206
LOOKED_AT = 2_000_000


def paywalled(exchange: Exchange) -> str | None:
    """Why a fetched page holds only part of its article, in plain words; None where nothing says so."""
    if exchange.status == PARTIAL:
        return "the server sent only part of the page (206)"
    page = exchange.body[:LOOKED_AT]
    if b"isAccessibleForFree" in page and _NOT_FREE.search(page):
        return "the page says that it is not free to read: what came is what visitors see"
    if b"content_tier" in page and _TIER.search(page):
        return "the page says that it is for subscribers: what came is what visitors see"
    return None
