"""OPML, the format in which feed readers hand lists of feeds to each other.

Feeds with the same home page are one outlet. What OPML has no word for (id, country, owner) travels in attributes of
our own namespace, so a list written here and read back is the same list; other programs skip them.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from reportedly.errors import BadInput
from reportedly.outlets.check import COUNTRY, LANGUAGE, is_web_address
from reportedly.records import Outlet

OURS = "https://opml.org/ext/reportedly"
_ID, _COUNTRY, _OWNER, _LANGUAGES = (f"{{{OURS}}}{key}" for key in ("id", "country", "owner", "languages"))
_UNFIT = re.compile(r"[^a-z0-9]+")


def read(data: bytes) -> tuple[Outlet, ...]:
    """The outlets of an OPML file, in its order; raises ``BadInput`` where it is none or lists no feed.

    An outline without a usable web address is a folder or a note and is passed over.
    """
    try:
        root = ET.fromstring(data)  # noqa: S314  # loads nothing external; expat bounds entity expansion itself
    except (ET.ParseError, ValueError, LookupError) as error:
        raise BadInput(f"not an OPML file: {error}; wanted the XML that feed readers export") from error
    if root.tag != "opml":
        raise BadInput(f"not an OPML file: its outermost element is <{root.tag}>, wanted <opml>")
    found: dict[str, Outlet] = {}
    for outlet in map(_outlet, _outlines(root)):
        known = found.get(outlet.id)
        found[outlet.id] = _joined(known, outlet) if known else outlet
    if not found:
        raise BadInput("the OPML file lists no feed: wanted outlines with an xmlUrl")
    return tuple(found.values())


def _outlines(root: ET.Element) -> Iterator[ET.Element]:
    for element in root.iter("outline"):
        if is_web_address(element.get("xmlUrl", "")) or element.get(_ID):
            yield element


def _outlet(element: ET.Element) -> Outlet:
    feed = element.get("xmlUrl", "")
    home = element.get("htmlUrl", "")
    if not is_web_address(home):
        parts = urlsplit(feed)
        home = f"{parts.scheme}://{parts.netloc}/"
    country = element.get(_COUNTRY)
    language = element.get(_LANGUAGES) or element.get("language") or ""
    return Outlet(
        id=element.get(_ID) or _slug(home),
        name=(element.get("title") or element.get("text") or home).strip(),
        home=home,
        feeds=(feed,) if feed else (),
        country=country if country and COUNTRY.fullmatch(country) else None,
        languages=tuple(code for code in language.lower().split() if LANGUAGE.fullmatch(code)),
        owner=element.get(_OWNER),
    )


def _slug(home: str) -> str:
    """An id from the home page's host and path: ``https://www.dawn.example/urdu`` is ``dawn-example-urdu``."""
    parts = urlsplit(home)
    host = (parts.hostname or "").removeprefix("www.")
    return _UNFIT.sub("-", f"{host}{parts.path}".lower()).strip("-")[:80].strip("-") or "outlet"


def _joined(known: Outlet, more: Outlet) -> Outlet:
    feeds = tuple(dict.fromkeys(known.feeds + more.feeds))
    return msgspec.structs.replace(known, feeds=feeds)


def write(outlets: Iterable[Outlet]) -> bytes:
    """An OPML 2.0 file of all outlets, an outline a feed; an outlet without feeds is a plain link to its home."""
    ET.register_namespace("desk", OURS)
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = "Outlets"
    body = ET.SubElement(root, "body")
    for outlet in outlets:
        for feed in outlet.feeds or ("",):
            ET.SubElement(body, "outline", _attributes(outlet, feed))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _attributes(outlet: Outlet, feed: str) -> dict[str, str]:
    known = {
        "type": "rss" if feed else "link",
        "text": outlet.name,
        "title": outlet.name,
        "xmlUrl": feed,
        "htmlUrl": outlet.home,
        "language": outlet.languages[0] if outlet.languages else "",
        _ID: outlet.id,
        _COUNTRY: outlet.country or "",
        _OWNER: outlet.owner or "",
        _LANGUAGES: " ".join(outlet.languages),
    }
    return {key: value for key, value in known.items() if value}
