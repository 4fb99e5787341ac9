"""Outlets as an OPML 2.0 file: in their folders, an outline a feed, sitemap or link page."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable

import msgspec

from reportedly.outlets.opml.outlines import OURS
from reportedly.records import Outlet


def write(outlets: Iterable[Outlet]) -> bytes:
    """An OPML 2.0 file of all outlets. One that has nothing to watch is a plain link to its home."""
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
        _ours("id"): outlet.id,
        _ours("country"): outlet.country or "",
        _ours("owner"): outlet.owner or "",
        _ours("languages"): " ".join(outlet.languages),
        _ours("kind"): kind,
        _ours("selectors"): msgspec.json.encode(outlet.selectors).decode() if outlet.selectors else "",
    }
    return {key: value for key, value in known.items() if value}


def _ours(key: str) -> str:
    return f"{{{OURS}}}{key}"
