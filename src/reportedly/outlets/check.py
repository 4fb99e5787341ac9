"""What an outlet must satisfy before the desk works with it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from reportedly.errors import BadSetting
from reportedly.records import Outlet, Selector

ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?")
COUNTRY = re.compile(r"[A-Z]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def checked(outlet: Outlet, where: str) -> Outlet:
    """The same outlet; raises ``BadSetting`` beginning with ``where`` and saying which value cannot be used."""
    for problem in _problems(outlet):
        raise BadSetting(f"{where}: {problem}")
    return outlet


def _problems(outlet: Outlet) -> list[str]:
    problems = []
    if not ID.fullmatch(outlet.id):
        problems.append(f"{outlet.id!r} cannot be an outlet's id: small letters, digits, '.', '_' and '-' only")
    if not outlet.name.strip():
        problems.append("name is empty")
    if not is_web_address(outlet.home):
        problems.append(f"home = {outlet.home!r} is no web address (http:// or https://)")
    for kind, addresses in (("feed", outlet.feeds), ("sitemap", outlet.sitemaps), ("page", outlet.pages)):
        problems += [f"{kind} {url!r} is no web address (http:// or https://)" for url in _bad(addresses)]
    if outlet.country is not None and not COUNTRY.fullmatch(outlet.country):
        problems.append(f"country = {outlet.country!r} is no ISO 3166-1 code of two capital letters, such as 'PK'")
    problems += [f"language {code!r} is no ISO 639 code, such as 'en'" for code in _odd(outlet.languages)]
    if outlet.folder is not None and not outlet.folder.strip("/ "):
        problems.append(f"folder = {outlet.folder!r} names no folder: wanted words, such as 'World/Agencies'")
    return problems + list(_odd_selectors(outlet.selectors))


def _bad(addresses: tuple[str, ...]) -> list[str]:
    return [url for url in addresses if not is_web_address(url)]


def _odd_selectors(selectors: tuple[Selector, ...]) -> Iterator[str]:
    for before, after in pairwise(selectors):
        if after.since <= before.since:
            yield f"selectors: since = {after.since} stands after {before.since}: wanted the oldest first"
    for selector in selectors:
        if not selector.body and not selector.headline:
            yield f"the selectors since {selector.since} select nothing: wanted body or headline"
        for css in (selector.body, selector.headline):
            if css is not None and (not css.strip() or any(css.count(a) != css.count(b) for a, b in ("()", "[]"))):
                yield f"{css!r} (since {selector.since}) is no CSS selector, such as 'div.story > p'"


def _odd(languages: tuple[str, ...]) -> list[str]:
    return [code for code in languages if not LANGUAGE.fullmatch(code)]


def is_web_address(url: str) -> bool:
    """Whether ``url`` is an absolute http or https address with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
