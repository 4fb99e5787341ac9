"""What an outlet must satisfy before the desk works with it."""

import re
from urllib.parse import urlsplit

from reportedly.errors import BadSetting
from reportedly.records import Outlet

ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?")
COUNTRY = re.compile(r"[A-Z]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def checked(outlet: Outlet, where: str) -> Outlet:
    """The same outlet; raises ``BadSetting`` beginning with ``where`` and saying which value cannot be used."""
    for problem in _problems(outlet):
        raise BadSetting(f"{where}: {problem}")
    return outlet


def _problems(outlet: Outlet) -> list[str]:
    found = []
    if not ID.fullmatch(outlet.id):
        found.append(f"{outlet.id!r} cannot be an outlet's id: small letters, digits, '.', '_' and '-' only")
    if not outlet.name.strip():
        found.append("name is empty")
    if not is_web_address(outlet.home):
        found.append(f"home = {outlet.home!r} is no web address (http:// or https://)")
    found += [f"feed {feed!r} is no web address (http:// or https://)" for feed in _bad(outlet.feeds)]
    if outlet.country is not None and not COUNTRY.fullmatch(outlet.country):
        found.append(f"country = {outlet.country!r} is no ISO 3166-1 code of two capital letters, such as 'PK'")
    found += [f"language {code!r} is no ISO 639 code, such as 'en'" for code in _odd(outlet.languages)]
    return found


def _bad(feeds: tuple[str, ...]) -> list[str]:
    return [feed for feed in feeds if not is_web_address(feed)]


def _odd(languages: tuple[str, ...]) -> list[str]:
    return [code for code in languages if not LANGUAGE.fullmatch(code)]


def is_web_address(url: str) -> bool:
    """Whether ``url`` is an absolute http or https address with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
