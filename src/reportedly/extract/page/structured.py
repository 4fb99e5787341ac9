"""What a page says of itself for machines: meta tags, JSON-LD, microdata, headings."""

import contextlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import XPath, _Element

from reportedly.parsing import Told, parsing

ARTICLE = re.compile(r"\w*(?:Article|Posting)")  # NewsArticle, OpinionNewsArticle, LiveBlogPosting ...
LARGEST = 500_000  # characters of one JSON-LD block
DEEPEST = 8
_CHANGED = re.compile("modif|updat")

# By way of the attributes: six times as fast as to ask every element for them.
_MARKED = XPath(
    "descendant::*/@itemprop[. = 'datePublished' or . = 'dateModified' or . = 'author']/.."
    " | descendant::*/@rel[. = 'author']/.."
)


@dataclass(frozen=True)
class Facts:
    """What a page says of itself to machines: ``meta`` by name in small letters; ``entries``, its articles in JSON-LD.

    ``times`` are marked as the publication, ``changes`` as that of the last change.
    """

    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)
    entries: tuple[dict[str, Any], ...] = ()
    times: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    title: str | None = None
    authors_marked: tuple[str, ...] = ()

    def linked(self, key: str) -> tuple[str, ...]:
        """The plain values of ``key`` in the page's JSON-LD."""
        values = (entry.get(key) for entry in self.entries)
        return tuple(str(value) for value in values if isinstance(value, str) and value.strip())

    def meta_tag(self, *names: str) -> str | None:
        """The first filled meta tag of those names."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), None)

    @property
    def authors(self) -> tuple[str, ...]:
        """Names the page gives as its authors, each once; never an address."""
        given = [name for entry in self.entries for name in _names(entry.get("author"))]
        given += [*self.meta.get("author", ()), *self.meta.get("article:author", ()), *self.authors_marked]
        tidy = (re.sub(r"^\s*by\s+", "", one_line(name), flags=re.IGNORECASE) for name in given)
        return tuple(dict.fromkeys(name for name in tidy if name and "://" not in name and len(name) < 100))  # noqa: PLR2004


def one_line(text: str) -> str:
    """``text`` on one line. Joiners stay, since in Persian or Urdu they are spelling; ``text.squeezed`` drops them."""
    return " ".join(text.split())


def all_text(element: _Element) -> str:
    """All text within an element, as it stands there."""
    return "".join(element.itertext())


def facts(tree: _Element) -> Facts:
    """What a parsed page says of itself to machines, and its headings and title."""
    title = tree.find(".//head//title")
    marked = _MARKED(tree)
    return Facts(
        meta=_meta(tree),
        entries=tuple(_entries(tree)),
        times=tuple(_times(tree, marked)),
        changes=_changes(tree, marked),
        headings=tuple(words for heading in tree.iter("h1") if (words := one_line(all_text(heading)))),
        title=(one_line(all_text(title)) or None) if title is not None else None,
        authors_marked=tuple(_authors(marked)),
    )


def _meta(tree: _Element) -> dict[str, tuple[str, ...]]:
    contents: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = one_line(tag.get("content") or "")
        if name and content:
            contents.setdefault(name.strip().lower(), []).append(content)
    return {name: tuple(values) for name, values in contents.items()}


def _entries(tree: _Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            with contextlib.suppress(Told), parsing("the JSON-LD"):
                yield from _articles(json.loads((script.text or "")[:LARGEST], strict=False), DEEPEST)


def _articles(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Objects that are articles: at the top, in a list, in ``@graph`` or as the main entity; not in lists of others."""
    if isinstance(node, list) and depth:
        for part in node:
            yield from _articles(part, depth - 1)
    elif isinstance(node, dict) and depth:
        kinds = node.get("@type")
        if any(ARTICLE.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(node.get(key), depth - 1)


def _names(author: Any) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, dict) and isinstance(author.get("name"), str):
        yield author["name"]
    elif isinstance(author, list):
        for person in author[:10]:
            if not isinstance(person, list):
                yield from _names(person)


def _times(tree: _Element, marked: Sequence[_Element]) -> Iterator[str]:
    """``<time>`` elements marked as the publication, then one that stands alone on the page."""
    alone = []
    for tag in tree.iter("time"):
        value, marks = tag.get("datetime") or "", _marks(tag)
        if "publi" in marks or "pubdate" in tag.attrib or "entry-date" in marks:
            yield value
        elif not _CHANGED.search(marks):
            alone.append(value)
    if len(set(alone)) == 1:
        yield alone[0]
    yield from _properties(marked, "datePublished")


def _changes(tree: _Element, marked: Sequence[_Element]) -> tuple[str, ...]:
    """``<time>`` and other elements marked as the last change, unless they differ: some are of other stories then."""
    stamps = [tag.get("datetime") or "" for tag in tree.iter("time") if _CHANGED.search(_marks(tag))]
    stamps += _properties(marked, "dateModified")
    return tuple(set(stamps)) if len(set(stamps)) == 1 else ()


def _marks(tag: _Element) -> str:
    return f"{tag.get('itemprop') or ''} {tag.get('class') or ''} {tag.get('pubdate') or ''}".lower()


def _properties(marked: Sequence[_Element], name: str) -> Iterator[str]:
    for tag in marked:
        if tag.get("itemprop") == name and tag.tag not in {"time", "meta"}:
            yield tag.get("content") or tag.get("datetime") or one_line(all_text(tag))


def _authors(marked: Sequence[_Element]) -> Iterator[str]:
    for tag in marked:
        if tag.get("itemprop") == "author" or tag.get("rel") == "author":
            name = tag.xpath(".//*[@itemprop='name']")
            if words := one_line(all_text(name[0] if name else tag)):
                yield words
