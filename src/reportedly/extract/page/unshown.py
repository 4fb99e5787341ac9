"""What a page holds but does not show without its scripts: hidden boxes, and what it tells search engines of its text.

A last resort: these places also hold consent forms, menus for narrow screens and offers, which nobody came to read.
"""

import html
import re
from collections import Counter
from typing import Any

from lxml import etree
from lxml.etree import _Element

from reportedly.extract.page import blocks, boxes, source
from reportedly.extract.page.structured import Facts

TOLD = ("articleBody", "liveBlogUpdate")
DEEPEST = 4  # live updates within each other
MOST_UPDATES = 2_000
_VEILED = re.compile(
    r"\shidden[\s>=]|display\s*:\s*none|<noscript|<template|\bsrcdoc\s*=|type=[\"']?text/(?:html|template|x-)",
    re.IGNORECASE,
)
_NONE_SHOWN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)[^;]*;?", re.IGNORECASE)
_HIDDEN = etree.XPath("descendant::*/@hidden/.. | descendant::*/@style[contains(., 'none')]/..")
_SCRIPT = re.compile("javascript", re.IGNORECASE)  # the word is the same in all languages
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARKUP_TYPES = re.compile(r"text/(?:html|template|x-[\w-]+)", re.IGNORECASE)


# -- hidden boxes -----------------------------------------------------------------------------------------------------


def unveiled(markup: str) -> str | None:
    """The page with all that its markup hides shown, but for boxes named as its surroundings; None where nothing is."""
    if not _VEILED.search(markup):
        return None
    tree = source.rich_tree(markup)
    for element in list(tree.iter(etree.Element)):
        if _is_hidden(element) and boxes.is_named(element):
            element.drop_tree()
        else:
            _unveil(element)
    return str(etree.tostring(tree, encoding="unicode", method="html"))


def hidden(tree: _Element) -> list[str]:
    """The paragraphs in boxes that the page's markup hides, as they stand there."""
    return ["".join(words.itertext()) for element in _HIDDEN(tree) for words in element.iter("p")]


def _is_hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or bool(_NONE_SHOWN.search(element.get("style") or ""))


def _unveil(element: Any) -> None:
    element.attrib.pop("hidden", None)
    if style := element.get("style"):
        element.set("style", _NONE_SHOWN.sub("", style))
    if element.tag == "noscript" and _SCRIPT.search(element.text_content()):
        element.drop_tree()
    elif element.tag in {"noscript", "template"}:
        element.tag = "div"
    elif element.tag == "iframe" and element.get("srcdoc"):
        _fill(element, element.get("srcdoc"))
    elif element.tag == "script" and _MARKUP_TYPES.fullmatch(element.get("type") or ""):
        _fill(element, element.text or "")


def _fill(element: _Element, markup: str) -> None:
    """Make a box of the element, with the page that it holds as text."""
    element.tag, element.text = "div", None
    element.attrib.clear()
    if _TAG.search(markup):
        body = source.rich_tree(f"<body>{markup}</body>").find("body")
        element[:] = [] if body is None else list(body)
        element.text = None if body is None else body.text


# -- what the page tells of its text ----------------------------------------------------------------------------------


def linked(facts: Facts) -> list[str]:
    """The lines of the longest text that the page's JSON-LD gives an article, live updates included."""
    texts = [_told(entry, DEEPEST) for entry in facts.entries]
    return max(texts, key=lambda lines: sum(map(len, lines)), default=[])


def _told(entry: dict[str, Any], depth: int) -> list[str]:
    body, updates = entry.get("articleBody") or entry.get("text"), entry.get("liveBlogUpdate")
    told = [
        line
        for part in (body if isinstance(body, list) else [body])
        if isinstance(part, str)
        for line in of_string(part)
    ]
    given = (updates if isinstance(updates, list) else [updates])[:MOST_UPDATES] if depth else []
    known = [update for update in given if isinstance(update, dict)]
    heads = Counter(str(update.get("headline") or "") for update in known)
    for update in known:
        words, head = _told(update, depth - 1), str(update.get("headline") or "")
        if heads[head] == 1:  # what stands over several says nothing: "Update"
            told += [line for line in of_string(head) if line not in words]
        told += words
    return told


def of_string(text: str) -> list[str]:
    """The lines of a text that may be markup, or markup whose angle brackets are written as entities."""
    if "<" not in text and "&" in text:
        text = html.unescape(text)
    if not _TAG.search(text):
        return [" ".join(words) for line in html.unescape(text).split("\n") if (words := line.split())]
    found = blocks.layout(source.tree(f"<body>{text}</body>")).blocks
    return [line for block in found for line in block.text.split("\n")]
