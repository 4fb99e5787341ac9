"""What a front page says of its outlet: name, language, country. What it does not say stays unknown."""

import contextlib
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reportedly.fetch.announcing.links import site
from reportedly.parsing import Told, parsing
from reportedly.text import squeezed

_PARTS = re.compile(r"\s+[-–—|:•»«]+\s+|\s*[|•»«]\s*|:\s+")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?=$|[-_,;\s])")
# Sold to all the world, or used by all the world: they tell nothing of where an outlet is.
_WORLDWIDE = {
    "ac",
    "ai",
    "cc",
    "co",
    "fm",
    "gg",
    "io",
    "la",
    "ly",
    "me",
    "nu",
    "sh",
    "st",
    "su",
    "to",
    "tv",
    "eu",
    "ws",
}
_EVERYWHERE = {("en", "US"), ("en", "GB"), ("ar", "AR")}  # what software writes where nobody chose anything
_PUBLISHERS = {"NewsMediaOrganization", "Organization", "WebSite", "NewsOrganization"}


def name(tree: HtmlElement, url: str) -> str | None:
    """The outlet's name: as it names itself to machines, else the part of the title that is like its address."""
    for key in ("og:site_name", "application-name", "apple-mobile-web-app-title"):
        stated = _meta(tree, key)
        if stated and "://" not in stated:
            return stated
    linked = next(
        (str(publisher["name"]) for publisher in _linked(tree) if isinstance(publisher.get("name"), str)), None
    )
    return squeezed(linked) if linked else title_name(squeezed(tree.findtext(".//title") or ""), url)


def title_name(title: str, url: str) -> str | None:
    """A title's part that is like the address, else its shortest: ``Tarnow Herald`` of ``News - Tarnow Herald``."""
    parts = [part for part in _PARTS.split(title) if part.strip()]
    label = re.sub(r"[^a-z0-9]", "", site(url).split(".")[0])
    alike = [part for part in parts if label and re.sub(r"[^a-z0-9]", "", part.lower()) in (label, f"the{label}")]
    near = [part for part in parts if label and re.sub(r"[^a-z0-9]", "", part.lower()).find(label) >= 0]
    return next(iter([*alike, *sorted(near, key=len), *sorted(parts, key=len)]), None)


def language(tree: HtmlElement) -> str | None:
    """ISO 639 code of the language the page says it is in."""
    return next((code for code, _ in _locales(tree)), None)


def plain_language(stated: str | None) -> str | None:
    """The ISO 639 code in a locale (``fa`` of ``fa-IR`` or ``FA_ir``); None where it is no language code."""
    code = _LANGUAGE.match(stated.strip()) if stated else None
    return code.group(1).lower() if code else None


def country(tree: HtmlElement | None, url: str) -> str | None:
    """ISO 3166-1 code of the outlet's country: from its address, its locale, or the seat it gives."""
    top = (urlsplit(url).hostname or "").rstrip(".").rpartition(".")[2]
    if re.fullmatch(r"[a-z]{2}", top) and top not in _WORLDWIDE:
        return {"uk": "GB"}.get(top, top.upper())
    if tree is None:
        return None
    seats = (str(seat) for publisher in _linked(tree) if (seat := _seat(publisher)))
    lands = [land for code, land in _locales(tree) if land and (code, land) not in _EVERYWHERE]
    return next((land for land in (*lands, *seats) if re.fullmatch(r"[A-Z]{2}", land)), None)


def _seat(publisher: dict[str, Any]) -> object:
    address = publisher.get("address")
    land = address.get("addressCountry") if isinstance(address, dict) else None
    return land.get("name") if isinstance(land, dict) else land


def _locales(tree: HtmlElement) -> Iterator[tuple[str, str | None]]:
    root = tree.getroottree().getroot()
    stated = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), _meta(tree, "og:locale"))
    for words in (*stated, _meta(tree, "content-language"), _meta(tree, "language")):
        locale = _LANGUAGE.match(words.strip()) if words else None
        if locale:
            yield locale.group(1).lower(), locale.group(2).upper() if locale.group(2) else None


def _meta(tree: HtmlElement, key: str) -> str | None:
    for tag in tree.iter("meta"):
        label = tag.get("property") or tag.get("name") or tag.get("http-equiv") or ""
        if label.strip().lower() == key and (words := squeezed(tag.get("content") or "")):
            return words
    return None


def _linked(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Publishers in the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        data = None
        with contextlib.suppress(Told), parsing("the JSON-LD"):
            data = json.loads((script.text or "")[:200_000], strict=False)
        for thing in _objects(data):
            kinds = thing.get("@type")
            if _PUBLISHERS.intersection(map(str, kinds if isinstance(kinds, list) else [kinds])):
                yield thing


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            for inner in (thing.get("publisher"), *(thing["@graph"] if isinstance(thing.get("@graph"), list) else [])):
                if isinstance(inner, dict):
                    yield inner
