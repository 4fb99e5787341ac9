"""OPML, the format in which feed readers hand lists of feeds to each other.

Feeds with the same home page are one outlet. Folders are outlines around others; an outlet keeps the one in which its
first feed lies, as ``World/Agencies``. What OPML has no word for (id, country, owner, sitemaps) travels in attributes
of our own namespace, so a list written here and read back is the same list but for selectors; other programs skip them.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from reportedly.errors import BadInput
from reportedly.outlets.check import COUNTRY, LANGUAGE, is_web_address
from reportedly.records import Outlet
from reportedly.text import squeezed

OURS = "https://opml.org/ext/reportedly"
_ID, _COUNTRY, _OWNER, _LANGUAGES, _KIND = (
    f"{{{OURS}}}{key}" for key in ("id", "country", "owner", "languages", "kind")
)
DEEPEST = 20  # folders within folders
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
    listed: dict[str, Outlet] = {}
    for outlet in (_outlet(element, folder) for element, folder in _outlines(root, (), DEEPEST)):
        known = listed.get(outlet.id)
        listed[outlet.id] = _joined(known, outlet) if known else outlet
    if not listed:
        raise BadInput("the OPML file lists no feed: wanted outlines with an xmlUrl")
    return tuple(listed.values())


def _outlines(parent: ET.Element, folder: tuple[str, ...], depth: int) -> Iterator[tuple[ET.Element, str | None]]:
    """The outlines that are feeds or outlets, each with the folder it lies in."""
    for element in parent:
        if element.tag == "outline" and (is_web_address(element.get("xmlUrl", "")) or element.get(_ID)):
            yield element, "/".join(folder) or None
        if depth:
            name = squeezed(element.get("text") or element.get("title") or "").replace("/", "-")
            inner = (*folder, name) if element.tag == "outline" and name else folder
            yield from _outlines(element, inner, depth - 1)


def _outlet(element: ET.Element, folder: str | None) -> Outlet:
    feed = element.get("xmlUrl", "")
    home = element.get("htmlUrl", "")
    if not is_web_address(home):
        parts = urlsplit(feed)
        home = f"{parts.scheme}://{parts.netloc}/"
    country = element.get(_COUNTRY)
    language = element.get(_LANGUAGES) or element.get("language") or ""
    kind = element.get(_KIND)
    return Outlet(
        id=element.get(_ID) or slug(home),
        name=(element.get("title") or element.get("text") or home).strip(),
        home=home,
        feeds=(feed,) if feed and not kind else (),
        country=country if country and COUNTRY.fullmatch(country) else None,
        languages=tuple(code for code in language.lower().split() if LANGUAGE.fullmatch(code)),
        owner=element.get(_OWNER),
        sitemaps=(feed,) if kind == "sitemap" else (),
        pages=(feed,) if kind == "page" else (),
        folder=folder,
    )


def slug(home: str) -> str:
    """An id from the home page's host and path: ``https://www.dawn.example/urdu`` is ``dawn-example-urdu``."""
    parts = urlsplit(home)
    host = (parts.hostname or "").removeprefix("www.")
    return _UNFIT.sub("-", f"{host}{parts.path}".lower()).strip("-")[:80].strip("-") or "outlet"


def _joined(known: Outlet, more: Outlet) -> Outlet:
    return msgspec.structs.replace(
        known,
        feeds=tuple(dict.fromkeys(known.feeds + more.feeds)),
        sitemaps=tuple(dict.fromkeys(known.sitemaps + more.sitemaps)),
        pages=tuple(dict.fromkeys(known.pages + more.pages)),
    )


def write(outlets: Iterable[Outlet]) -> bytes:
    """An OPML 2.0 file of all outlets in their folders, an outline a feed, sitemap or link page.

    An outlet that has none of these is a plain link to its home.
    """
    ET.register_namespace("desk", OURS)
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = "Outlets"
    body = ET.SubElement(root, "body")
    folders: dict[str, ET.Element] = {"": body}
    for outlet in outlets:
        place = _place(folders, outlet.folder or "")
        for feed in outlet.watched or ("",):
            ET.SubElement(place, "outline", _attributes(outlet, feed))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _place(folders: dict[str, ET.Element], folder: str) -> ET.Element:
    """The outline of a folder, made with those around it where it is not there yet."""
    if folder not in folders:
        around, _, name = folder.rpartition("/")
        folders[folder] = ET.SubElement(_place(folders, around), "outline", {"text": name, "title": name})
    return folders[folder]


def _attributes(outlet: Outlet, feed: str) -> dict[str, str]:
    kind = "sitemap" if feed in outlet.sitemaps else "page" if feed in outlet.pages else ""
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
        _KIND: kind,
    }
    return {key: value for key, value in known.items() if value}
