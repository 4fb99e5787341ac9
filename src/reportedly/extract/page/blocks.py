"""A parsed page as its blocks of text, in reading order, and the boxes they stand in.

A block is a run of text that nothing but inline markup interrupts: a paragraph, a heading, an entry of a list. The page
is only looked at, never changed: the careful extractor may still want it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

DEEPEST = 240  # boxes within each other; the parser itself stops at about this depth
BREAK = "\0"  # stands for <br> until a block is complete; the parser lets no such character through

_BOX, _INLINE, _BREAK, _CUT, _SKIP = range(5)
_INLINE_TAGS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span
    strike strong sub sup time tt u var wbr o:p
"""
_SKIPPED_TAGS = """
    script style noscript template svg object embed applet canvas audio select option optgroup button input textarea
    head map math link meta title source picture img param track area base frame frameset noframes datalist progress
    meter
"""
_KINDS: dict[object, int] = {
    **dict.fromkeys(_INLINE_TAGS.split(), _INLINE),
    **dict.fromkeys(_SKIPPED_TAGS.split(), _SKIP),
    **dict.fromkeys(("hr", "iframe", "video"), _CUT),
    "br": _BREAK,
}
_STRONG = {"b", "strong", "em", "i"}

# What a box's class, id, role or itemprop says of it, in words that page authors everywhere use.
WORDS = {
    "good": "article story entry post content body text main copy paragraph prose richtext articlebody storybody news",
    "related": "related recommend recommended recommendation recommendations recirc also next more popular trending"
    " latest teaser teasers outbrain taboola read most card cards promo",
    "meta": "author byline authors date time timestamp meta info published updated dateline source kicker eyebrow"
    " category categories tag tags topics breadcrumb breadcrumbs bio",
    "title": "title headline heading hed header",
    "summary": "summary dek deck subtitle standfirst lead lede intro description excerpt subhead",
    "caption": "caption figure image photo gallery media video credit slideshow slide player figcaption img picture",
    "comment": "comment comments disqus reply respond discussion commentlist",
    "nav": "nav menu navbar navigation toolbar pagination footer sidebar aside widget rail masthead bottom top side"
    " widgets complementary contentinfo banner search",
    "social": "share social follow facebook twitter whatsapp email print sharing addthis instagram",
    "ad": "ad ads advert advertisement sponsor sponsored promotion adv dfp sponsorship affiliate",
    "sub": "newsletter subscribe subscription signup paywall login register modal popup form overlay cta cookie cookies"
    " consent gdpr privacy legal copyright disclaimer terms notice dialog",
    "inset": "pullquote pull quote blockquote callout inset box infobox embed tweet",
}
KINDS = tuple(WORDS)
_BITS = {
    word: sum(1 << bit for bit, known in enumerate(WORDS.values()) if word in known.split())
    for words in WORDS.values()
    for word in words.split()
}
_OF_TAG = {
    tag: 1 << KINDS.index(kind)
    for tag, kind in (
        *(("article", "good"), ("main", "good"), ("aside", "nav"), ("nav", "nav"), ("footer", "nav")),
        *(("header", "title"), ("figure", "caption"), ("figcaption", "caption"), ("form", "sub"), ("dialog", "sub")),
    )
}
TELLING = ("article", "main", "aside", "figure", "table", "blockquote", "header", "ul", "articleBody")
_TELLING_BITS = {tag: 1 << bit for bit, tag in enumerate(TELLING)} | {"ol": 1 << TELLING.index("ul")}
_MARKED = 1 << TELLING.index("articleBody")
_NONE = [-1] * len(KINDS)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Block(NamedTuple):
    """``text`` on one line or several (``<br>``); characters of it in links and in bold; the box it stands in."""

    text: str
    linked: int
    strong: int
    box: int


@dataclass(slots=True)
class Layout:
    """Boxes in document order: ``parents`` (-1 for the first), ``ends`` (one after the last box within), ``depths``.

    ``nearest`` has for each of ``KINDS`` the closest box around that bears such a name (itself included), -1 for none;
    ``within`` has a bit for each of ``TELLING`` that a box is or stands in; ``marked`` is whether any bears the last.
    """

    blocks: list[Block] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    nearest: list[list[int]] = field(default_factory=list)
    within: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    marked: bool = False

    def is_nav(self, block: Block) -> bool:
        """Whether a block stands in a menu, a footer or beside the page's own matter."""
        return self.nearest[block.box][KINDS.index("nav")] >= 0


def layout(tree: _Element) -> Layout:
    """The blocks and boxes of a page's body."""
    body = tree.find("body")
    walk = _Walk()
    walk.box(tree if body is None else body, 0)
    return walk.layout


@lru_cache(maxsize=20_000)
def named(tag: str, words: str) -> tuple[int, ...]:
    """The kinds of name that a tag and its names speak of, as places in ``KINDS``."""
    bits = _OF_TAG.get(tag, 0)
    for word in _WORD.findall(words[:500]):
        bits |= _BITS.get(word.lower(), 0)
    return tuple(kind for kind in range(len(KINDS)) if bits >> kind & 1)


class _Walk:
    """One walk over a page; ``heard`` is the text of the block under way."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.heard: list[str] = []
        self.at = -1
        self.links = self.bold = 0  # how many such elements the walk is within
        self.linked = self.strong = 0  # characters of the block under way

    def box(self, element: _Element, depth: int) -> None:
        """A box with all that stands in it, unless it is hidden."""
        told = dict(element.items())
        if "hidden" in told or ("style" in told and _HIDDEN.search(told["style"])):
            return
        if self.heard:
            self.flush()
        layout, before, number = self.layout, self.at, len(self.layout.tags)
        self._open(element.tag, told, depth)
        self.at = number
        self.inside(element, depth)
        if self.heard:
            self.flush()
        layout.ends[number] = len(layout.tags)
        self.at = before

    def _open(self, tag: str, told: dict[str, str], depth: int) -> None:
        layout, get = self.layout, told.get
        name, prop = get("class", ""), get("itemprop", "")
        words = f"{name} {get('id', '')} {get('role', '')} {prop}" if told else ""
        within = _TELLING_BITS.get(tag, 0)
        if prop == "articleBody":
            within |= _MARKED
            layout.marked = True
        self._inherit(named(tag, words), within)
        layout.tags.append(tag)
        layout.classes.append(name)
        layout.parents.append(self.at)
        layout.ends.append(0)
        layout.depths.append(depth)

    def _inherit(self, named: tuple[int, ...], within: int) -> None:
        layout, here = self.layout, len(self.layout.tags)
        near = layout.nearest[self.at] if here else _NONE
        if named:
            near = near.copy()
            for kind in named:
                near[kind] = here
        layout.nearest.append(near)
        layout.within.append(layout.within[self.at] | within if here else within)

    def inside(self, element: _Element, depth: int) -> None:
        """What stands in an element: its own text, its children, and the text after each."""
        if text := element.text:
            self.hear(text)
        if depth >= DEEPEST:
            self.hear(" ".join(element.itertext()))
            return
        for child in element:
            tag = child.tag
            kind = _KINDS.get(tag, _BOX)
            if kind == _BOX:
                self.box(child, depth + 1)
            elif kind == _INLINE:
                self._inline(child, tag, depth + 1)
            elif kind == _BREAK:
                self.heard.append(BREAK)
            elif kind == _CUT:
                self.flush()
            if text := child.tail:
                self.hear(text)

    def _inline(self, element: _Element, tag: str, depth: int) -> None:
        link, bold = tag == "a", tag in _STRONG
        self.links += link
        self.bold += bold
        self.inside(element, depth)
        self.links -= link
        self.bold -= bold

    def hear(self, text: str) -> None:
        """Some more text of the block under way."""
        self.heard.append(text)
        if self.links:
            self.linked += len(text.strip())
        if self.bold:
            self.strong += len(text.strip())

    def flush(self) -> None:
        """End the block under way, where there is any text in it."""
        if self.heard:
            text = " ".join("".join(self.heard).split())
            if BREAK in text:
                text = "\n".join(bare for line in text.split(BREAK) if (bare := line.strip()))
            if text:
                self.layout.blocks.append(Block(text, self.linked, self.strong, self.at))
            self.heard = []
            self.linked = self.strong = 0
