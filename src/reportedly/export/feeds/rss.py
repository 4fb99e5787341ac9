"""RSS 2.0, with Atom's word for when an entry was updated, which RSS has none for."""

import html
from email.utils import format_datetime
from typing import Final

from lxml import etree

from reportedly.export.feeds.entries import Entry, Feed, told

ATOM: Final = "http://www.w3.org/2005/Atom"
DC: Final = "http://purl.org/dc/elements/1.1/"


def write(feed: Feed) -> bytes:
    """The feed. Descriptions are HTML there, so what is told is escaped for it first."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM, "dc": DC})
    channel = etree.SubElement(root, "channel")
    _put(channel, "title", feed.title)
    _put(channel, "link", feed.link)
    _put(channel, "description", "What this search of the desk finds, newest first. Claims, not facts.")
    _put(channel, "lastBuildDate", format_datetime(feed.updated))
    etree.SubElement(channel, f"{{{ATOM}}}link", {"rel": "self", "type": "application/rss+xml", "href": feed.own})
    for entry in feed.entries:
        _item(channel, entry)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _item(channel: "etree._Element", entry: Entry) -> None:
    item = etree.SubElement(channel, "item")
    _put(item, "title", entry.title)
    _put(item, "link", entry.link)
    guid = etree.SubElement(item, "guid", {"isPermaLink": "false"})
    guid.text = entry.id
    if entry.published:
        _put(item, "pubDate", format_datetime(entry.published))
    _put(item, "description", html.escape(told(entry)))
    _put(item, f"{{{DC}}}creator", entry.outlet)
    _put(item, f"{{{DC}}}language", entry.language)
    if entry.outside:
        _put(item, f"{{{DC}}}source", entry.outside)
    for label in entry.labels:
        _put(item, "category", label)
    _put(item, f"{{{ATOM}}}updated", entry.updated.isoformat())


def _put(parent: "etree._Element", name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text
