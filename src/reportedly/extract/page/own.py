"""Which of the articles in a page's JSON-LD is the page's own: pages list others, now and then first."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

from reportedly import address as addresses
from reportedly.extract.page.headline import key, share, unmarked
from reportedly.extract.page.structured import Facts

LONG = 20  # letters of a headline that may go on, or be cut, in another place

_ADDRESSES = ("url", "@id", "mainEntityOfPage")


def of_the_page(facts: Facts, url: str) -> Facts:
    """The facts with those entries alone that are of the page at ``url``, by its address or headline.

    Entries that say nothing of which article they are stay too, behind them. Where none names the page, all stay but
    those of another address under a headline that has no word of the page's.
    """
    pages = {_plain(address, url) for address in (url, facts.canonical, *facts.meta.get("og:url", ())) if address}
    titles = {key(words) for words in (*facts.headings, facts.title, *facts.meta.get("og:title", ())) if words}
    own = [entry for entry in facts.entries if pages & set(_addresses(entry, url)) or _headed(entry, titles)]
    unnamed = [entry for entry in facts.entries if not entry.get("headline") and not set(_addresses(entry, url))]
    if own:
        return replace(facts, entries=(*own, *(entry for entry in unnamed if entry not in own)))
    return replace(facts, entries=tuple(entry for entry in facts.entries if not _is_foreign(entry, titles, url)))


def _addresses(entry: dict[str, Any], base: str) -> Iterator[str]:
    for name in _ADDRESSES:
        given = entry.get(name)
        for address in (given.get("@id"), given.get("url")) if isinstance(given, dict) else (given,):
            if isinstance(address, str) and address.strip():
                yield _plain(address, base)


def _is_foreign(entry: dict[str, Any], titles: set[str], url: str) -> bool:
    """Whether an entry that does not name the page names another one, as far as anybody can tell."""
    headline = _headline(entry)
    return bool(headline and titles and any(_addresses(entry, url))) and not any(share(headline, one) for one in titles)


def _headline(entry: dict[str, Any]) -> str:
    return unmarked(str(entry.get("headline") or ""))


def _plain(address: str, base: str) -> str:
    """An address for comparison: no scheme, no ``www.``, no fragment, no marks of campaigns, no stroke at its end."""
    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(addresses.plain(whole) or whole)
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return f"{re.sub(r'^www[.]', '', parts.netloc.casefold())}{parts.path.rstrip('/')}{query}"


def _headed(entry: dict[str, Any], titles: set[str]) -> bool:
    """Whether the entry's headline is one of the page's, whole or, where it is long, cut or with the site's name."""
    headline = key(_headline(entry))
    longer = (headline.startswith(title) or title.startswith(headline) for title in titles if len(title) >= LONG)
    return headline in titles if len(headline) < LONG else any(longer)
