"""What a page says of itself for machines: meta tags, JSON-LD, microdata, headings."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import XPath, _Element, iterwalk

from reportedly.extract.page import jsonld
from reportedly.parsing import Told, parsing

ARTICLE = re.compile(
    r"\w*(?:Article|Posting)|Report|(?:Claim|Critic|Media)?Review", re.IGNORECASE
)  # NewsArticle, LiveBlogPosting ...
PAGE = re.compile(
    r"(?:Medical)?WebPage|ItemPage|CreativeWork", re.IGNORECASE
)  # said of the page, whatever stands on it
DEEPEST = 8
KEYS = {key.lower(): key for key in ("@type", "datePublished", "dateModified", "headline", "url", "mainEntityOfPage")}
_PREFIX = re.compile(r"^(?:schema|https?://schema\.org/?)[:/]?", re.IGNORECASE)
_ASIDE = ("aside", "nav", "footer")
_CHANGED = re.compile("modif|updat")

# By way of the attributes: six times as fast as to ask every element for them.
_MARKED = XPath(
    "descendant::*/@itemprop[. = 'datePublished' or . = 'dateModified' or . = 'author']/.."
    " | descendant::*/@rel[. = 'author']/.."
)


@dataclass(frozen=True)
class Facts:
    """What a page says of itself to machines: ``meta`` by name in small letters; ``entries``, its articles in JSON-LD.

    ``times`` are marked as the publication, ``changes`` as that of the last change; ``of_page`` is when the page, not
    the article, says it came out. ``canonical`` is the address it gives as its own.
    """

    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)
    entries: tuple[dict[str, Any], ...] = ()
    times: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    of_page: tuple[str, ...] = ()
    canonical: str | None = None
    headings: tuple[str, ...] = ()
    title: str | None = None
    authors_marked: tuple[str, ...] = ()

    def linked(self, key: str) -> tuple[str, ...]:
        """The plain values of ``key`` in the page's JSON-LD."""
        return tuple(value for entry in self.entries for value in _values(entry.get(key)))

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


def _shown_text(element: _Element) -> str:
    """All text within an element, with a space where a line breaks."""
    if element.find(".//br") is None:
        return all_text(element)
    pieces = (
        (" " if part.tag == "br" else "") + (part.text or "") if event == "start" else part.tail or ""
        for event, part in iterwalk(element, events=("start", "end"))
        if event == "start" or part is not element
    )
    return "".join(pieces)


def facts(tree: _Element) -> Facts:
    """What a parsed page says of itself to machines, and its headings and title."""
    title = tree.find(".//head//title")
    marked, linked = _MARKED(tree), tuple(_linked(tree))
    return Facts(
        meta=_meta(tree),
        entries=tuple(node for node in linked if _is(node, ARTICLE)),
        times=tuple(_times(tree, marked)),
        changes=_changes(tree, marked),
        of_page=tuple(date for node in linked if _is(node, PAGE) for date in _values(node.get("datePublished"))),
        canonical=next((str(link.get("href")) for link in tree.iter("link") if _is_canonical(link)), None),
        headings=tuple(words for heading in tree.iter("h1") if (words := one_line(_shown_text(heading)))),
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


def _linked(tree: _Element) -> Iterator[dict[str, Any]]:
    """The articles and pages in the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            with contextlib.suppress(Told), parsing("the JSON-LD"):
                for held in jsonld.objects(script.text or ""):
                    yield from _nodes(held, DEEPEST)


def _nodes(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Articles and pages at the top, in a list, in ``@graph`` or as the main entity; not in lists of others."""
    if isinstance(node, list) and depth:
        for part in node:
            yield from _nodes(part, depth - 1)
    elif isinstance(node, dict) and depth:
        node = _as_schema_org_has_them(node)
        if _is(node, ARTICLE) or _is(node, PAGE):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(node.get(key), depth - 1)


def _as_schema_org_has_them(node: dict[str, Any]) -> dict[str, Any]:
    """The object with its keys without the vocabulary's prefix, and those that are read in the usual letters."""
    bare = {_PREFIX.sub("", name) if ":" in name else name: value for name, value in node.items()}
    return {KEYS.get(name.lower(), name): value for name, value in bare.items()}


def _is(node: dict[str, Any], kind: re.Pattern[str]) -> bool:
    """Whether the object is of that kind, by its name or the address of it (``https://schema.org/NewsArticle``)."""
    kinds = node.get("@type")
    names = (re.split("[/:#]", str(named))[-1] for named in (kinds if isinstance(kinds, list) else [kinds]))
    return any(kind.fullmatch(name) for name in names)


def _values(given: Any) -> Iterator[str]:
    """Plain values: words or numbers, one or a list of them, with or without their type beside them."""
    if isinstance(given, dict):
        given = given.get("@value")
    for value in given if isinstance(given, list) else [given]:
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            yield str(value)


def _is_canonical(link: _Element) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split() and bool(link.get("href"))


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
    """``<time>`` elements marked as the publication, then one that stands alone; none beside or below the text."""
    alone = []
    for tag in tree.iter("time"):
        if next(tag.iterancestors(*_ASIDE), None) is not None:
            continue
        value, marks = tag.get("datetime") or "", _marks(tag)
        if "publi" in marks or "pubdate" in tag.attrib or "entry-date" in marks:
            yield value or one_line(all_text(tag))
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
