"""Atom, RFC 4287."""

from lxml import etree

from reportedly.export.feeds.entries import Entry, Feed, told
from reportedly.export.feeds.rss import ATOM


def write(feed: Feed) -> bytes:
    """The feed."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _put(root, "id", feed.own)
    _put(root, "title", feed.title)
    _put(root, "updated", feed.updated.isoformat())
    _put(root, "generator", "reportedly")
    _link(root, "self", feed.own, "application/atom+xml")
    _link(root, "alternate", feed.link, "text/html")
    for entry in feed.entries:
        _entry(root, entry)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: "etree._Element", entry: Entry) -> None:
    own = etree.SubElement(root, f"{{{ATOM}}}entry")
    own.set("{http://www.w3.org/XML/1998/namespace}lang", entry.language)
    _put(own, "id", entry.id)
    _put(own, "title", entry.title)
    _put(own, "updated", entry.updated.isoformat())
    if entry.published:
        _put(own, "published", entry.published.isoformat())
    _put(etree.SubElement(own, f"{{{ATOM}}}author"), "name", entry.outlet)
    _link(own, "alternate", entry.link, "text/html")
    if entry.outside:
        _link(own, "via", entry.outside, "text/html")
    for label in entry.labels:
        etree.SubElement(own, f"{{{ATOM}}}category", {"term": label})
    _put(own, "summary", told(entry))


def _put(parent: "etree._Element", name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: "etree._Element", rel: str, href: str, kind: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": kind})
