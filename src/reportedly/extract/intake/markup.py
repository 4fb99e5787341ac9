"""HTML in cells as the words that a reader sees, a paragraph a block; text that only has a "<" in it stays as it is.

Everything is one pass over the cell.
"""

import re
from collections.abc import Iterator
from html import unescape

_NAMES_WORDS = (
    "a abbr acronym address article aside audio b bdi bdo big blockquote body br button canvas caption center cite "
    "code col colgroup data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 "
    "h3 h4 h5 h6 head header hr i iframe img input ins kbd label legend li link main map mark meta nav noscript "
    "object ol option p param picture pre q s samp script section select small source span strike strong style sub "
    "summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video wbr"
)
_NAMES = frozenset(_NAMES_WORDS.split())
_BLOCKS_WORDS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_UNSHOWN = frozenset({"script", "style", "noscript", "template", "iframe", "head", "svg", "textarea", "select"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,11})((?:\s[^<>]*)?)/?>")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_APART = re.compile(r"\0|\n\s*\n")
_BREAK = "\x1e"  # a break of line within a block: no text holds it
_PAGE = ("<!doctype html", "<html")
TWICE = 2  # feeds pass through programs that each escape
ALONE = 2  # tags without a partner or attribute that make HTML; one may be spoken of


def is_page(text: str) -> bool:
    """Whether the cell holds a whole page of HTML."""
    return text[:500].lstrip("\ufeff \t\r\n").lower().startswith(_PAGE)


def words(text: str) -> str:
    """What a reader sees of the cell: tags left out, entities decoded; plain text as it is."""
    if is_markup(text):
        text = _shown(text)
    return decoded(text)


def decoded(text: str) -> str:
    """The text with the characters that its entities stand for, also where they were escaped twice."""
    for _ in range(TWICE):
        if "&" not in text or not _ENTITY.search(text):
            break
        text = _ENTITY.sub(lambda entity: unescape(entity.group()), text)
    return text


def is_markup(text: str) -> bool:
    """Whether the tags in a text are meant as such: they have partners or attributes, or there are several."""
    if "<" not in text:
        return False
    alone = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _NAMES:
            if tag[1] or "=" in tag[3]:
                return True
            alone += 1
    return alone >= ALONE


def _shown(text: str) -> str:
    end = text.rfind("-->") + 3
    shown = "".join(_pieces(_COMMENT.sub("", text[:end]) + text[end:]))
    if "\0" not in shown:  # nothing but bold words and links: the lines are those of the text
        return shown.replace(_BREAK, "\n").strip()
    lines = ("\n".join(" ".join(row.split()) for row in block.split(_BREAK)).strip() for block in _APART.split(shown))
    return "\n\n".join(line for line in lines if line)


def _pieces(text: str) -> Iterator[str]:
    """The words between the tags, with a NUL where a block begins or ends."""
    at, unshown, low = 0, "", text.lower()
    last = {name: low.rfind(f"</{name}") for name in _UNSHOWN if f"<{name}" in low}
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name in _NAMES:
            if not unshown:
                yield text[at : tag.start()]
                yield _mark(name)
                if last.get(name, -1) > tag.end():
                    unshown = name
            elif tag[1] and name == unshown:
                unshown = ""
            at = tag.end()
    yield text[at:]


def _mark(name: str) -> str:
    return _BREAK if name == "br" else "\0" if name in _BLOCKS else " " if name in {"td", "th"} else ""
